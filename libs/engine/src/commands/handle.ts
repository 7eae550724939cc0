import {
  decideCommand,
  parseInput,
  type Actor,
  type Command,
  type CommandRequest,
  type Instant,
  type Refusal,
  type Workflow,
} from '@safeconduct/workflow';
import { RevisionConflictError } from '../errors.js';
import type { Register } from '../events/case-event.js';
import type { EventCodec } from '../events/codec.js';
import { caseIdOf, isCaseId, refusalsStream } from '../events/streams.js';
import type { CaseState } from '../history/case-state.js';
import type { DoneCommand } from '../history/done-commands.js';
import type { Clock } from '../ports/clock.js';
import type { EventStore } from '../ports/event-store.js';
import type { Ids } from '../ports/ids.js';
import type { KeyRing } from '../ports/key-ring.js';
import { acceptedAgain, recordDecision, type Decided } from './record-decision.js';
import type { CaseQueue } from './case-queue.js';
import { loadCase, newestCase, readState } from './load-case.js';
import { isRecorded, recordRefusal } from './refusal-log.js';
import { checkSent, type CommandOutcome, type Refused, type SentCommand } from './sent-command.js';
import type { StateCache } from './state-cache.js';

/** What the command pipeline works with. */
export interface CommandPorts {
  readonly events: EventStore;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly register: Register;
  readonly codec: EventCodec;
  readonly fingerprints: ReadonlyMap<string, string>;
  readonly cache: StateCache;
  readonly queue: CaseQueue;
}

/** A command whose case, workflow and form are known and checked; it only has to be decided. */
export interface ReadyCommand {
  readonly sent: SentCommand;
  readonly workflow: Workflow;
  readonly command: Command;
  readonly caseId: string;
  readonly input: unknown;
  readonly occurredAt: Instant | undefined;
  readonly commandId: string;
  readonly hash: string;
}

const attemptsMax = 5;

/**
 * Handles one command: checks it, folds its case, decides, appends, answers.
 * When an accepted answer resolves, its events are durable. The same command id with the same content answers with what
 * was recorded the first time; a refusal recorded nothing, so its repetition is asked anew.
 *
 * Up to its append a command waits for nothing that is in memory. So of many that come at once the first is on its way to
 * the disk while the next is decided, instead of all reaching the disk together at the end.
 * @throws StoreUnavailableError  outcome unknown; send it again under the same command id
 * @throws HistoryDivergedError  the recorded history of the case does not follow its machine
 */
export async function handle(ports: CommandPorts, sent: SentCommand): Promise<CommandOutcome> {
  const { target } = sent;
  const workflow =
    'workflow' in target
      ? ports.register.get(target.workflow)
      : (ports.cache.get(target.caseId) ?? (await targetState(ports, target.caseId)))?.workflow;
  const ready = makeReady(ports, sent, workflow);
  if ('accepted' in ready) return ready;
  const urgent = ready.command.alwaysHeard === true;
  const outcome = await ports.queue.run(ready.caseId, urgent, () => attempt(ports, ready));
  if (!outcome.accepted && isRecorded(outcome.refusal)) {
    const { refusal } = outcome;
    // In turn as well, so that many refusals at once do not read the stream again and again for each other.
    await ports.queue.run(refusalsStream(ready.caseId), false, () => keepRefusal(ports, ready, refusal));
  }
  return outcome;
}

const targetState = (ports: CommandPorts, caseId: string): Promise<CaseState | undefined> | undefined =>
  isCaseId(caseId) ? readState(ports, caseId) : undefined;

