import type { NewEvent } from '@safeconduct/engine';
import { countingIds, fixedClock } from '@safeconduct/engine/testing';
import { openSqliteEvents } from '../events/sqlite-events.js';

export const clock = fixedClock('2025-01-01T00:00:00.000Z');
const ids = countingIds();

export const event = (more: Partial<NewEvent> = {}): NewEvent => ({
  eventId: ids.next(),
  type: 'NoteAdded',
  schemaVersion: 1,
  metadata: { workflow: 'test', actor: 'co-1' },
  data: JSON.stringify({ note: 'n'.repeat(300) }),
  ...more,
});

/** A log at rest in a folder: so many events over ten streams. */
export async function sampleLog(folder: string, count: number): Promise<void> {
  const store = openSqliteEvents({ folder, clock, mode: 'write' });
  for (let index = 0; index < count; index += 10) {
    const writes = Array.from({ length: 10 }, (_, stream) => ({
      stream: `stream-${stream}`,
      expected: index === 0 ? ('noStream' as const) : BigInt(index / 10 - 1),
      events: [event()],
    }));
    await store.append(writes);
  }
  await store.close();
}
