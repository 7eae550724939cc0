import type { Instant } from '@safeconduct/workflow';

/** Index of an event in its stream, from 0. */
export type Revision = bigint;

/** Order over all streams of a store, from 1, strictly ascending, never reused. Only its order has a meaning. */
export type Position = bigint;

/** What the writer believes of the stream: its last revision, that it does not exist, that it does, or nothing. */
export type ExpectedRevision = Revision | 'noStream' | 'streamExists' | 'any';

/** An event to be recorded. */
export interface NewEvent {
  /** UUID. Derived from the command, so that the same command repeated makes the same ids. */
  readonly eventId: string;
  readonly type: string;
  readonly schemaVersion: number;
  /** When it happened. Left out, it is the moment at which the store records it. */
  readonly occurredAt?: Instant | undefined;
  /** Flat and textual, because KurrentDB's multi-stream append accepts nothing else. Never personal. */
  readonly metadata: Readonly<Record<string, string>>;
  /** JSON text, written once by the engine and stored as it is. */
  readonly data: string;
}

/** An event as it was recorded. */
export interface RecordedEvent extends NewEvent {
  readonly stream: string;
  readonly revision: Revision;
  readonly position: Position;
  /** The store's clock. It never goes backwards from one position to the next. */
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

/** Where the events of an append stand. */
export interface Appended {
  /** Position of the last event. */
  readonly position: Position;
  readonly recordedAt: Instant;
  /** The last revision of each stream, in the order of the writes. */
  readonly revisions: readonly Revision[];
}

/**
 * The log: the only truth. Everything else can be made again from it.
 *
 * Positions and, within a stream, revisions have no gap that a reader could see: when an event is visible, every event
 * before it is visible too, for this reader and every later one.
 */
export interface EventStore {
  /**
   * Appends to one or several streams, all or none.
   * When it resolves, the events are durable and each stream's revisions continue without a gap. The same event ids
   * again at the same expectation answer with the first result and record nothing.
   * Retries nothing; a conflict is the caller's business.
   * @throws RevisionConflictError  someone appended first; nothing was written
   * @throws StoreUnavailableError  outcome unknown; repeat with the same event ids
   */
  append(writes: readonly StreamWrite[]): Promise<Appended>;

  /** Up to `limit` events of a stream from a revision on; none when the stream does not exist. */
  readStream(
    stream: string,
    range: { readonly from: Revision; readonly limit: number },
  ): Promise<readonly RecordedEvent[]>;

  /** Up to `limit` events of all streams after a position (0 is before the first), in the order of positions. */
  readAll(range: { readonly after: Position; readonly limit: number }): Promise<readonly RecordedEvent[]>;

  /** Position of the last event, 0 when there is none. */
  head(): Promise<Position>;

  /**
   * Calls back after an append by this store object. A hint that there is something to read, not a delivery: appends of
   * other processes may come without one.
   * @returns a function that ends it
   */
  onAppended(listener: (head: Position) => void): () => void;

  /** Finishes what was accepted, then releases files, threads and locks. */
  close(): Promise<void>;
}
