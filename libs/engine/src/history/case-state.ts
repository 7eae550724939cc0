import type { Folded, Instant, Workflow } from '@safeconduct/workflow';
import { HistoryDivergedError } from '../errors.js';
import type { Position, Revision } from '../ports/event-store.js';
import type { CaseEvent } from './case-event.js';
import { DoneCommands } from './done-commands.js';
import type { DueDates } from './envelope.js';

/** A case as the events up to a revision make it. */
export interface CaseState {
  readonly workflow: Workflow;
  readonly caseId: string;
  /** The natural key it was opened with. */
  readonly reference: string;
  readonly revision: Revision;
  readonly position: Position;
  readonly folded: Folded;
  readonly due: DueDates;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly done: DoneCommands;
}

/**
 * Folds the events of a case, or continues from an earlier state of it.
 * @throws HistoryDivergedError  the machine does not accept an event where it stands in the stream
 */
export function foldCase(
  workflow: Workflow,
  caseId: string,
  events: readonly CaseEvent[],
  before?: CaseState,
): CaseState | undefined {
  if (events.length === 0) return before;
  let folded = before?.folded;
  const done = before?.done ?? new DoneCommands();
  for (const { recorded, envelope, fact } of events) {
    const next = workflow.fold.step(folded, fact);
    if (next === undefined) {
      const where = folded?.state ?? 'a case that is not open';
      throw new HistoryDivergedError(
        recorded.stream,
        recorded.revision,
        `${recorded.type} cannot follow in ${where}`,
      );
    }
    folded = next;
    const { revision } = recorded;
    const firstRevision = done.find(envelope.commandId, revision)?.firstRevision ?? revision;
    done.add(envelope.commandId, { hash: envelope.commandHash, firstRevision, lastRevision: revision });
  }
  const last = events.at(-1) as CaseEvent;
  return {
    workflow,
    caseId,
    reference: before?.reference ?? referenceIn(workflow, events[0] as CaseEvent),
    revision: last.recorded.revision,
    position: last.recorded.position,
    folded: folded as Folded,
    due: workflow.dueDates(folded as Folded),
    occurredAt: last.recorded.occurredAt,
    recordedAt: last.recorded.recordedAt,
    done,
  };
}

/** The natural key stands in the opening event under the name of the opening command's key field. */
export function referenceIn(workflow: Workflow, opening: CaseEvent): string {
  return String((opening.fact.data as Readonly<Record<string, unknown>>)[workflow.opening.opens]);
}
