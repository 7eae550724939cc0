import { upcast, type FactEvent } from '@safeconduct/workflow';
import { SealBrokenError } from '../errors.js';
import { factOf, type CaseEvent } from '../events/case-event.js';
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
export const factInViews = (event: CaseEvent): FactEvent => factOf(event, dataInViews(event));
