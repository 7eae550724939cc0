import {
  identifierCharactersMax,
  identityForm,
  parseInput,
  type Command,
  type Refusal,
  type Workflow,
} from '@safeconduct/workflow';
import type { Awaitable } from '../awaitable.js';
import { caseIdOf, isCaseId } from '../events/streams.js';
import { confirmationHash, commandHash, contentId, type CommandContent } from './content-hash.js';
import { workflowOfCase } from './load-case.js';
import type { CommandPorts, Confirmed, ReadyCommand, ReadyPorts } from './pipeline.js';
import type { CheckedCommand, SentCommand } from './sent-command.js';

/**
 * The workflow a command is for; `undefined` when there is none, or no such case. Returns without a promise
 * when the answer is in memory.
 */
export function workflowFor(ports: ReadyPorts, { target }: SentCommand): Awaitable<Workflow | undefined> {
  if ('workflow' in target) return ports.register.get(target.workflow);
  const known = ports.cache.get(target.caseId);
  if (known !== undefined) return known.workflow;
  return isCaseId(target.caseId) ? workflowOfCase(ports, target.caseId) : undefined;
}

/** The command by its name. */
export function commandIn(workflow: Workflow, name: string): Command | Refusal {
  return workflow.commands.get(name) ?? { code: 'UNKNOWN_COMMAND', inputs: { workflow: workflow.name } };
}

/** The sent input as the command's schema parses it. */
export function inputFor(command: Command, input: unknown): { readonly input: unknown } | Refusal {
  const parsed = parseInput(command, input);
  if ('issues' in parsed) return { code: 'COMMAND_INVALID', issues: parsed.issues };
  return command.opens === undefined ? parsed : (refusedKey(command.opens, parsed.input) ?? parsed);
}

/** A case must be found by its key again, so a key that nobody can ask for opens none. */
function refusedKey(opens: string, input: unknown): Refusal | undefined {
  const key = naturalKeyIn(opens, input);
  if (key.length <= identifierCharactersMax && identityForm(key) !== '') return undefined;
  const message = `must have 1 to ${identifierCharactersMax} characters, one of them to be seen`;
  return { code: 'COMMAND_INVALID', issues: [{ path: opens, code: 'custom', message }] };
}

const naturalKeyIn = (opens: string, input: unknown): string =>
  String((input as Readonly<Record<string, unknown>>)[opens]);

/** The case of a command: its id was sent, or follows from the natural key. */
export function caseFor(
  { keys }: Pick<CommandPorts, 'keys'>,
  { sent: { target }, workflow, command, input }: Omit<CommandContent, 'caseId'>,
): string | undefined {
  // This check is first, so that an opening command sent to a case is refused by that case and never opens
  // another one.
  if ('caseId' in target) return target.caseId;
  if (command.opens !== undefined) {
    return caseIdOf(keys, workflow.name, naturalKeyIn(command.opens, input));
  }
  return target.naturalKey === undefined ? undefined : caseIdOf(keys, workflow.name, target.naturalKey);
}

/**
 * A command with everything derived from its content: its id, its hash, the hash that a confirmation must
 * have.
 */
export function readyCommand(
  { keys, ids }: Pick<CommandPorts, 'keys' | 'ids'>,
  content: CommandContent,
  { confirmedAt }: CheckedCommand,
): ReadyCommand {
  const { commandId, confirmation, sameByContent } = content.sent;
  const hash = commandHash(keys, content, confirmedAt);
  return {
    ...content,
    commandId: commandId ?? (sameByContent === true ? contentId(keys, content, hash) : ids.next()),
    hash,
    confirmed: confirmation && confirmedIn(confirmation, confirmedAt, confirmationHash(keys, content)),
  };
}

/** A confirmation without a content hash confirms the command's own content. */
function confirmedIn(
  { by, contentHash }: NonNullable<SentCommand['confirmation']>,
  at: Confirmed['at'],
  ownHash: string,
): Confirmed {
  return { by, at, contentHash: contentHash ?? ownHash, ownHash };
}
