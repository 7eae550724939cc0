import { decideCommand, movesCase, type CommandRequest, type Refusal } from '@safeconduct/workflow';
import type { CaseState } from '../history/case-state.js';
import { revisionConflict } from './conflict.js';
import type { AskedCommand, Decided, ReadyCommand } from './pipeline.js';
import type { StepTime } from './command-time.js';

/**
 * Why a command is refused before anything is decided: the case does not fit, the sender's revision is old,
 * or the sender is unknown.
 */
export function refusedForCase(
  { command, caseId, sent }: AskedCommand,
  state: CaseState | undefined,
): Refusal | undefined {
  const opens = command.opens !== undefined;
  if (state === undefined && !opens) return { code: 'CASE_NOT_FOUND' };
  if (state !== undefined && opens) return { code: 'CASE_EXISTS', inputs: { caseId } };
  const { expectedRevision, actor } = sent;
  const behind = expectedRevision !== undefined && state !== undefined && expectedRevision !== state.revision;
  // A withdrawal is never refused because another writer appended in the meantime.
  if (behind && command.alwaysHeard !== true) return revisionConflict(expectedRevision, state.revision);
  // An unknown sender gets no information about the case, not even its times.
  return actor.roles.length === 0 ? { code: 'NOT_PERMITTED', requiredRoles: command.roles } : undefined;
}

/**
 * Decides a command: the events to record, or the refusal. What is free of order and leaves the case where it is stands at
 * its own time. What moves the case stands at the clock of the case. A step
 * that waited for its second person must be possible at the time that was said and now.
 */
export function decide(ready: ReadyCommand, state: CaseState | undefined, time: StepTime): Decided | Refusal {
  const { askedAt } = time;
  const today = askedAt === undefined ? undefined : decideAt(ready, state, { ...time, now: askedAt });
  if (today !== undefined && 'code' in today) return today;
  const decided = decideAt(ready, state, time);
  if (ready.command.freeOfOrder !== true || state === undefined || 'code' in decided) return decided;
  if (!movesCase(ready.workflow, state.folded, decided.decision.events)) return { ...decided, isFree: true };
  const { occurredAt } = state;
  return time.now >= occurredAt
    ? decided
    : decideAt(ready, state, { ...time, now: occurredAt, saidAt: time.now });
}

function decideAt(ready: ReadyCommand, state: CaseState | undefined, time: StepTime): Decided | Refusal {
  const request = requestFor(ready, time);
  const decision = decideCommand(ready.workflow, state?.folded, request);
  // What destroys for ever is confirmed by the second person themselves, not named by the first.
  if (decision.accepted && ready.command.erases === true && ready.proposal === undefined)
    return { code: 'SECOND_PERSON_REQUIRED', requiredRoles: ready.command.confirmedBy ?? [] };
  return decision.accepted ? { state, request, decision, isFree: false } : decision.refusal;
}

/** A command as it is decided, at a time. */
export function requestFor(
  { command, input, sent, confirmed, onBehalfOf }: AskedCommand,
  { now, saidAt, confirmedAt = now }: StepTime,
): CommandRequest {
  return {
    command,
    input,
    actor: sent.actor,
    confirmation: confirmed && { by: confirmed.by, at: confirmedAt, contentHash: confirmed.contentHash },
    contentHash: confirmed?.ownHash,
    onBehalfOf,
    now,
    saidAt,
  };
}
