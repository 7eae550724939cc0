import type { EventStore, RecordedEvent, Revision } from '../ports/event-store.js';
import type { CaseEvent } from './case-event.js';
import type { EventCodec } from './codec.js';
import { caseStream } from './streams.js';

const batch = 500;

/** The events of a case from a revision on, in order; none when there is no such case. */
export async function readCase(
  events: EventStore,
  codec: EventCodec,
  { caseId, from = 0n }: { readonly caseId: string; readonly from?: Revision },
): Promise<readonly CaseEvent[]> {
  const recorded = await readStream(events, caseStream(caseId), from);
  return (await codec.decode(recorded)) as readonly CaseEvent[];
}

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
