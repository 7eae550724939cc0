import { expect } from '@jest/globals';
import type { EventStore, RecordedEvent } from '../../ports/event-store.js';

const batch = 700;

/**
 * Reads the whole log back and checks what the port promises of it: positions from 1 and revisions from 0 without a
 * gap, the clock never back, no event twice, and each stream the same when it is read alone.
 */
export async function verifiedLog(store: EventStore): Promise<readonly RecordedEvent[]> {
  const log = await wholeLog(store);
  const streams = Map.groupBy(log, ({ stream }) => stream);
  expect(log.map(({ position }) => position)).toEqual(log.map((_, index) => BigInt(index) + 1n));
  expect(await store.head()).toBe(BigInt(log.length));
  const times = log.map(({ recordedAt }) => recordedAt);
  expect(times).toEqual([...times].sort());
  for (const [stream, events] of streams) {
    expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => BigInt(index)));
    expect(await store.readStream(stream, { from: 0n, limit: events.length + 1 })).toEqual(events);
  }
  return log;
}

export async function wholeLog(store: EventStore): Promise<readonly RecordedEvent[]> {
  const log: RecordedEvent[] = [];
  for (;;) {
    const some = await store.readAll({ after: BigInt(log.length), limit: batch });
    log.push(...some);
    if (some.length < batch) return log;
  }
}

export const wholeStream = (store: EventStore, stream: string): Promise<readonly RecordedEvent[]> =>
  store.readStream(stream, { from: 0n, limit: 1_000_000 });
