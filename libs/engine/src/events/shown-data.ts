import type { CaseEvent } from './case-event.js';

/** The data of an event for people: in the shape of today, and as recorded where that differs. */
export interface ShownData {
  /** Null where they cannot be read today; `recordedData` has them. */
  readonly data: unknown;
  /** Null where `data` are what was recorded. */
  readonly recordedData: unknown;
}

/** Reads the data of an event, whatever their shape: a history that does not fold must still be shown. */
export function shownData(event: CaseEvent): ShownData {
  const recordedData: unknown = JSON.parse(event.recorded.data);
  try {
    const { type, schemaVersion } = event.recorded;
    const isUpcast = schemaVersion !== (event.workflow.events.get(type)?.version ?? schemaVersion);
    return { data: event.data, recordedData: isUpcast ? recordedData : null };
  } catch {
    return { data: null, recordedData };
  }
}
