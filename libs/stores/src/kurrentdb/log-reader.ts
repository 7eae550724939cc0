import {
  EngineError,
  logStart,
  positionOf,
  StoreCorruptError,
  type Position,
  type RecordedEvent,
  type Revision,
} from '@safeconduct/engine';
import type { KurrentDBClient, Filter, ResolvedEvent } from '@kurrent/kurrentdb-client';
import { Boundaries } from './boundaries.js';
import { classify } from './classify.js';
import { connectMs, type Connection } from './connection.js';
import { fromClient, textOf } from './envelope.js';
import type { StreamHeads } from './stream-heads.js';
import type { StreamNames } from './stream-names.js';
import { collected, Deadline, pauseBefore } from './within.js';

export interface ReadTimes {
  /** How long a call may be silent, in milliseconds. */
  readonly callMs: number;
  /** How long a read may take with all its attempts, in milliseconds; longer for more events. */
  readonly deadlineMs: number;
}

type Resolved = Pick<ResolvedEvent, 'event'>;
type Start = (client: KurrentDBClient) => AsyncIterable<Resolved>;

/** What is read, for people, how many events at most, and until when. */
interface Read {
  readonly what: string;
  readonly limit: number;
  readonly deadline?: Deadline | undefined;
}

interface Range {
  readonly limit: number;
  readonly isFiltered: boolean;
}

/** A read that yields fewer than 500 events a second is given up once the deadline has passed. */
const msPerEvent = 2;

/** Reads of one installation. All of them ask the leader, because decisions rest on them. */
export class LogReader {
  readonly #boundaries = new Boundaries();
  readonly #filter: Filter;

  constructor(
    private readonly connection: Connection,
    private readonly names: StreamNames,
    private readonly options: ReadTimes & { readonly heads: StreamHeads },
  ) {
    this.#filter = connection.driver.streamNameFilter({ prefixes: [...names.prefixes] });
  }

  /** Takes note of an event that was recorded, so that reading from its position needs no search. */
  noteBoundary(position: Position): void {
    this.#boundaries.note(position);
  }

