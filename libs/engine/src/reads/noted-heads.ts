import { RevisionConflictError } from '../errors.js';
import { personMetadata } from '../events/metadata.js';
import { lastEventOf, streamBatches } from '../events/read-stream.js';
import { readHeadsStream } from '../events/streams.js';
import type { Clock } from '../ports/clock.js';
import type { EventStore, NewEvent, RecordedEvent, Revision } from '../ports/event-store.js';
import type { Ids } from '../ports/ids.js';
import type { Position } from '../ports/position.js';
import type { ReadLog, ReadLogHead } from '../ports/read-log.js';

// Storage format: these names are in the log for ever.
const eventType = 'ReadLogNoted';
const schemaVersion = 1;
const readAtOnce = 100;
const metadata = personMetadata({ actor: { id: 'sys-reads', role: 'system' }, command: 'NoteReads' });

export interface NotingPorts {
  readonly events: EventStore;
  readonly reads: Pick<ReadLog, 'head' | 'flush' | 'entries'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/**
 * Notes in the log of events how far the log of reads is and what its hash is, where that has changed. So whoever cuts
 * the log of reads off, or makes all of it anew, has to change the log of events as well.
 *
 * However many heads were noted, a turn reads what others have noted since the last one, and the first turn the last one.
 */
export class ReadHeads {
  #isKnown = false;
  #last: Noted | undefined;
  #told = 0;

  constructor(private readonly ports: NotingPorts) {}

  /**
   * Notes the head, unless it is noted. What is noted is durable: a power cut takes no entry of it.
   * @param onMissing  told once of each head that was noted and that the log of reads no longer has: entries were cut off
   *   or changed
   * @returns whether something was noted
   * @throws StoreUnavailableError  the next turn notes it
   */
  async note(onMissing?: (noted: ReadLogHead) => void): Promise<boolean> {
    const { events, reads } = this.ports;
    const head = await reads.head();
    // Nothing was read since. The first turn looks all the same whether what was noted is still there.
    if (this.#isKnown && head.hash === this.#last?.hash) return false;
    await this.#refresh();
    await this.#lookForNoted(onMissing);
    if (head.number <= (this.#last?.number ?? 0)) return false;
    await reads.flush();
    const written = { stream: readHeadsStream, events: [this.#eventOf(head)] };
    try {
      const { revisions, position } = await events.append([
        { ...written, expected: this.#last?.revision ?? 'noStream' },
      ]);
      this.#last = { ...head, revision: revisions[0] as Revision, position };
      return true;
    } catch (error) {
      // Another server has noted it.
      if (error instanceof RevisionConflictError) return false;
      throw error;
    }
  }

  /**
   * Whether nothing but heads was recorded after a position and up to another one. Reads nothing unless the last head that
   * this process knows stands there.
   * @throws StoreUnavailableError
   */
  async areAllBetween(after: Position, upTo: Position): Promise<boolean> {
    if (this.#last?.position !== upTo) return false;
    for (let from = after; from < upTo;) {
      const found = await this.ports.events.readAll({ after: from, limit: readAtOnce });
      const until = found.filter(({ position }) => position <= upTo);
      if (until.some(({ stream }) => stream !== readHeadsStream)) return false;
      from = found.at(-1)?.position ?? upTo;
    }
    return true;
  }

  #eventOf({ number, hash }: ReadLogHead): NewEvent {
    const { clock, ids } = this.ports;
    const data = JSON.stringify({ number, hash });
    const occurredAt = clock.now();
    return { eventId: ids.next(), type: eventType, schemaVersion, occurredAt, metadata, data };
  }

  async #refresh(): Promise<void> {
    const { events } = this.ports;
    if (!this.#isKnown) this.#last = notedIn(await lastEventOf(events, readHeadsStream));
    this.#isKnown = true;
    const from = this.#last === undefined ? 0n : this.#last.revision + 1n;
    for await (const batch of streamBatches(events, readHeadsStream, from))
      this.#last = notedIn(batch.at(-1));
  }

  /** Whoever noted a head had seen its entry, so the entry is there with its hash, or was taken away. */
  async #lookForNoted(onMissing?: (noted: ReadLogHead) => void): Promise<void> {
    const noted = this.#last;
    if (noted === undefined || noted.number <= this.#told) return;
    const query = { terms: [], newestFirst: false, after: noted.number - 1, limit: 1 };
    const [kept] = await this.ports.reads.entries(query);
    if (kept?.hash === noted.hash) return;
    this.#told = noted.number;
    onMissing?.(noted);
  }
}

interface Noted extends ReadLogHead {
  readonly revision: Revision;
  readonly position: Position;
}

const headIn = ({ data }: RecordedEvent): ReadLogHead => JSON.parse(data) as ReadLogHead;
const notedIn = (event: RecordedEvent | undefined): Noted | undefined =>
  event && { ...headIn(event), revision: event.revision, position: event.position };

/** Every head that was noted, the oldest first, so that a check has few of them in memory at a time. */
export async function* notedHeads(events: EventStore): AsyncGenerator<ReadLogHead> {
  for await (const batch of streamBatches(events, readHeadsStream)) yield* batch.map(headIn);
}
