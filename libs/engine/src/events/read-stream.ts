import type { EventStore, RecordedEvent, Revision } from '../ports/event-store.js';

const batch = 500;

/** Every event of one stream from a revision on, read in batches. */
export async function readStream(
  events: EventStore,
  stream: string,
  from: Revision = 0n,
): Promise<readonly RecordedEvent[]> {
  const all: RecordedEvent[] = [];
  for (;;) {
    const some = await events.readStream(stream, { from: from + BigInt(all.length), limit: batch });
    all.push(...some);
    if (some.length < batch) return all;
  }
}
