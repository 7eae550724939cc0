import type { Instant } from '@safeconduct/workflow';

/** An entry to be kept: that somebody read something. */
export interface NewReadEntry {
  /** When it was read, by the clock of whoever answers. */
  readonly at: Instant;
  /** JSON text. Its UTF-8 bytes are what is kept and hashed. Never personal, but for the id of who read. */
  readonly text: string;
  /** By what it is found, such as `case:<id>`; see `termsOf`. They follow from the text. */
  readonly terms: readonly string[];
  /** What it is counted as; see `kindOf`. Entries have few kinds. It follows from the text. */
  readonly kind: string;
}

/** An entry as it is kept. */
export interface KeptReadEntry {
  /** From 1, without gaps, in the order in which they were kept. */
  readonly number: number;
  /** The time of the entry, or that of the one before where that is later: it never goes back. */
  readonly at: Instant;
  readonly text: string;
  /** See `readHash`: 64 hexadecimal digits, which cover this entry and every one before it. */
  readonly hash: string;
}

/** The newest entry. Before the first one: number 0, and the hash that the first one is chained to. */
export type ReadLogHead = Pick<KeptReadEntry, 'number' | 'hash'>;

export interface ReadEntriesQuery {
  /** Only entries that have all of these. */
  readonly terms: readonly string[];
  /** At this moment or later, and at this moment or earlier. */
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
  readonly newestFirst: boolean;
  /** The number of the last entry of the page before. */
  readonly after?: number | undefined;
  readonly limit: number;
}

/** Which entries to count: those that have all of some terms, in a period. */
export type CountedReads = Pick<ReadEntriesQuery, 'terms' | 'from' | 'to'>;

/** How many entries have a kind; see `NewReadEntry`. */
export interface ReadKindCount {
  readonly kind: string;
  readonly entries: number;
}

/**
 * Who read what: entries that are appended and never changed, kept apart from the log of events. Each is chained to the
 * one before by its hash, so that none can be changed, moved or taken out unnoticed.
 */
export interface ReadLog {
  /** Its name for people, without user and password. */
  readonly name: string;

  /**
   * Keeps an entry. When it resolves, the entry outlasts the process; a power cut may take those of the last 100 milliseconds.
   * Entries that come while others are being written are written together.
   * @throws StoreUnavailableError  it may be kept or not; nothing of the read may be shown
   * @throws StoreReadOnlyError, StoreCorruptError
   */
  append(entry: NewReadEntry): Promise<void>;

  /** A page of entries. It has every entry that was appended before it was asked for. */
  entries(query: ReadEntriesQuery): Promise<readonly KeptReadEntry[]>;

  /**
   * How many entries there are of each kind, exactly; kinds without an entry are left out. Without terms it costs what the
   * kinds and a few thousand entries cost, however long the log is; with terms, what the entries cost that have them.
   */
  kinds(asked: CountedReads): Promise<readonly ReadKindCount[]>;

  /** How many entries that have all of these terms were kept between one moment and the next, for each two neighbours. */
  counts(terms: readonly string[], moments: readonly Instant[]): Promise<readonly number[]>;

  head(): Promise<ReadLogHead>;

  /**
   * When it resolves, every entry that was kept before outlasts a power cut.
   * @throws StoreUnavailableError  what was kept lately could not be flushed
   */
  flush(): Promise<void>;

  /** Finishes what was accepted. */
  close(): Promise<void>;
}
