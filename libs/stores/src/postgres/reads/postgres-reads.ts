import {
  emptyReadLog,
  readHash,
  type KeptReadEntry,
  type NewReadEntry,
  type ReadEntriesQuery,
  type ReadLog,
  type ReadLogHead,
} from '@safeconduct/engine';
import { indexedTerm } from '../../read-terms.js';
import type { Database, Row, TransactionQuery } from '../database.js';
import { migrate, schemaVersion } from '../migrate.js';
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
    const values = [
      terms.map((term) => String(termNumber(term))),
      from ?? null,
      to ?? null,
      after ?? null,
      limit,
    ];
    const rows = await this.#database.query<EntryRow>({
      text: `SELECT number::text, at, text, hash FROM safeconduct_reads.read
        WHERE terms @> $1::bigint[] AND ($2::text IS NULL OR at >= $2) AND ($3::text IS NULL OR at <= $3)
          AND ($4::bigint IS NULL OR number ${newestFirst ? '<' : '>'} $4)
        ORDER BY read.number ${newestFirst ? 'DESC' : 'ASC'} LIMIT $5`,
      values,
    });
    return rows.map((row) => ({ ...row, number: Number(row.number) }));
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

  async #isThere(): Promise<boolean> {
    return this.#migrated !== undefined || (await schemaVersion(this.#database, readsSchema)).found > 0;
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
  const kept = entries.map(({ at: readAt, text, terms }) => {
    const entry = { number: last.number + 1, at: last.at > readAt ? last.at : readAt, text };
    last = { ...entry, hash: readHash(last.hash, entry) };
    return { ...last, text, terms: `{${terms.map(termNumber).join(',')}}` };
  });
  await query({
    text: `INSERT INTO safeconduct_reads.read (number, at, text, hash, terms)
      SELECT number, at, text, hash, terms::bigint[]
      FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[]) AS new (number, at, text, hash, terms)`,
    values: [
      kept.map(({ number }) => number),
      kept.map(({ at }) => at),
      kept.map(({ text }) => text),
      kept.map(({ hash }) => hash),
      kept.map(({ terms }) => terms),
    ],
  });
  await query({
    text: 'UPDATE safeconduct_reads.head SET number = $1, at = $2, hash = $3',
    values: [last.number, last.at, last.hash],
  });
}

/** 64 bits as the database has them, with a sign. */
const termNumber = (term: string): bigint => BigInt.asIntN(64, BigInt(`0x${indexedTerm(term)}`));
