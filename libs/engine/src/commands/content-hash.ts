import {
  canonicalJson,
  identityForm,
  type Command,
  type Instant,
  type Workflow,
} from '@safeconduct/workflow';
import { uuidOf } from '../events/ids.js';
import type { KeyRing } from '../ports/key-ring.js';
import type { SentCommand } from './sent-command.js';

/** The content of a command, as far as it is known before its case is loaded. */
export interface CommandContent {
  readonly sent: SentCommand;
  readonly workflow: Workflow;
  readonly command: Command;
  readonly caseId: string;
  /** As the command's schema parsed it. */
  readonly input: unknown;
  /** The time that the sender named, in UTC; `undefined` when the sender named none. */
  readonly occurredAt: Instant | undefined;
  /** Whose will it is: said, or the default of the command. */
  readonly onBehalfOf: string | undefined;
}

/**
 * Hash of everything the sender sent, the second person included. Two commands under one id are the same
 * command when their hashes are equal. It is a hash of the parsed content, so the same content written in another
 * way has the same one. Roles are no part of it: the sender does not send them, and they may change between a
 * command and its repetition.
 */
export function commandHash(
  keys: KeyRing,
  content: CommandContent,
  confirmedAt: Instant | undefined,
): string {
  const { sent, onBehalfOf, occurredAt } = content;
  const { command, actor, confirmation, purpose, sameByContent } = sent;
  const second = confirmation && [confirmation.by.id, confirmedAt, confirmation.contentHash];
  const said = [command, identified(content), actor.id, second, onBehalfOf, purpose, occurredAt];
  // A schema orders the fields of its objects, but not the keys of a record.
  const write = sameByContent === true ? canonicalJson : JSON.stringify;
  return keys.keyedHash('command-content', write(said), 'base64url');
}

/**
 * The id of a command that is the same whenever its content is, from the hash of its content. It must never be
 * derived in another way: an import that is repeated would record its rows twice.
 */
export const contentId = (keys: KeyRing, { workflow, caseId }: CommandContent, hash: string): string =>
  uuidOf(keys.keyedHash('import-row', JSON.stringify([workflow.name, caseId, hash]), 'hex'));

/**
 * Hash of what a second person confirms: the whole of the step and for which case, but not the confirmation
 * itself.
 */
export function confirmationHash(keys: KeyRing, said: CommandContent): string {
  const { sent, workflow, command, caseId, onBehalfOf, occurredAt } = said;
  const { actor, purpose } = sent;
  const input = identified(said);
  const step = [workflow.name, caseId, command.name, input, actor.id, onBehalfOf, purpose, occurredAt];
  return keys.keyedHash('confirmed-content', JSON.stringify(step), 'base64url');
}

/** The input with the natural key in its identity form: a look-alike of the key opens the same case. */
function identified({ command: { opens }, input }: CommandContent): unknown {
  if (opens === undefined) return input;
  const fields = input as Readonly<Record<string, unknown>>;
  return { ...fields, [opens]: identityForm(String(fields[opens])) };
}
