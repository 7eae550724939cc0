import type { ReadLog, ReadLogHead } from '../ports/read-log.js';
import { emptyReadLog, readHash } from './read-hash.js';

/** What the check of a log of reads found. */
export interface ReadLogReport {
  readonly entries: number;
  /** In words, in the order of the entries. */
  readonly problems: readonly string[];
}

const entriesAtOnce = 1000;

/**
 * Calculates the chain of a log of reads again, from its first entry, and compares it with what is kept, and with heads
 * that were anchored elsewhere: an entry that was changed, moved, taken out or cut off at the end is found.
 */
export async function verifyReads(
  reads: Pick<ReadLog, 'entries'>,
  anchors: readonly ReadLogHead[] = [],
): Promise<ReadLogReport> {
  const problems: string[] = [];
  const anchored = new Map(anchors.map(({ number, hash }) => [number, hash]));
  let last = emptyReadLog;
  for (;;) {
    const query = { terms: [], newestFirst: false, after: last.number, limit: entriesAtOnce };
    const found = await reads.entries(query);
    for (const entry of found) {
      if (entry.number !== last.number + 1) problems.push(missing(last.number + 1, entry.number - 1));
      // After a gap the chain can only be followed from what is kept.
      else if (readHash(last.hash, entry) !== entry.hash)
        problems.push(`entry ${entry.number} of the log of reads, or the one before it, was changed`);
      const expected = anchored.get(entry.number);
      if (expected !== undefined && expected !== entry.hash)
        problems.push(
          `entry ${entry.number} of the log of reads is another one than the log of events has noted`,
        );
      last = entry;
    }
    if (found.length < entriesAtOnce) break;
  }
  const noted = Math.max(0, ...anchored.keys());
  if (noted > last.number) problems.push(missing(last.number + 1, noted));
  return { entries: last.number, problems };
}

const missing = (from: number, to: number): string =>
  from === to
    ? `entry ${from} of the log of reads is missing`
    : `entries ${from} to ${to} of the log of reads are missing`;
