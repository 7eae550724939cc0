import type { Command, Instant, Workflow } from '@safeconduct/workflow';
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
}

/**
 * Hash of everything the sender sent, the second person included. Two commands under one id are the same
 * command when their hashes are equal. Roles are no part of it: the sender does not send them, and they may
 * change between a command and its repetition.
 */
export function commandHash(
  keys: KeyRing,
  { sent, input, occurredAt }: CommandContent,
  confirmedAt: Instant | undefined,
): string {
  const { command, actor, confirmation, onBehalfOf, purpose } = sent;
  const second = confirmation && [confirmation.by.id, confirmedAt, confirmation.contentHash];
  const said = JSON.stringify([command, input, actor.id, second, onBehalfOf, purpose, occurredAt]);
  return keys.keyedHash('command-content', said, 'base64url');
}

/**
 * Hash of what a second person confirms: the whole of the step and for which case, but not the confirmation
 * itself.
 */
export function confirmationHash(keys: KeyRing, said: CommandContent): string {
  const { sent, workflow, command, caseId, input, occurredAt } = said;
  const { actor, onBehalfOf, purpose } = sent;
  const step = [workflow.name, caseId, command.name, input, actor.id, onBehalfOf, purpose, occurredAt];
  return keys.keyedHash('confirmed-content', JSON.stringify(step), 'base64url');
}
