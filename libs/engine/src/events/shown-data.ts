import type { Instant } from '@safeconduct/workflow';
import { closedData } from '../sealing/sealed-data.js';
import type { CaseEvent } from './case-event.js';
import { isSealed } from './metadata.js';

/** The data of an event for people: in the shape of today, and as recorded where that differs. */
export interface ShownData {
  /** Null where they cannot be read today; `recordedData` has them. */
  readonly data: unknown;
  /** Null where `data` are what was recorded. */
  readonly recordedData: unknown;
  /** When the keys of the personal values were destroyed; null where they can be read or there are none. */
  readonly erasedAt: Instant | null;
}

/** Reads the data of an event, whatever their shape: a history that does not fold must still be shown. */
export function shownData(event: CaseEvent): ShownData {
  const { recordedData, erasedAt } = openedOrClosed(event);
  try {
    const { type, schemaVersion } = event.recorded;
    const isUpcast = schemaVersion !== (event.workflow.events.get(type)?.version ?? schemaVersion);
    return { data: event.data, recordedData: isUpcast ? recordedData : null, erasedAt };
  } catch {
    return { data: null, recordedData, erasedAt };
  }
}

/** Where the seals do not open, the rest of the data is shown. */
function openedOrClosed(event: CaseEvent): Pick<ShownData, 'recordedData' | 'erasedAt'> {
  const { metadata, data } = event.recorded;
  try {
    return { recordedData: event.recordedData, erasedAt: event.erasedAt ?? null };
  } catch (error) {
    if (!isSealed(metadata)) throw error;
    return { recordedData: closedData(data), erasedAt: null };
  }
}
