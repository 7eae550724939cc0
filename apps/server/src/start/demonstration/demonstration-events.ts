import { eventStoreWith, type EventStore, type NewEvent } from '@safeconduct/engine';
import type { DemonstrationClock } from './demonstration-clock.js';

/** The log of a demonstration: what is appended gets the time of its clock, whatever the clock of the store shows. */
export function demonstrationEvents(events: EventStore, clock: DemonstrationClock): EventStore {
  const timed = (event: NewEvent): NewEvent => ({
    ...event,
    recordedAt: event.recordedAt ?? clock.recordedAt(event.occurredAt),
  });
  return eventStoreWith(events, {
    append: (writes, checks) =>
      events.append(
        writes.map((write) => ({ ...write, events: write.events.map(timed) })),
        checks,
      ),
    // Whoever appends to a stream has read it, so nothing is recorded before what another process recorded in it.
    readStream: async (stream, range) => {
      const read = await events.readStream(stream, range);
      const last = read.at(-1);
      if (last !== undefined) clock.seen(last.recordedAt);
      return read;
    },
  });
}
