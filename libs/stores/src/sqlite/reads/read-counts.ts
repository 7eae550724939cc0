import type { ReadKindCount } from '@safeconduct/engine';
import type Database from 'better-sqlite3';
import { partsOfReads, readBlockOf, type ReadNumbers } from '../../read-blocks.js';

/**
 * What entries are counted by: the kinds that there are, which of them each entry has, and how many there are in each block of
 * entries. They are written in the transaction that keeps the entries, and can be made again from these.
 */
export const countTables = [
  'CREATE TABLE kind (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE, entries INTEGER NOT NULL) STRICT',
  'CREATE TABLE kind_of (number INTEGER PRIMARY KEY, kind INTEGER NOT NULL) STRICT',
  'CREATE TABLE kind_count (block INTEGER, kind INTEGER, entries INTEGER NOT NULL, PRIMARY KEY (block, kind)) STRICT, WITHOUT ROWID',
];

/** Counts an entry. Whoever calls it has begun a transaction. */
export function countingReads(db: Database.Database): (number: number, kind: string) => void {
  const known = db
    .prepare<[string], number>(
      `INSERT INTO kind (text, entries) VALUES (?, 1)
      ON CONFLICT (text) DO UPDATE SET entries = entries + 1 RETURNING id`,
    )
    .pluck();
  const keep = db.prepare<[number, number]>('INSERT INTO kind_of VALUES (?, ?)');
  const add = db.prepare<[number, number]>(
    'INSERT INTO kind_count VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET entries = entries + 1',
  );
  return (number, kind) => {
    const id = known.get(kind) ?? 0;
    keep.run(number, id);
    add.run(readBlockOf(number), id);
  };
}

const ofKinds = (counted: string): string =>
  `SELECT kind.text AS kind, found.entries AS entries FROM (${counted}) AS found JOIN kind ON kind.id = found.kind`;

/** How many entries of each kind there are. */
export const allKinds = (db: Database.Database): readonly ReadKindCount[] =>
  db.prepare<[], ReadKindCount>('SELECT text AS kind, entries FROM kind').all();

/** How many of a range of entries have each kind. */
export function kindsOfNumbers(db: Database.Database, first: number, last: number): readonly ReadKindCount[] {
  const { blocks, rests } = partsOfReads({ first, last });
  const parts = [
    ...(blocks === undefined ? [] : [[inBlocks, blocks] as const]),
    ...rests.map((rest) => [inRest, rest] as const),
  ];
  if (parts.length === 0) return [];
  const union = parts.map(([sql]) => sql).join(' UNION ALL ');
  return db
    .prepare<number[], ReadKindCount>(
      ofKinds(`SELECT kind, sum(entries) AS entries FROM (${union}) GROUP BY kind`),
    )
    .all(...parts.flatMap(([, range]) => [range.first, range.last]));
}

const inBlocks = 'SELECT kind, entries FROM kind_count WHERE block BETWEEN ? AND ?';
const inRest = 'SELECT kind, count(*) AS entries FROM kind_of WHERE number BETWEEN ? AND ? GROUP BY kind';

/** How many of the entries that match some terms have each kind. */
export const kindsOfMatches = (
  db: Database.Database,
  match: string,
  { first, last }: ReadNumbers,
): readonly ReadKindCount[] =>
  db
    .prepare<[string, number, number], ReadKindCount>(
      ofKinds(`SELECT kind_of.kind, count(*) AS entries FROM term JOIN kind_of ON kind_of.number = term.rowid
        WHERE term MATCH ? AND term.rowid BETWEEN ? AND ? GROUP BY kind_of.kind`),
    )
    .all(match, first, last);
