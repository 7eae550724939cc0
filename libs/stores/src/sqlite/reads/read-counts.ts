import { keptText, type ReadKindCount } from '@safeconduct/engine';
import type Database from 'better-sqlite3';
import { partsOfReads, readBlockOf, type ReadNumbers } from '../../read-blocks.js';

/**
 * What entries are counted by: the kinds that there are, which of them each entry has, and how many there are in each block of
 * entries. They can be made again from the entries.
 */
export const countTables = [
  'CREATE TABLE kind (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE, entries INTEGER NOT NULL) STRICT',
  'CREATE TABLE kind_of (number INTEGER PRIMARY KEY, kind INTEGER NOT NULL) STRICT',
  'CREATE TABLE kind_count (block INTEGER, kind INTEGER, entries INTEGER NOT NULL, PRIMARY KEY (block, kind)) STRICT, WITHOUT ROWID',
];

/** So many entries are counted together: to write the counts with each one makes a read wait for half as long again. */
const countedTogether = 64;
const pageLimit = 500;

type Uncounted = [number: number, at: string, text: string];

const selectUncounted = `SELECT number, at, text FROM read WHERE number > ? ORDER BY number LIMIT ${pageLimit}`;
const selectCounted = 'SELECT coalesce(max(number), 0) FROM kind_of';

/** Counts the entries up to the last one, once enough have gathered. Whoever calls it has begun a transaction. */
export function countingReads(db: Database.Database): (last: number) => void {
  const counted = db.prepare<[], number>(selectCounted).pluck();
  const uncounted = db.prepare<[number], Uncounted>(selectUncounted).raw();
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
  return (last) => {
    let reached = counted.get() ?? 0;
    if (last - reached < countedTogether) return;
    while (reached < last)
      for (const [number, at, text] of uncounted.all(reached)) {
        const id = known.get(keptText(text, at).kind) ?? 0;
        keep.run(number, id);
        add.run(readBlockOf(number), id);
        reached = number;
      }
  };
}

/** How many entries of each kind there are. */
export const allKinds = (db: Database.Database): readonly ReadKindCount[] =>
  inAll(
    db.prepare<[], ReadKindCount>('SELECT text AS kind, entries FROM kind').all(),
    kindsOfRest(db, { first: 1, last: Number.MAX_SAFE_INTEGER }),
  );

/** How many of a range of entries have each kind. */
export function kindsOfNumbers(db: Database.Database, range: ReadNumbers): readonly ReadKindCount[] {
  const last = Math.min(range.last, db.prepare<[], number>(selectCounted).pluck().get() ?? 0);
  const { blocks, rests } = partsOfReads({ first: range.first, last });
  const parts = [
    ...(blocks === undefined ? [] : [[inBlocks, blocks] as const]),
    ...rests.map((rest) => [inRest, rest] as const),
  ];
  const union = parts.map(([sql]) => sql).join(' UNION ALL ');
  const counted = `SELECT kind, sum(entries) AS entries FROM (${union}) GROUP BY kind`;
  const found =
    parts.length === 0
      ? []
      : db
          .prepare<number[], ReadKindCount>(ofKinds(counted))
          .all(...parts.flatMap(([, part]) => [part.first, part.last]));
  return inAll(found, kindsOfRest(db, range));
}

const inBlocks = 'SELECT kind, entries FROM kind_count WHERE block BETWEEN ? AND ?';
const inRest = 'SELECT kind, count(*) AS entries FROM kind_of WHERE number BETWEEN ? AND ? GROUP BY kind';

/** How many of the entries that match some terms have each kind. */
export const kindsOfMatches = (
  db: Database.Database,
  match: string,
  range: ReadNumbers,
): readonly ReadKindCount[] =>
  inAll(
    db
      .prepare<[string, number, number], ReadKindCount>(
        ofKinds(`SELECT kind_of.kind, count(*) AS entries FROM term JOIN kind_of ON kind_of.number = term.rowid
        WHERE term MATCH ? AND term.rowid BETWEEN ? AND ? GROUP BY kind_of.kind`),
      )
      .all(match, range.first, range.last),
    kindsOfRest(db, range, match),
  );

const ofKinds = (counted: string): string =>
  `SELECT kind.text AS kind, found.entries AS entries FROM (${counted}) AS found JOIN kind ON kind.id = found.kind`;

/** The kinds of the entries that are not counted yet, a few at most. */
function kindsOfRest(
  db: Database.Database,
  { first, last }: ReadNumbers,
  match?: string,
): readonly ReadKindCount[] {
  const counted = db.prepare<[], number>(selectCounted).pluck().get() ?? 0;
  const rows = db.prepare<[number], Uncounted>(selectUncounted).raw().all(counted);
  const matches =
    match === undefined
      ? undefined
      : new Set(
          db
            .prepare<[string, number], number>('SELECT rowid FROM term WHERE term MATCH ? AND rowid > ?')
            .pluck()
            .all(match, counted),
        );
  return rows
    .filter(([number]) => number >= first && number <= last && matches?.has(number) !== false)
    .map(([, at, text]) => ({ kind: keptText(text, at).kind, entries: 1 }));
}

/** Several counts of the same kinds as one. */
function inAll(...parts: readonly (readonly ReadKindCount[])[]): readonly ReadKindCount[] {
  const counts = new Map<string, number>();
  for (const { kind, entries } of parts.flat()) counts.set(kind, (counts.get(kind) ?? 0) + entries);
  return [...counts].map(([kind, entries]) => ({ kind, entries }));
}
