import type { Instant } from '@safeconduct/workflow';
import { erasureMetadata } from '../events/metadata.js';
import type { ReadEvent } from '../events/case-event.js';
import { erasuresStream } from '../events/streams.js';
import type { NewEvent, RecordedEvent } from '../ports/event-store.js';

// Storage format: these names are in the log for ever.
const begunType = 'ErasureBegun';
const destroyedType = 'SubjectKeyDestroyed';
const schemaVersion = 1;

/** What was destroyed of a person, and when. */
export interface DestroyedKeys {
  readonly caseId: string;
  /** The id of the keys; everything that was sealed with them names it. */
  readonly keyId: string;
  readonly destroyedAt: Instant;
}

/** What the system records of erasures, beside the fact in the case that says who decided them. */
export type ErasureRecord =
  | { readonly kind: 'begun'; readonly caseId: string; readonly recorded: RecordedEvent }
  | { readonly kind: 'destroyed'; readonly keys: DestroyedKeys; readonly recorded: RecordedEvent };

/** It is about to be recorded in a case that its person is erased. If it is recorded, the keys are destroyed. */
export const begunEvent = (eventId: string, caseId: string): NewEvent => ({
  ...{ eventId, type: begunType, schemaVersion, metadata: erasureMetadata },
  data: JSON.stringify({ caseId }),
});

/** The keys are destroyed. */
export const destroyedEvent = (eventId: string, { caseId, keyId, destroyedAt }: DestroyedKeys): NewEvent => ({
  ...{ eventId, type: destroyedType, schemaVersion, metadata: erasureMetadata },
  data: JSON.stringify({ caseId, keyId, destroyedAt }),
});

/** What an event of the stream of erasures says; `undefined` for one of a later release, which says nothing here. */
export function erasureRecord(recorded: RecordedEvent): ErasureRecord | undefined {
  if (recorded.type === begunType) {
    const { caseId } = JSON.parse(recorded.data) as { readonly caseId: string };
    return { kind: 'begun', caseId, recorded };
  }
  if (recorded.type !== destroyedType) return undefined;
  const { caseId, keyId, destroyedAt } = JSON.parse(recorded.data) as DestroyedKeys;
  return { kind: 'destroyed', keys: { caseId, keyId, destroyedAt }, recorded };
}

/** The case whose person is erased from this event on: nothing of them can be read any more. `undefined` for any other event. */
export function erasedBy({ kind, recorded }: ReadEvent): string | undefined {
  if (kind !== 'other' || recorded.stream !== erasuresStream) return undefined;
  const record = erasureRecord(recorded);
  return record?.kind === 'destroyed' ? record.keys.caseId : undefined;
}
