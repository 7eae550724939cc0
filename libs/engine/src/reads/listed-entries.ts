import type { Instant } from '@safeconduct/workflow';
import type { KeptReadEntry, ReadLog } from '../ports/read-log.js';
import { readEntryIn, termsOf, type ReadEntry, type ReadEntryFilter } from './read-entry.js';

export interface ReadEntriesRequest {
  readonly filter: ReadEntryFilter;
  /** At this moment or later, and at this moment or earlier. */
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
  readonly newestFirst: boolean;
  /** The number of the last entry of the page before. */
  readonly after?: number | undefined;
  readonly limit: number;
}

/** An entry of the log of reads, with its place in it. */
export interface ListedReadEntry extends ReadEntry, Omit<KeptReadEntry, 'text'> {}

/** A page of the log of reads; nothing where there is none. */
export async function listedReadEntries(
  reads: ReadLog | undefined,
  { filter, ...range }: ReadEntriesRequest,
): Promise<readonly ListedReadEntry[]> {
  const found = (await reads?.entries({ terms: termsOf(filter), ...range })) ?? [];
  return found.map(({ number, at, hash, text }) => ({ number, at, hash, ...readEntryIn(text) }));
}
