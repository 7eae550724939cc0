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
 * @param anchors  in the order of their numbers
 */
export async function verifyReads(
  reads: Pick<ReadLog, 'entries'>,
  anchors: Iterable<ReadLogHead> | AsyncIterable<ReadLogHead> = [],
): Promise<ReadLogReport> {
  const problems: string[] = [];
  const anchored = inTurn(anchors);
  let anchor = await anchored.next();
  let last = emptyReadLog;
  for (;;) {
    const query = { terms: [], newestFirst: false, after: last.number, limit: entriesAtOnce };
    const found = await reads.entries(query);
    for (const entry of found) {
      if (entry.number !== last.number + 1) problems.push(missing(last.number + 1, entry.number - 1));
      // After a gap the chain can only be followed from what is kept.
      else if (readHash(last.hash, entry) !== entry.hash)
        problems.push(`entry ${entry.number} of the log of reads, or the one before it, was changed`);
      while (!anchor.done && anchor.value.number < entry.number) anchor = await anchored.next();
      if (!anchor.done && anchor.value.number === entry.number && anchor.value.hash !== entry.hash)
        problems.push(
          `entry ${entry.number} of the log of reads is another one than the log of events has noted`,
        );
      last = entry;
    }
    if (found.length < entriesAtOnce) break;
  }
  let noted = last.number;
  for (; !anchor.done; anchor = await anchored.next()) noted = Math.max(noted, anchor.value.number);
  if (noted > last.number) problems.push(missing(last.number + 1, noted));
  return { entries: last.number, problems };
}

async function* inTurn<Value>(
  values: Iterable<Value> | AsyncIterable<Value>,
): AsyncGenerator<Value, undefined> {
  yield* values;
}

const missing = (from: number, to: number): string =>
  from === to
    ? `entry ${from} of the log of reads is missing`
    : `entries ${from} to ${to} of the log of reads are missing`;
