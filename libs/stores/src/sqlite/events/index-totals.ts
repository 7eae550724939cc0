import type Database from 'better-sqlite3';
import { crc32 } from 'node:zlib';

/**
 * The totals of an index, by which damage in it is found: how many streams and entries it has, and sums over
 * what is in them. They are kept beside the position that the index has reached and change with it.
 */

/** One entry as a number below 2^32, so that a sum over thousands of millions of them stays exact. */
export const mixOf = 'position * (stream % 65521 + revision + 1) % 4294967291';

/** The sum over streams, with one more of them; below 2^32. */
export const addName = (sum: number, name: string, id: number): number =>
  (sum + crc32(`${id} ${name}`)) >>> 0;

const isText = (value: unknown): value is string => typeof value === 'string';

interface Entries {
  readonly hold: number;
  readonly last: number;
}

/**
 * The position of the last event in an index that is what its writer wrote, 0 when it has none; `undefined`
 * when it is something else. Reads all of it: about a second for ten million events.
 * @param index  the name under which it is attached
 */
export function lastOfWhole(db: Database.Database, index: string): number | undefined {
  const [entries, ...more] = db
    .prepare<[], Entries>(
      `SELECT r.entries = e.entries AND r.entries_sum = e.entries_sum AS hold, e.last FROM ${index}.reached r,
       (SELECT count(*) AS entries, coalesce(sum(${mixOf}), 0) AS entries_sum, coalesce(max(position), 0) AS last
        FROM ${index}.entry) e`,
    )
    .all();
  if (entries?.hold !== 1 || more.length > 0 || !namesHold(db, index)) return undefined;
  return entries.last;
}

function namesHold(db: Database.Database, index: string): boolean {
  const kept = db.prepare<[], { count: number; sum: number }>(
    `SELECT streams AS count, streams_sum AS sum FROM ${index}.reached`,
  );
  const names = db.prepare<[], [unknown, unknown]>(`SELECT name, id FROM ${index}.stream`).raw();
  let [count, sum] = [0, 0];
  for (const [name, id] of names.iterate()) {
    if (!isText(name)) return false;
    count += 1;
    sum = addName(sum, name, Number(id));
  }
  const { count: keptCount, sum: keptSum } = kept.get() ?? { count: -1, sum: -1 };
  return keptCount === count && keptSum === sum;
}
