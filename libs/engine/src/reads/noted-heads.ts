import { RevisionConflictError } from '../errors.js';
import { personMetadata } from '../events/metadata.js';
import { readStream } from '../events/read-stream.js';
import { readHeadsStream } from '../events/streams.js';
import type { Clock } from '../ports/clock.js';
import type { EventStore } from '../ports/event-store.js';
import type { Ids } from '../ports/ids.js';
import type { ReadLog, ReadLogHead } from '../ports/read-log.js';

// Storage format: these names are in the log for ever.
const eventType = 'ReadLogNoted';
const schemaVersion = 1;
const metadata = personMetadata({ actor: { id: 'sys-reads', role: 'system' }, command: 'NoteReads' });

export interface NotingPorts {
  readonly events: EventStore;
  readonly reads: Pick<ReadLog, 'head'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/**
 * Notes in the log of events how far the log of reads is and what its hash is, where that has changed. So whoever cuts
 * the log of reads off, or makes all of it anew, has to change the log of events as well.
 * @returns whether something was noted
 * @throws StoreUnavailableError  the next turn notes it
 */
export async function noteReads({ events, reads, clock, ids }: NotingPorts): Promise<boolean> {
  const head = await reads.head();
  const noted = await notedHeads(events);
  if (head.number <= (noted.at(-1)?.number ?? 0)) return false;
  const data = JSON.stringify({ number: head.number, hash: head.hash });
  const event = {
    eventId: ids.next(),
    type: eventType,
    schemaVersion,
    occurredAt: clock.now(),
    metadata,
    data,
  };
  const expected = noted.length === 0 ? 'noStream' : BigInt(noted.length - 1);
  try {
    await events.append([{ stream: readHeadsStream, expected, events: [event] }]);
    return true;
  } catch (error) {
    // Another server has noted it.
    if (error instanceof RevisionConflictError) return false;
    throw error;
  }
}

/** Every head that was noted, the oldest first. */
export const notedHeads = async (events: EventStore): Promise<readonly ReadLogHead[]> =>
  (await readStream(events, readHeadsStream)).map(({ data }) => JSON.parse(data) as ReadLogHead);
