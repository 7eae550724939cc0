import type { Awaitable, Instant } from '@safeconduct/engine';
import type { StoredContent } from '../location.js';

/** The keys of one subject as they are kept: wrapped by a master key. */
export interface LiveKeyRow {
  readonly subject: string;
  readonly keyId: string;
  /** The id of the master key that wraps them. */
  readonly masterId: string;
  readonly wrapped: Buffer;
}

/** What is kept of destroyed keys, so that they are neither made nor restored again. */
export interface DestroyedKeyRow extends Pick<LiveKeyRow, 'subject' | 'keyId'> {
  readonly destroyedAt: Instant;
}

export type KeyRow = LiveKeyRow | DestroyedKeyRow;

export const isLive = (row: KeyRow): row is LiveKeyRow => 'wrapped' in row;

/** The root of the keyed hashes, wrapped by one master key. While master keys are changed there are two. */
export interface WrappedRoot {
  readonly masterId: string;
  readonly wrapped: Buffer;
}

export interface KeyStoreHeader {
  /** Tells this key store from any other; kept beside the log as well. */
  readonly storeId: string;
  readonly roots: readonly WrappedRoot[];
}

export interface KeyCounts {
  /** How many subjects have keys, by the id of the master key that wraps them. */
  readonly live: ReadonlyMap<string, number>;
  readonly destroyed: number;
}

/**
 * Where the wrapped keys of an installation are kept, apart from its log. It sees no key in the clear. What writes is
 * durable when it resolves.
 */
export interface KeyStore {
  /** Its name for people, without user and password. */
  readonly name: string;

  /** `undefined` where no key store was begun yet. @throws StoreCorruptError */
  header(): Promise<KeyStoreHeader | undefined>;

  /** Begins it, if nobody has. @returns the header that is kept */
  begin(header: KeyStoreHeader): Promise<KeyStoreHeader>;

  /** Keeps the root under one more master key. */
  addRoot(root: WrappedRoot): Promise<void>;

  removeRoot(masterId: string): Promise<void>;

  /** The rows of those subjects that have one. */
  find(subjects: readonly string[]): Awaitable<readonly KeyRow[]>;

  /** Keeps rows of subjects that have none. @returns the rows that these subjects have then */
  keep(rows: readonly KeyRow[]): Promise<readonly KeyRow[]>;

  /** Puts a tombstone in place of the keys of a subject. @returns the tombstone that is kept, the first one */
  destroy(row: DestroyedKeyRow): Promise<DestroyedKeyRow>;

  /** Replaces how keys are wrapped; those destroyed meanwhile stay destroyed. */
  rewrap(rows: readonly LiveKeyRow[]): Promise<void>;

  /** Up to `limit` rows after a subject, in the order of subjects. */
  page(range: { readonly after: string; readonly limit: number }): Promise<readonly KeyRow[]>;

  counts(): Promise<KeyCounts>;

  close(): Promise<void>;
}

/** A key store that is not opened yet. */
export interface KeyStorePlace {
  readonly name: string;
  /** The folder that it is in; left out where it is no file of this machine. */
  readonly folder?: string;
  /** What it keeps elsewhere, to be searched. */
  readonly contents?: () => AsyncIterable<StoredContent>;
  /** To write: makes what is missing for this release, such as tables, when it is begun. To read: changes nothing. */
  open(mode: 'write' | 'read'): Promise<KeyStore>;
  /** Removes a key store that was begun and is not used; where a store cannot, it stays, and does no harm. */
  readonly discard?: () => void;
}
