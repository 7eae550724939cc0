import type { EventStore, RecordedEvent, Revision } from '../ports/event-store.js';

const batchSize = 500;

/** The events of one stream from a revision on, batch by batch; no batch is empty. */
export async function* streamBatches(
  events: EventStore,
  stream: string,
  from: Revision = 0n,
): AsyncGenerator<readonly RecordedEvent[]> {
  for (let next = from; ;) {
    const some = await events.readStream(stream, { from: next, limit: batchSize });
    if (some.length > 0) yield some;
    if (some.length < batchSize) return;
    next += BigInt(some.length);
  }
}

/** Every event of one stream from a revision on, read in batches. */
export async function readStream(
  events: EventStore,
  stream: string,
  from: Revision = 0n,
): Promise<readonly RecordedEvent[]> {
  const all: RecordedEvent[] = [];
  for await (const batch of streamBatches(events, stream, from)) all.push(...batch);
  return all;
}

/**
 * The last event of a stream; `undefined` when there is none. Stores read forwards, so it is found by steps that double
 * and then halve: some 40 events are read of a million.
 */
export async function lastEventOf(events: EventStore, stream: string): Promise<RecordedEvent | undefined> {
  const at = async (revision: Revision) =>
    (await events.readStream(stream, { from: revision, limit: 1 })).at(0);
  let last = await at(0n);
  if (last === undefined) return undefined;
  let step = 1n;
  for (let next; (next = await at(last.revision + step)) !== undefined; step *= 2n) last = next;
  while (step > 1n) {
    step /= 2n;
    last = (await at(last.revision + step)) ?? last;
  }
  return last;
}