function makeReady(
  ports: CommandPorts,
  sent: SentCommand,
  workflow: Workflow | undefined,
): ReadyCommand | Refused {
  const checked = checkSent(sent);
  if ('issues' in checked) return refused({ code: 'COMMAND_INVALID', issues: checked.issues });
  if (workflow === undefined) return refused({ code: 'CASE_NOT_FOUND' });
  const command = workflow.commands.get(sent.command);
  if (command === undefined) return refused({ code: 'UNKNOWN_COMMAND', inputs: { workflow: workflow.name } });
  const parsed = parseInput(command, sent.input);
  if ('issues' in parsed) return refused({ code: 'COMMAND_INVALID', issues: parsed.issues });

  const { input } = parsed;
  const caseId = targetCase(ports.keys, workflow, command, sent, input);
  if (caseId === undefined) return refused({ code: 'CASE_NOT_FOUND' });
  return {
    sent,
    workflow,
    command,
    caseId,
    input,
    occurredAt: checked.occurredAt,
    commandId: sent.commandId ?? ports.ids.next(),
    hash: contentHash(ports.keys, sent, input, checked.occurredAt),
  };
}

function targetCase(
  keys: KeyRing,
  workflow: Workflow,
  command: Command,
  { target }: SentCommand,
  input: unknown,
): string | undefined {
  // First, so that an opening command sent to a case is refused by that case and never opens another one.
  if ('caseId' in target) return target.caseId;
  if (command.opens !== undefined) {
    return caseIdOf(keys, workflow.name, String((input as Readonly<Record<string, unknown>>)[command.opens]));
  }
  return target.naturalKey === undefined ? undefined : caseIdOf(keys, workflow.name, target.naturalKey);
}

/** Decides against the newest state; when another process appended first, against the one after that. */
async function attempt(ports: CommandPorts, ready: ReadyCommand): Promise<CommandOutcome> {
  const { caseId } = ready;
  for (let count = 1; ; count += 1) {
    const state = ports.cache.get(caseId) ?? (await readState(ports, caseId));
    const done = state?.done.find(ready.commandId, state.revision);
    if (state !== undefined && done !== undefined) return repeated(ports, ready, state, done);
    const decided = decide(ports, ready, state);
    if ('refusal' in decided) {
      // An append finds out by itself that its state is an old one; a refusal has to ask, since it appends nothing.
      const newest = count === attemptsMax ? state : state && (await newestCase(ports, caseId));
      if (newest?.revision === state?.revision) return decided;
      continue;
    }
    try {
      return await recordDecision(ports, ready, decided);
    } catch (error) {
      // Whatever went wrong, this copy of the case is no longer known to be the newest.
      ports.cache.forget(caseId);
      if (!(error instanceof RevisionConflictError)) throw error;
      if (count === attemptsMax) return refused(conflict(error.expected, error.actual), caseId);
    }
  }
}

/** The answer to a command that was recorded before. */
async function repeated(
  ports: CommandPorts,
  { hash }: ReadyCommand,
  state: CaseState,
  done: DoneCommand,
): Promise<CommandOutcome> {
  if (done.hash !== hash) return refused({ code: 'COMMAND_ID_REUSED' }, state.caseId);
  return acceptedAgain(ports, state, done);
}

/** What is to be recorded, or why nothing is. */
function decide(ports: CommandPorts, ready: ReadyCommand, state: CaseState | undefined): Decided | Refused {
  const { caseId } = ready;
  const unfit = refusedForTarget(ready, state);
  if (unfit !== undefined) return unfit;
  const request = requestFor(ports, ready, state);
  if ('code' in request) return refused(request, caseId);
  const decision = decideCommand(ready.workflow, state?.folded, request);
  return decision.accepted ? { state, request, decision } : refused(decision.refusal, caseId);
}

/** Refusals that need no decision: the case does not fit, or the sender is behind. */
function refusedForTarget(ready: ReadyCommand, state: CaseState | undefined): Refused | undefined {
  const { command, caseId, sent } = ready;
  if (state === undefined)
    return command.opens === undefined ? refused({ code: 'CASE_NOT_FOUND' }) : undefined;
  if (command.opens !== undefined) return refused({ code: 'CASE_EXISTS', inputs: { caseId } }, caseId);
  const { expectedRevision } = sent;
  const behind = expectedRevision !== undefined && expectedRevision !== state.revision;
  // A withdrawal is never turned away because somebody else wrote in the meantime.
  return behind && command.alwaysHeard !== true
    ? refused(conflict(expectedRevision, state.revision), caseId)
    : undefined;
}

