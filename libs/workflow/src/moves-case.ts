import { canonicalJson } from './canonical-json.js';
import type { RecordedSummary, Workflow } from './define-workflow.js';
import type { DecidedEvent } from './decision.js';
import type { Folded } from './fold.js';

/** Whether one of some events changes the state of a case or what the ledger counts of it. Administration does not. */
export function movesCase(
  workflow: Workflow,
  before: Folded,
  events: readonly Pick<DecidedEvent, 'after'>[],
): boolean {
  const cell = cellOf(workflow.summary(before));
  return events.some(({ after }) => after.state !== before.state || cellOf(workflow.summary(after)) !== cell);
}

/** What the ledger counts, as one text. Who runs a case is administration. */
const cellOf = ({ assignee: _administration, ...counted }: RecordedSummary): string => canonicalJson(counted);
