/**
 * A process that appends until it is killed: `append-forever.ts <folder> <callers> <bytes>`. Each line has
 * the outcome of one append, after it was answered.
 */
import { systemClock } from '../../system/clock.js';
import { uuidIds } from '../../system/uuid.js';
import { openSqliteEvents } from '../events/sqlite-events.js';
import { lockFolder } from '../lock-folder.js';

/** One line of it. */
export type AppendLine =
  | {
      readonly eventId: string;
      readonly stream: string;
      readonly revision: string;
      readonly position: string;
    }
  | { readonly eventId: string; readonly refused: string };

const pauseMs = 20;
const [, , folder = '', callers = '1', bytes = '100'] = process.argv;

lockFolder(folder, { note: 'a test that appends' });
const store = openSqliteEvents({ folder, clock: systemClock, mode: 'write' });
const data = JSON.stringify('x'.repeat(Number(bytes)));

await Promise.all(Array.from({ length: Number(callers) }, (_, caller) => appendForever(`caller-${caller}`)));

async function appendForever(stream: string): Promise<void> {
  let next = BigInt((await store.readStream(stream, { from: 0n, limit: 1_000_000 })).length);
  for (;;) {
    const event = { eventId: uuidIds.next(), type: 'Appended', schemaVersion: 1, metadata: {}, data };
    const expected = next === 0n ? 'noStream' : next - 1n;
    try {
      const { position, revisions } = await store.append([{ stream, expected, events: [event] }]);
      await tell({
        eventId: event.eventId,
        stream,
        revision: String(revisions[0]),
        position: String(position),
      });
      next += 1n;
    } catch (error) {
      await tell({ eventId: event.eventId, refused: String((error as { code?: unknown }).code) });
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

/** Resolves when the line was written out, so that a kill loses at most one line of each caller. */
function tell(line: AppendLine): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(`${JSON.stringify(line)}\n`, () => {
      resolve();
    });
  });
}
