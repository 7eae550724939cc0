import { upcast, type FactEvent } from '@safeconduct/workflow';
import { SealBrokenError } from '../errors.js';
import type { CaseEvent } from '../events/case-event.js';
import { closedData } from '../sealing/sealed-data.js';

/**
 * The data of an event for a row of a view. Where a seal does not open, a stand-in is in place of each personal value: one
 * damaged event must not keep the views from all cases. `verify` finds it, and the case itself is refused.
 */
export function dataInViews(event: CaseEvent): unknown {
  try {
    return event.data;
  } catch (error) {
    if (!(error instanceof SealBrokenError)) throw error;
    const { type, schemaVersion, data } = event.recorded;
    return upcast(event.workflow, type, schemaVersion, closedData(data));
  }
}

/** The same, as the fold takes it. */
export function factInViews(event: CaseEvent): FactEvent {
  const { recorded, envelope } = event;
  const { saidAt, actor, confirmation, onBehalfOf } = envelope;
  const { type, occurredAt } = recorded;
  return { type, data: dataInViews(event), occurredAt, saidAt, actor, confirmation, onBehalfOf };
}
