import type { Actor, Instant } from '@safeconduct/workflow';
import { RecordedEnvelope, personMetadata } from '../events/metadata.js';
import type { NewEvent, RecordedEvent } from '../ports/event-store.js';
import { changeOfEvent, eventTypes, type Change } from './changes.js';
import type { Directory } from './directory.js';

/** A change as it was recorded. */
export interface RecordedChange {
  readonly change: Change;
  readonly recorded: RecordedEvent;
  /** Who made it, and in which role. */
  readonly by: { readonly id: string; readonly role: string };
}

const schemaVersion = 1;

/** The event that records a change. */
export function changeEvent(
  { name, person, data }: Change,
  { eventId, by, occurredAt }: { readonly eventId: string; readonly by: Actor; readonly occurredAt: Instant },
): NewEvent {
  const metadata = personMetadata({ actor: { id: by.id, role: by.roles[0] ?? '' }, command: name });
  return {
    ...{ eventId, type: eventTypes[name], schemaVersion, occurredAt, metadata },
    data: JSON.stringify({ person, ...data }),
  };
}

/** The change that an event records; `undefined` for an event of a later release, which changes nothing here. */
export function recordedChange(recorded: RecordedEvent): RecordedChange | undefined {
  const name = changeOfEvent(recorded.type);
  if (name === undefined) return undefined;
  const { person, ...data } = JSON.parse(recorded.data) as { readonly person: string };
  return {
    change: { name, person, data } as Change,
    recorded,
    by: new RecordedEnvelope(recorded.metadata).actor,
  };
}

/** The directory after some more of what was recorded. */
export const directoryAfter = (before: Directory, events: readonly RecordedEvent[]): Directory =>
  events.reduce((directory, event) => {
    const found = recordedChange(event);
    return found === undefined ? directory : directory.after(found.change);
  }, before);
