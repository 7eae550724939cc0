import type { RecordedEvent } from '../ports/event-store.js';
import type { SubjectKey } from '../ports/subject-keys.js';
import { openedData, type OpenedData } from '../sealing/sealed-data.js';
import { isSealed } from './metadata.js';

/**
 * The data of an event in the shape in which they were recorded, without seals.
 * @throws SealBrokenError  personal values cannot be opened
 */
export const openedDataOf = (
  recorded: RecordedEvent,
  caseId: string,
  key: SubjectKey | undefined,
): OpenedData =>
  isSealed(recorded.metadata)
    ? openedData({ ...recorded, caseId }, recorded.data, key)
    : { data: JSON.parse(recorded.data), erasedAt: undefined };
