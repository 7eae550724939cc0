import {
  emptyReadLog,
  readHash,
  type CountedReads,
  type KeptReadEntry,
  type NewReadEntry,
  type ReadEntriesQuery,
  type ReadKindCount,
  type ReadLog,
  type ReadLogHead,
} from '@safeconduct/engine';
import { readBlockLength } from '../../read-blocks.js';
import { indexedTerm } from '../../read-terms.js';
import type { Database, Row, TransactionQuery } from '../database.js';
import { migrate, schemaVersion } from '../migrate.js';
import { allKinds, countsOfMatches, kindsOfMatches, kindsOfNumbers } from './read-counts.js';
import { readsSchema } from './reads-schema.js';

export interface PostgresReadsOptions {
  /** Belongs to the caller, who closes it after the log of reads. */
  readonly database: Database;
  /** Whether the schema is made where it is missing. */
  readonly mode: 'write' | 'read';
}

interface EntryRow extends Row {
  readonly number: string;
  readonly at: string;
  readonly text: string;
  readonly hash: string;
}

interface HeadRow extends Row {
  readonly number: string;
  readonly at: string;
  readonly hash: string;
}

interface Waiting {
  readonly entry: NewReadEntry;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

const entriesMax = 500;

/**
 * The log of reads in the schema `safeconduct_reads` of a database, for any number of servers. Opens nothing: the schema is
 * brought to this release with the first entry. What comes while a transaction is under way goes into the next one.
 */
export const openPostgresReads = (options: PostgresReadsOptions): ReadLog => new PostgresReads(options);

class PostgresReads implements ReadLog {
  readonly name: string;
  readonly #database: Database;
  readonly #mode: 'write' | 'read';
  #migrated: Promise<unknown> | undefined;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;

  constructor({ database, mode }: PostgresReadsOptions) {
    this.#database = database;
    this.#mode = mode;
    this.name = `schema safeconduct_reads of ${database.name}`;
  }

