/**
 * A process that reads streams and appends to them until it is killed: `list-append-forever.ts <folder>
 * <callers>`. Each line is an observation; an append has two lines, one before it is sent and one when it was
 * answered.
 */
import type { Observation } from '@safeconduct/engine/testing';
import { systemClock } from '../../system/clock.js';
import { uuidIds } from '../../system/uuid.js';
import { openSqliteEvents } from '../events/sqlite-events.js';
import { lockFolder } from '../lock-folder.js';

const streams = ['list-0', 'list-1', 'list-2'];
const [, , folder = '', callers = '1'] = process.argv;

lockFolder(folder, { note: 'a test that appends to lists' });
const store = openSqliteEvents({ folder, clock: systemClock, mode: 'write' });

await Promise.all(Array.from({ length: Number(callers) }, (_, caller) => observeForever(caller)));

async function observeForever(caller: number): Promise<void> {
  for (let step = caller; ; step += 1) {
    const stream = streams[step % streams.length] as string;
    const begun = now();
    const events = await store.readStream(stream, { from: 0n, limit: 1_000_000 });
    const seen = events.map(({ eventId }) => eventId);
    tell({ kind: 'read', stream, begun, ended: now(), seen });
    await append(stream, seen);
  }
}

async function append(stream: string, seen: readonly string[]): Promise<void> {
  const event = { eventId: uuidIds.next(), type: 'Appended', schemaVersion: 1, metadata: {}, data: '{}' };
  const expected = seen.length === 0 ? 'noStream' : BigInt(seen.length - 1);
  const sent = { kind: 'append', stream, begun: now(), eventId: event.eventId, seen } as const;
  tell({ ...sent, ended: Number.MAX_VALUE, accepted: 'unknown' });
  const accepted = await store.append([{ stream, expected, events: [event] }]).then(
    () => true,
    () => false,
  );
  tell({ ...sent, ended: now(), accepted });
}

/** One clock for all processes of this machine, in nanoseconds; its milliseconds would be too coarse. */
function now(): number {
  return Number(process.hrtime.bigint());
}

function tell(observation: Observation): void {
  process.stdout.write(`${JSON.stringify(observation)}\n`);
}
