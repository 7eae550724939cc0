import { expect } from '@jest/globals';
import type { EventStore, RecordedEvent } from '../../ports/event-store.js';
import { logStart, type Position } from '../../ports/position.js';

const batch = 700;

/**
 * Reads the whole log back and checks what the port promises of it: positions that ascend, and in each stream
 * revisions from 0 without a gap and a clock that never goes back.
 */
export async function verifiedLog(store: EventStore): Promise<readonly RecordedEvent[]> {
  const log = await wholeLog(store);
  const positions = log.map(({ position }) => position);
  expect(positions.filter((position, index) => position <= (positions[index - 1] ?? logStart))).toEqual([]);
  expect(await store.head()).toBe(positions.at(-1) ?? logStart);
  for (const events of byStream(log).values()) {
    expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => BigInt(index)));
    const times = events.map(({ recordedAt }) => recordedAt);
    expect(times).toEqual([...times].sort());
  }
  return log;
}

/** The same, and each stream holds the same events when it is read alone. */
export async function verifiedStreams(store: EventStore): Promise<readonly RecordedEvent[]> {
  const log = await verifiedLog(store);
  for (const [stream, events] of byStream(log)) expect(await wholeStream(store, stream)).toEqual(events);
  return log;
}

export async function wholeLog(store: EventStore): Promise<readonly RecordedEvent[]> {
  return eventsAfter(store, logStart);
}

/** Every event behind a position. */
export async function eventsAfter(store: EventStore, start: Position): Promise<readonly RecordedEvent[]> {
  const log: RecordedEvent[] = [];
  for (;;) {
    const some = await store.readAll({ after: log.at(-1)?.position ?? start, limit: batch });
    log.push(...some);
    if (some.length < batch) return log;
  }
}

export const wholeStream = (store: EventStore, stream: string): Promise<readonly RecordedEvent[]> =>
  store.readStream(stream, { from: 0n, limit: 1_000_000 });

function byStream(log: readonly RecordedEvent[]): ReadonlyMap<string, readonly RecordedEvent[]> {
  const streams = new Map<string, RecordedEvent[]>();
  for (const event of log) {
    const known = streams.get(event.stream);
    if (known === undefined) streams.set(event.stream, [event]);
    else known.push(event);
  }
  return streams;
}