  append(entry: NewReadEntry): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ entry, resolve, reject });
      this.#writing ??= this.#writeWaiting();
    });
  }

  async entries({
    terms,
    from,
    to,
    newestFirst,
    after,
    limit,
  }: ReadEntriesQuery): Promise<readonly KeptReadEntry[]> {
    if (!(await this.#isThere())) return [];
    const values = [numbersOf(terms), from ?? null, to ?? null, after ?? null, limit];
    const rows = await this.#database.query<EntryRow>({
      text: `SELECT number::text, at, text, hash FROM safeconduct_reads.read
        WHERE terms @> $1::bigint[] AND ($2::text IS NULL OR at >= $2) AND ($3::text IS NULL OR at <= $3)
          AND ($4::bigint IS NULL OR number ${newestFirst ? '<' : '>'} $4)
        ORDER BY read.number ${newestFirst ? 'DESC' : 'ASC'} LIMIT $5`,
      values,
    });
    return rows.map((row) => ({ ...row, number: Number(row.number) }));
  }

  async kinds({ terms, from, to }: CountedReads): Promise<readonly ReadKindCount[]> {
    if (!(await this.#isThere())) return [];
    if (terms.length === 0 && from === undefined && to === undefined) return allKinds(this.#database);
    const numbers = await this.#numbersOf([from ?? '', to === undefined ? null : afterInstant(to)]);
    const [first = 1, next = 1] = numbers;
    const range = { first, last: next - 1 };
    return terms.length === 0
      ? kindsOfNumbers(this.#database, range)
      : kindsOfMatches(this.#database, numbersOf(terms), range);
  }

  async counts(terms: readonly string[], moments: readonly string[]): Promise<readonly number[]> {
    if (!(await this.#isThere())) return moments.slice(1).map(() => 0);
    const firsts = await this.#numbersOf(moments);
    if (terms.length === 0) return firsts.slice(1).map((next, bar) => next - (firsts[bar] ?? next));
    return countsOfMatches(this.#database, numbersOf(terms), firsts);
  }

  async head(): Promise<ReadLogHead> {
    if (!(await this.#isThere())) return emptyReadLog;
    const [row] = await this.#database.query<HeadRow>({
      text: 'SELECT number::text, hash FROM safeconduct_reads.read ORDER BY read.number DESC LIMIT 1',
    });
    return row === undefined ? emptyReadLog : { number: Number(row.number), hash: row.hash };
  }

  /** A commit is as durable as the database makes it. */
  flush(): Promise<void> {
    return Promise.resolve();
  }

  async close(): Promise<void> {
    await this.#writing;
  }

  /** The number of the first entry at each moment or later; that of the next entry where there is none. */
  async #numbersOf(moments: readonly (string | null)[]): Promise<readonly number[]> {
    const rows = await this.#database.query<{ readonly number: string } & Row>({
      text: `SELECT coalesce(
          (SELECT number FROM safeconduct_reads.read WHERE at >= moment ORDER BY at, number LIMIT 1),
          (SELECT coalesce(max(number), 0) + 1 FROM safeconduct_reads.read))::text AS number
        FROM unnest($1::text[]) WITH ORDINALITY AS asked (moment, place) ORDER BY place`,
      values: [moments],
    });
    return rows.map(({ number }) => Number(number));
  }

  async #writeWaiting(): Promise<void> {
    while (this.#waiting.length > 0) {
      const taken = this.#waiting.splice(0, entriesMax);
      try {
        if (this.#mode === 'write') await this.#migrate();
        await this.#database.transaction((query) =>
          keep(
            query,
            taken.map(({ entry }) => entry),
          ),
        );
        for (const { resolve } of taken) resolve();
      } catch (error) {
        for (const { reject } of taken) reject(error);
      }
    }
    this.#writing = undefined;
  }

  async #migrate(): Promise<void> {
    this.#migrated ??= migrate(this.#database, readsSchema);
    await this.#migrated.catch((error: unknown) => {
      this.#migrated = undefined;
      throw error;
    });
  }

  /** A schema that an earlier release made is brought to this one. */
  async #isThere(): Promise<boolean> {
    if (this.#migrated !== undefined) return true;
    const { found, known } = await schemaVersion(this.#database, readsSchema);
    if (found > 0 && found < known && this.#mode === 'write') await this.#migrate();
    return found > 0;
  }
}

/** Chains entries to the last one, which no other server can do meanwhile, and keeps them. */
async function keep(query: TransactionQuery, entries: readonly NewReadEntry[]): Promise<void> {
  await query({
    text: `INSERT INTO safeconduct_reads.head (number, at, hash) VALUES (0, '', $1) ON CONFLICT DO NOTHING`,
    values: [emptyReadLog.hash],
  });
  const [head] = await query<HeadRow>({
    text: 'SELECT number::text, at, hash FROM safeconduct_reads.head FOR UPDATE',
  });
  let last = { number: Number(head?.number), at: head?.at ?? '', hash: head?.hash ?? emptyReadLog.hash };
  const kept = entries.map(({ at: readAt, text, terms, kind }) => {
    const entry = { number: last.number + 1, at: last.at > readAt ? last.at : readAt, text };
    last = { ...entry, hash: readHash(last.hash, entry) };
    return { ...last, text, kind, terms: `{${terms.map(termNumber).join(',')}}` };
  });
  await query({
    text: keepSql,
    values: [
      kept.map(({ number }) => number),
      kept.map(({ at }) => at),
      kept.map(({ text }) => text),
      kept.map(({ hash }) => hash),
      kept.map(({ terms }) => terms),
      kept.map(({ kind }) => kind),
    ],
  });
  await query({
    text: 'UPDATE safeconduct_reads.head SET number = $1, at = $2, hash = $3',
    values: [last.number, last.at, last.hash],
  });
}

/** Keeps entries, and counts them. */
const keepSql = `
  WITH new AS (
    SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
      AS new (number, at, text, hash, terms, kind)
  ), kinds AS (
    INSERT INTO safeconduct_reads.kind AS known (text, entries) SELECT kind, count(*) FROM new GROUP BY kind
    ON CONFLICT (text) DO UPDATE SET entries = known.entries + excluded.entries RETURNING id, text
  ), kept AS (
    INSERT INTO safeconduct_reads.read (number, at, text, hash, terms, kind)
    SELECT number, at, new.text, hash, terms::bigint[], kinds.id FROM new JOIN kinds ON kinds.text = new.kind
    RETURNING number, kind
  )
  INSERT INTO safeconduct_reads.kind_count AS known
  SELECT number / ${readBlockLength}, kind, count(*) FROM kept GROUP BY 1, 2
  ON CONFLICT (block, kind) DO UPDATE SET entries = known.entries + excluded.entries`;

const numbersOf = (terms: readonly string[]): readonly string[] =>
  terms.map((term) => String(termNumber(term)));

/** The text that follows an instant and is before the next one. */
const afterInstant = (moment: string): string => `${moment}~`;

/** 64 bits as the database has them, with a sign. */
const termNumber = (term: string): bigint => BigInt.asIntN(64, BigInt(`0x${indexedTerm(term)}`));
