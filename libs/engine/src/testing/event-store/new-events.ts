import type { NewEvent } from '../../ports/event-store.js';
import { countingIds } from '../counting-ids.js';

const ids = countingIds();
let streams = 0;

/** A name that no other test of this run uses. */
export function newStream(): string {
  streams += 1;
  return `stream-${streams}`;
}

export const newEvent = (more: Partial<NewEvent> = {}): NewEvent => ({
  eventId: ids.next(),
  type: 'NoteAdded',
  schemaVersion: 1,
  metadata: { workflow: 'test', actor: 'co-1' },
  data: '{"text":"a note"}',
  ...more,
});

export const newEvents = (count: number): readonly NewEvent[] =>
  Array.from({ length: count }, () => newEvent());

export const idsOf = (events: readonly { readonly eventId: string }[]): readonly string[] =>
  events.map(({ eventId }) => eventId);