/** The request as it is decided, or why its time does not fit the history. */
function requestFor(
  { clock }: CommandPorts,
  ready: ReadyCommand,
  state: CaseState | undefined,
): CommandRequest | Refusal {
  const { sent, workflow, command, input } = ready;
  const actor = actorOf(workflow, sent.actor);
  if (actor === undefined) return { code: 'NOT_PERMITTED', requiredRoles: command.roles };
  const clockNow = clock.now();
  const last = state?.occurredAt ?? '';
  const { occurredAt = clockNow } = ready;
  const refusal = command.alwaysHeard === true ? undefined : refusedForTime(ready.occurredAt, clockNow, last);
  if (refusal !== undefined) return refusal;
  // Only what is always heard may lie in the future here: said on a clock that is ahead, it happened now at the latest.
  const said = occurredAt > clockNow ? clockNow : occurredAt;
  return {
    command,
    input,
    actor,
    confirmedBy: secondActor(workflow, sent.confirmedBy),
    onBehalfOf: sent.onBehalfOf ?? (command.onBehalf === true ? 'subject' : undefined),
    // Time inside a case never goes back, not even when the machine's clock does.
    now: said < last ? last : said,
  };
}

function refusedForTime(
  occurredAt: Instant | undefined,
  now: Instant,
  lastOccurredAt: Instant,
): Refusal | undefined {
  if (occurredAt === undefined) return undefined;
  if (occurredAt > now) return { code: 'OCCURRED_IN_FUTURE', inputs: { occurredAt, now } };
  return occurredAt < lastOccurredAt
    ? { code: 'OCCURRED_BEFORE_LAST_EVENT', inputs: { occurredAt, lastOccurredAt } }
    : undefined;
}

const actorOf = (workflow: Workflow, id: string): Actor | undefined => {
  const role = workflow.roleOf(id);
  return role === undefined ? undefined : { id, role };
};

/** A second person of no known role is one of the wrong role. */
const secondActor = (workflow: Workflow, id: string | undefined): Actor | undefined =>
  id === undefined ? undefined : { id, role: workflow.roleOf(id) ?? '' };

async function keepRefusal(ports: CommandPorts, ready: ReadyCommand, refusal: Refusal): Promise<void> {
  const { workflow, command, sent, caseId, commandId } = ready;
  await recordRefusal(ports, {
    workflow: workflow.name,
    fingerprint: ports.fingerprints.get(workflow.name) ?? '',
    caseId,
    command: command.name,
    commandId,
    actor: { id: sent.actor, role: workflow.roleOf(sent.actor) ?? '' },
    confirmedBy: secondActor(workflow, sent.confirmedBy),
    onBehalfOf: sent.onBehalfOf,
    revision: (await loadCase(ports, caseId))?.revision ?? -1n,
    refusal,
  });
}

/** Two commands are the same when everything the sender said is. */
function contentHash(
  keys: KeyRing,
  sent: SentCommand,
  input: unknown,
  occurredAt: Instant | undefined,
): string {
  const { command, actor, confirmedBy, onBehalfOf, purpose } = sent;
  const said = JSON.stringify([command, input, actor, confirmedBy, onBehalfOf, purpose, occurredAt]);
  return keys.keyedHash('command-content', said, 'base64url');
}

const conflict = (expected: unknown, actual: bigint): Refusal => ({
  code: 'REVISION_CONFLICT',
  inputs: { expected: String(expected), actual: String(actual) },
});

const refused = (refusal: Refusal, caseId?: string): Refused => ({ accepted: false, refusal, caseId });