  /** @param deadline  of a call that this read is a part of */
  async stream(
    stream: string,
    { from, limit }: { readonly from: Revision; readonly limit: number },
    deadline?: Deadline,
  ): Promise<readonly RecordedEvent[]> {
    if (limit <= 0) return [];
    const name = this.names.stored(stream);
    const read = { what: `reading stream ${stream}`, limit, deadline };
    const events = await this.#recordedIn(read, (client) =>
      client.readStream(name, { fromRevision: from, maxCount: limit, requiresLeader: true }),
    );
    this.options.heads.noteEvents(stream, events);
    return events;
  }

  /** The last events of a stream, in order. */
  async tail(stream: string, count: number, deadline?: Deadline): Promise<readonly RecordedEvent[]> {
    const name = this.names.stored(stream);
    const read = { what: `reading the end of stream ${stream}`, limit: count, deadline };
    const events = await this.#recordedIn(read, (client) =>
      client.readStream(name, {
        direction: 'backwards',
        fromRevision: 'end',
        maxCount: count,
        requiresLeader: true,
      }),
    );
    const inOrder = [...events].reverse();
    this.options.heads.noteEvents(stream, inOrder);
    return inOrder;
  }

  /** Up to so many events behind a position; fewer only at the end of the log. */
  async all(after: Position, limit: number): Promise<readonly RecordedEvent[]> {
    const found: RecordedEvent[] = [];
    while (found.length < limit) {
      const some = await this.#behind(found.at(-1)?.position ?? after, limit - found.length);
      // A server may search so far for events that pass a filter and no further. So the end is not where a
      // batch is short, but where nothing follows.
      if (some.length === 0) break;
      for (const event of some) found.push(event);
    }
    return found;
  }

  async at(position: Position): Promise<RecordedEvent | undefined> {
    if (position <= logStart) return undefined;
    const [found] = await this.#from(position, { limit: 1, isFiltered: false });
    return found?.position === position ? found : undefined;
  }

  async head(): Promise<Position> {
    const [last] = await this.#recordedIn({ what: 'reading the end of the log', limit: 1 }, (client) =>
      client.readAll({
        direction: 'backwards',
        fromPosition: 'end',
        maxCount: 1,
        filter: this.#filter,
        requiresLeader: true,
      }),
    );
    if (last === undefined) return logStart;
    this.#boundaries.note(last.position);
    return last.position;
  }

  /** The text that is kept beside the log under a name. */
  async meta(name: string): Promise<string | undefined> {
    const stream = this.names.meta(name);
    const [first] = await this.#retried({ what: `reading ${name} beside the log`, limit: 1 }, (client) =>
      client.readStream(stream, { fromRevision: 0n, maxCount: 1, requiresLeader: true }),
    );
    return first?.event === undefined ? undefined : textOf(first.event.data as Uint8Array);
  }

  async #behind(after: Position, limit: number): Promise<readonly RecordedEvent[]> {
    // The event at the position itself comes first, if it is one of ours.
    const events = await this.#from(after, { limit: limit + 1, isFiltered: true });
    const behind = events.filter(({ position }) => position > after).slice(0, limit);
    const last = behind.at(-1);
    if (last !== undefined) this.#boundaries.note(last.position);
    return behind;
  }

  /** The events from a position on, which may be one at which no event begins. */
  async #from(place: Position, range: Range): Promise<readonly RecordedEvent[]> {
    for (let attempt = 0; attempt < 2; attempt += 1) {
      try {
        return await this.#startingAt(place, range);
      } catch (error) {
        const failure = classify(error);
        const isPerhapsNone = ['unknown', 'invalid', 'notLeader'].includes(failure);
        if (error instanceof EngineError || !isPerhapsNone) throw this.#failed('reading the log', error);
      }
      // A server in trouble answers in the same way as to a place at which no event begins. Once it tells the
      // end of the log, it is asked again.
      await this.head();
    }
    return this.#searched(place, range.limit);
  }

  async #startingAt(place: Position, { limit, isFiltered }: Range): Promise<readonly RecordedEvent[]> {
    const fromPosition = placeOf(place);
    const start = (client: KurrentDBClient) =>
      client.readAll({
        fromPosition,
        maxCount: limit,
        requiresLeader: true,
        ...(isFiltered && { filter: this.#filter }),
      });
    return this.#recorded(await this.#attempt(start, limit, this.options.callMs));
  }

  /** The events from a position on, found by reading from the last place before it that is known to be one. */
  async #searched(position: Position, limit: number): Promise<readonly RecordedEvent[]> {
    const found: RecordedEvent[] = [];
    let place = this.#boundaries.upTo(positionOf(position - 1n));
    for (;;) {
      const fromPosition = placeOf(place);
      const some = await this.#recordedIn({ what: 'reading the log', limit: searchBatch }, (client) =>
        client.readAll({ fromPosition, maxCount: searchBatch, filter: this.#filter, requiresLeader: true }),
      );
      const next = some.at(-1)?.position ?? place;
      for (const event of some)
        if (event.position >= position && event.position > (found.at(-1)?.position ?? logStart))
          found.push(event);
      if (found.length >= limit || next === place) return found.slice(0, limit);
      this.#boundaries.note(next);
      place = next;
    }
  }

  async #recordedIn(read: Read, start: Start): Promise<readonly RecordedEvent[]> {
    return this.#recorded(await this.#retried(read, start));
  }

  #recorded(resolved: readonly Resolved[]): readonly RecordedEvent[] {
    return resolved.flatMap(({ event }) =>
      event !== undefined && this.names.isOwn(event.streamId)
        ? [fromClient(event, this.names.read(event.streamId))]
        : [],
    );
  }

  /** Reads, again and again until the deadline where the server does not answer. No stream is no event. */
  async #retried(read: Read, start: Start): Promise<readonly Resolved[]> {
    const { what, limit, deadline = new Deadline(this.options.deadlineMs) } = read;
    if (deadline.leftMs === 0) throw this.connection.unavailable(`${what}: no time is left`);
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.#attempt(start, limit, Math.min(this.options.callMs, deadline.leftMs));
      } catch (error) {
        if (error instanceof EngineError) throw error;
        const failure = classify(error);
        if (failure === 'streamMissing') return [];
        const isWorthAnother = failure === 'unknown' || failure === 'notLeader';
        if (!isWorthAnother || deadline.isOver) throw this.#failed(what, error);
        await pauseBefore(attempt, deadline);
      }
    }
  }

  #attempt(start: Start, limit: number, stallMs: number): Promise<readonly Resolved[]> {
    const totalMs = Math.max(this.options.deadlineMs, limit * msPerEvent);
    return this.connection.attempt((client, isProven) => {
      const moreMs = isProven ? 0 : connectMs;
      return collected(start(client), { stallMs: stallMs + moreMs, totalMs: totalMs + moreMs });
    });
  }

  #failed(what: string, error: unknown): Error {
    if (error instanceof EngineError) return error;
    const failure = classify(error);
    if (failure === 'streamGone')
      return new StoreCorruptError(this.connection.name, `${what}: it was deleted`, error);
    if (failure === 'denied')
      return this.connection.unavailable(
        `${what}: the user of the connection string may not; it needs the right to read $all and its own streams`,
        error,
      );
    return this.connection.unavailable(what, error);
  }
}

const searchBatch = 1000;

/** As the client writes it: the two numbers of an event's place are the same, because none is of a transaction. */
const placeOf = (place: Position) =>
  place === logStart ? ('start' as const) : { commit: place, prepare: place };
