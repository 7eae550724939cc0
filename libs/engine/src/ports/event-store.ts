import type { Instant } from '@safeconduct/workflow';
import type { Position } from './position.js';

/** Index of an event in its stream, from 0, without gaps. */
export type Revision = bigint;

/**
 * The writer's expectation of the stream: its last revision, that it does not exist, that it exists, or none.
 */
export type ExpectedRevision = Revision | 'noStream' | 'streamExists' | 'any';

/** An event to be recorded. */
export interface NewEvent {
  /** UUID in lower case. The same id at the same revision is a repetition; see `append`. */
  readonly eventId: string;
  readonly type: string;
  readonly schemaVersion: number;
  /** When it happened. Left out: the time at which it is recorded. */
  readonly occurredAt?: Instant | undefined;
  /**
   * When it was recorded first; only for an event that is poured from another store. The store keeps it as it
   * is given, and no event recorded later in the same stream gets an earlier time. The caller must not go
   * back within a stream. Left out: the store's clock.
   */
  readonly recordedAt?: Instant | undefined;
  /**
   * Flat and textual, because KurrentDB's multi-stream append accepts nothing else. Never personal. The order
   * of the names has no meaning. Its names are written in `events/metadata.ts` and nowhere else.
   */
  readonly metadata: Readonly<Record<string, string>>;
  /**
   * JSON text. Its UTF-8 bytes are what is stored, handed over and hashed, unchanged, on every store (ADR
   * 0014).
   */
  readonly data: string;
}

/** An event as it was recorded. */
export interface RecordedEvent extends NewEvent {
  readonly stream: string;
  readonly revision: Revision;
  readonly position: Position;
  /**
   * The clock of the store that recorded it first. Within a stream it never goes backwards; between streams
   * nothing is promised.
   */
  readonly recordedAt: Instant;
  readonly occurredAt: Instant;
}

/** The events for one stream. */
export interface StreamWrite {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  /** At least one. */
  readonly events: readonly NewEvent[];
}

/** A condition on a stream that is not written; it must hold when the append is committed. */
export interface StreamCheck {
  readonly stream: string;
  readonly expected: Exclude<ExpectedRevision, 'any'>;
}

/** The position and revisions of an append. */
export interface Appended {
  /** Position of the last event. */
  readonly position: Position;
  /** When the last event was recorded; only from a store with the capability `tellsRecordedAt`. */
  readonly recordedAt?: Instant | undefined;
  /** The last revision of each stream, in the order of the writes. */
  readonly revisions: readonly Revision[];
}

/** What not every store can do. An adapter declares what it can do, and the contract suite checks it. */
export interface EventStoreCapabilities {
  /** `append` takes checks of streams that it does not write. */
  readonly checks: boolean;
  /** `append` takes writes to more than one stream. */
  readonly severalStreams: boolean;
  /** `append` answers with `recordedAt`; elsewhere it is known when the event is read. */
  readonly tellsRecordedAt: boolean;
  /** `countAfter` answers with a number. */
  readonly counts: boolean;
}

/**
 * The log: the only source of truth. Everything else can be made again from it.
 *
 * When an event is visible, every event with a smaller position is visible too, for this reader and every
 * later one. So a reader that continues from the last position it read misses nothing.
 */
export interface EventStore {
  readonly capabilities: EventStoreCapabilities;

  /**
   * Appends to one or several streams, all or none, if each check holds. When it resolves, the events are
   * durable and each stream's revisions continue without a gap. The same event ids again at the same
   * expectation answer with the first result and record nothing, whatever the checks say by then. The first
   * expectation that does not hold is named, those of the writes before those of the checks. A stream is
   * named once, in a write or in a check. Retries nothing; the caller must handle a conflict.
   * @throws RevisionConflictError  an expectation does not hold; nothing was written
   * @throws StoreUnavailableError  outcome unknown; repeat with the same event ids
   * @throws CapabilityMissingError  the store has no checks, or writes one stream only; nothing was written
   * @throws AppendTooLargeError  the store does not take so many bytes at once; nothing was written
   */
  append(writes: readonly StreamWrite[], checks?: readonly StreamCheck[]): Promise<Appended>;

  /** Up to `limit` events of a stream from a revision on; none when the stream does not exist. */
  readStream(
    stream: string,
    range: { readonly from: Revision; readonly limit: number },
  ): Promise<readonly RecordedEvent[]>;

  /**
   * Up to `limit` events of all streams after a position, in the order of positions. Fewer than `limit` only
   * at the end of the log.
   */
  readAll(range: { readonly after: Position; readonly limit: number }): Promise<readonly RecordedEvent[]>;

  /** The event at a position; `undefined` when none stands there. */
  readAt(position: Position): Promise<RecordedEvent | undefined>;

  /** Position of the last event, `logStart` when there is none. */
  head(): Promise<Position>;

  /**
   * How many events follow a position; `undefined` without the capability `counts`. For progress, not for
   * decisions.
   */
  countAfter(position: Position): Promise<number | undefined>;

  /**
   * Calls back after an append by this store object. A hint that there are new events, not a delivery:
   * appends of other processes may come without one.
   * @returns a function that ends it
   */
  onAppended(listener: (head: Position) => void): () => void;

  /** A small text kept beside the log under a name, such as which log it is. */
  meta(name: string): Promise<string | undefined>;

  /** Keeps a text under a name that has none yet. Answers with the text that is kept, once it is durable. */
  setMetaOnce(name: string, value: string): Promise<string>;

  /**
   * Says that the process ends soon. What the store answers goes on as before; what it does not answer within a few
   * seconds fails with StoreUnavailableError, and so does every later call. A store on this machine has no need of it.
   */
  prepareToClose?(): void;

  /** Finishes the accepted appends, then releases files, threads and locks. */
  close(): Promise<void>;
}

/** The same store with some of its functions replaced, to measure it or to inject faults. */
export const eventStoreWith = (events: EventStore, replaced: Partial<EventStore>): EventStore => ({
  capabilities: events.capabilities,
  append: (writes, checks) => events.append(writes, checks),
  readStream: (stream, range) => events.readStream(stream, range),
  readAll: (range) => events.readAll(range),
  readAt: (position) => events.readAt(position),
  head: () => events.head(),
  countAfter: (position) => events.countAfter(position),
  onAppended: (listener) => events.onAppended(listener),
  meta: (name) => events.meta(name),
  setMetaOnce: (name, value) => events.setMetaOnce(name, value),
  prepareToClose: () => events.prepareToClose?.(),
  close: () => events.close(),
  ...replaced,
});
