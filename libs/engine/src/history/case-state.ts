import type { Folded, Instant, Workflow } from '@safeconduct/workflow';
import { HistoryDivergedError } from '../errors.js';
import type { CaseEvent } from '../events/case-event.js';
import type { DueDates } from '../events/envelope.js';
import type { Revision } from '../ports/event-store.js';
import type { Position } from '../ports/position.js';
import { DoneCommands } from './done-commands.js';

/** A case after the events up to a revision, as far as it is shown. */
export interface CaseAt {
  readonly workflow: Workflow;
  readonly caseId: string;
  /** The natural key it was opened with. */
  readonly reference: string;
  readonly revision: Revision;
  readonly position: Position;
  readonly folded: Folded;
  readonly due: DueDates;
  readonly openedAt: Instant;
  /** The clock of the case: the time of its last event that is not `freeOfOrder`. */
  readonly occurredAt: Instant;
  /** The latest time at which one of its events happened. */
  readonly latestAt: Instant;
  /**
   * Of the last event; `undefined` while it was appended to a store without `tellsRecordedAt` and not read
   * yet.
   */
  readonly recordedAt: Instant | undefined;
}

/** The state of a case after the events up to a revision, to decide from. */
export interface CaseState extends CaseAt {
  /**
   * Shared with the earlier and later states of the case, and growing with them: search it with this state's
   * `revision`.
   */
  readonly done: DoneCommands;
}

/** A case whose `recordedAt` is known. */
export interface ReadCase extends CaseAt {
  readonly recordedAt: Instant;
}

/** A case state whose `recordedAt` is known. */
export interface ReadCaseState extends CaseState {
  readonly recordedAt: Instant;
}

/**
 * Folds the events of a case, or continues from an earlier state of it, and notes the commands that were done.
 * @throws HistoryDivergedError  see `foldToShow`
 */
export function foldCase(
  caseId: string,
  events: readonly CaseEvent[],
  before?: ReadCaseState,
): ReadCaseState | undefined {
  const shown = foldToShow(caseId, events, before);
  if (shown === undefined || shown === before) return before;
  const done = before?.done ?? new DoneCommands();
  for (const { recorded, envelope } of events) {
    const { revision } = recorded;
    const firstRevision = done.find(envelope.commandId, revision)?.firstRevision ?? revision;
    done.add(envelope.commandId, { hash: envelope.commandHash, firstRevision, lastRevision: revision });
  }
  return { ...shown, done };
}

/**
 * Folds the events of a case in the order in which they were recorded, or continues from an earlier state of it.
 * @throws HistoryDivergedError  the machine does not accept an event where it stands in the stream, or the
 *   workflow is not registered in this process
 */
export function foldToShow(
  caseId: string,
  events: readonly CaseEvent[],
  before?: ReadCase,
): ReadCase | undefined {
  return fold(caseId, events, { before, next: step });
}

/**
 * Folds those events of a case that had happened by a moment. An event that is free of order may have been entered in a
 * state that the case was not in yet. It leaves any state as it is, so only the facts are asked.
 * @throws HistoryDivergedError  see `foldToShow`
 */
export function foldHappened(
  caseId: string,
  events: readonly CaseEvent[],
  before?: ReadCase,
): ReadCase | undefined {
  return fold(caseId, events, { before, next: learnOrStep });
}

interface Folding {
  readonly before: ReadCase | undefined;
  readonly next: (workflow: Workflow, before: Folded | undefined, event: CaseEvent) => Folded;
}

function fold(caseId: string, events: readonly CaseEvent[], { before, next }: Folding): ReadCase | undefined {
  const [first] = events;
  if (first === undefined) return before;
  const { workflow } = before ?? first;
  let folded = before?.folded;
  let { occurredAt, latestAt } = before ?? { occurredAt: '', latestAt: '' };
  for (const event of events) {
    folded = next(workflow, folded, event);
    const at = event.recorded.occurredAt;
    if (!event.envelope.freeOfOrder) occurredAt = at;
    if (at > latestAt) latestAt = at;
  }
  const last = events.at(-1) as CaseEvent;
  return {
    workflow,
    caseId,
    reference: before?.reference ?? referenceIn(workflow, first),
    revision: last.recorded.revision,
    position: last.recorded.position,
    folded: folded as Folded,
    due: workflow.dueDates(folded as Folded),
    openedAt: before?.openedAt ?? first.recorded.occurredAt,
    occurredAt,
    latestAt,
    recordedAt: last.recorded.recordedAt,
  };
}

const learnOrStep: Folding['next'] = (workflow, before, event) =>
  before !== undefined && event.envelope.freeOfOrder
    ? workflow.fold.learn(before, event.fact)
    : step(workflow, before, event);

/** Whatever stops the fold is a divergence: an event the chart does not take, a shape that no upcaster leads on from. */
function step(workflow: Workflow, before: Folded | undefined, event: CaseEvent): Folded {
  const { stream, revision, type } = event.recorded;
  let next: Folded | undefined;
  try {
    next = workflow.fold.step(before, event.fact);
  } catch (error) {
    throw new HistoryDivergedError(stream, revision, `${type} cannot be read: ${causeInWords(error)}`);
  }
  if (next !== undefined) return next;
  const where = before?.state ?? 'a case that is not open';
  throw new HistoryDivergedError(stream, revision, `${type} cannot follow in ${where}`);
}

/** The message of a failed JSON parser repeats what it read, which may be personal. */
function causeInWords(error: unknown): string {
  if (error instanceof SyntaxError) return 'its data are no JSON text';
  return error instanceof Error ? error.message : String(error);
}

/** The natural key stands in the opening event under the name of the opening command's key field. */
export function referenceIn(workflow: Workflow, opening: CaseEvent): string {
  return String((opening.data as Readonly<Record<string, unknown>>)[workflow.opening.opens]);
}
