import type { Refusal } from '@safeconduct/workflow';
import { RevisionConflictError } from '../errors.js';
import { revisionConflict } from './conflict.js';
import { decide, refusedForCase } from './decide.js';
import { heardUndecided } from './heard.js';
import { newestCase, readState } from './load-case.js';
import type { CommandPorts, ReadyCommand, ReadyPorts } from './pipeline.js';
import { strangersIn } from './named-persons.js';
import { readSent } from './read-sent.js';
import { caseFor, commandIn, readyCommand, workflowFor } from './ready-command.js';
import { storedAnswer, recordDecision } from './record-decision.js';
import { belongsToTheCase, recordRefusal } from './refusal-log.js';
import { commandTime } from './command-time.js';
import { caseStream } from '../events/streams.js';
import type { CommandOutcome, Refused, SentCommand } from './sent-command.js';

/** How often the store may answer that a case has moved on when nothing has been recorded since it last said so. */
const unfoundedConflictsMax = 5;

/** So that nobody waits for ever behind a process that never ends. A command that is `alwaysHeard` has no such end. */
const lostRacesMax = 1000;

/**
 * Handles one command, in the steps below. When an accepted answer resolves, its events are durable. The same
 * command id with the same content answers with what was recorded the first time; a refusal recorded nothing,
 * so a repeated command is decided again.
 *
 * Up to its append a command does not await anything that is in memory. So of many simultaneous commands the
 * first is being written while the next is decided.
 * @throws StoreUnavailableError  outcome unknown; send it again under the same command id
 * @throws HistoryDivergedError  the recorded history of the case does not follow its machine; a command that is
 *   `alwaysHeard` is answered with `HEARD_UNDECIDED` instead, and recorded
 */
export const handle = (ports: CommandPorts, given: SentCommand): Promise<CommandOutcome> =>
  readied(ports, given, handleReady);

/** Steps 1 to 4: makes a sent command ready, and hands it on. */
export async function readied<Outcome, Ports extends ReadyPorts>(
  ports: Ports,
  given: SentCommand,
  next: (ports: Ports, ready: ReadyCommand) => Promise<Outcome>,
): Promise<Outcome | Refused> {
  // 1. Find the workflow.
  const found = workflowFor(ports, given);
  const workflow = found instanceof Promise ? await found : found;
  if (workflow === undefined) return refused({ code: 'CASE_NOT_FOUND' });

  // 2. Find the command.
  const command = commandIn(workflow, given.command);
  if ('code' in command) return refused(command);

  // 3. Check what was sent around the input, parse the input, and find the persons it names.
  const read = readSent(command, given);
  if ('code' in read) return refused(read);
  const { sent, checked, input } = read;
  const asked = strangersIn(ports.people, command, { input, isRecorded: sent.importedBy !== undefined });
  const strangers = asked instanceof Promise ? await asked : asked;
  if (strangers.length > 0) return refused({ code: 'COMMAND_INVALID', issues: strangers });

  // 4. Name the case.
  const onBehalfOf = checked.onBehalfOf ?? (command.onBehalf === true ? 'subject' : undefined);
  const said = { input, occurredAt: checked.occurredAt, onBehalfOf };
  const content = { sent, workflow, command, ...said };
  const caseId = caseFor(ports, content);
  if (caseId === undefined) return refused({ code: 'CASE_NOT_FOUND' });
  return next(ports, readyCommand(ports, { ...content, caseId }, checked));
}

/** Steps 5 to 11: decides and records a command that is ready, or refuses it. */
export async function handleReady(ports: CommandPorts, ready: ReadyCommand): Promise<CommandOutcome> {
  const { caseId, command } = ready;
  // 5. Wait until it is its turn in the case; then steps 6 to 10, in `handleQueued`.
  const outcome = await ports.queue
    .run(caseId, command.alwaysHeard === true, () => handleQueued(ports, ready))
    .catch((error: unknown) => heardUndecided(ports, ready, error));

  // 11. Keep a refusal with the case, and answer.
  if (!outcome.accepted && belongsToTheCase(outcome.refusal)) await recordRefusal(ports, ready, outcome);
  return outcome;
}

/**
 * The steps during which no other command of this process changes the case. Another process may, so they are
 * repeated on a conflict, as long as each conflict means that one more command was recorded. A count would
 * refuse commands, withdrawals among them, only because another process was busy with the case.
 */
async function handleQueued(ports: CommandPorts, ready: ReadyCommand): Promise<CommandOutcome> {
  const { caseId, command, commandId, hash } = ready;
  // An opening command is first decided for a case that does not exist: most of them are for none, and the append
  // finds the others. So they read nothing.
  let isPresumedNew = command.opens !== undefined;
  let foundAt: bigint | undefined;
  let unfounded = 0;
  for (let lost = 0; ;) {
    // 6. Load the state of the case.
    const known = ports.cache.get(caseId);
    const isUnread = isPresumedNew && known === undefined;
    isPresumedNew = false;
    const state = isUnread ? undefined : (known ?? (await readState(ports, caseId)));

    // 7. Answer a repetition with what was recorded.
    const done = state?.done.find(commandId, state.revision);
    if (state !== undefined && done !== undefined) {
      return done.hash === hash
        ? storedAnswer(ports, state, done)
        : refused({ code: 'COMMAND_ID_REUSED' }, caseId);
    }

    // 8. Check that it fits the case, and that its time does.
    const time = refusedForCase(ready, state) ?? commandTime(ready, state, ports.clock.now());

    // 9. Decide.
    const decided = 'code' in time ? time : decide(ready, state, time);
    if ('code' in decided) {
      if (isUnread) continue;
      // An append fails when its state is old. A refusal appends nothing, so it has to read the newest state.
      const newest = state && (await newestCase(ports, caseId));
      if (newest?.revision === state?.revision)
        return { ...refused(decided, caseId), revision: state?.revision };
      continue;
    }

    // 10. Record.
    try {
      return await recordDecision(ports, ready, decided);
    } catch (error) {
      if (!(error instanceof RevisionConflictError) || error.stream !== caseStream(caseId)) {
        // The outcome may be unknown, so the cached state may be old. A conflict in the stream of proposals is for whoever
        // confirms.
        ports.cache.forget(caseId);
        throw error;
      }
      if (error.actual === foundAt) {
        ports.cache.forget(caseId);
        if ((unfounded += 1) === unfoundedConflictsMax)
          return refused(revisionConflict(error.expected, error.actual), caseId);
      }
      foundAt = error.actual;
      if ((lost += 1) >= lostRacesMax && command.alwaysHeard !== true)
        return refused(revisionConflict(error.expected, error.actual), caseId);
      await newestCase(ports, caseId);
    }
  }
}

/** The refusal names a case only where there is one. */
export const refused = (refusal: Refusal, caseId?: string): Refused => ({
  accepted: false,
  refusal,
  caseId: refusal.code === 'CASE_NOT_FOUND' ? undefined : caseId,
});
