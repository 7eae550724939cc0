import {
  emptyReadLog,
  keptText,
  readHash,
  type CountedReads,
  type Instant,
  type KeptReadEntry,
  type NewReadEntry,
  type ReadEntriesQuery,
  type ReadKindCount,
  type ReadLogHead,
} from '@safeconduct/engine';
import Database from 'better-sqlite3';
import { closeSync, existsSync, fdatasync, mkdirSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { connectToRead } from '../connect-to-read.js';
import { indexedTerm } from '../../read-terms.js';
import { HeldFile } from '../events/held-file.js';
import { checkedFormat } from '../file-format.js';

import { flush } from '../flush.js';
import { enterWal, leaveWal } from '../journal-mode.js';
import { codeOf } from '../store-error.js';
import { CheckpointThread } from './checkpoint-thread.js';
import { allKinds, countingReads, countTables, kindsOfMatches, kindsOfNumbers } from './read-counts.js';

export const readsFile = (folder: string): string => join(folder, 'reads.db');

/** Raised when a release before this one could no longer append to the file. In format 1 nothing was counted. */
export const readsFormat = 2;

/** "Read": tells this file from any other SQLite file. */
const applicationId = 0x52656164;
const busyMs = 5000;
/** How long a commit may wait for its flush. */
const flushWithinMs = 50;
const flushed = promisify(fdatasync);

/**
 * The index of terms is written at its end, one small segment for each commit, so that a list of many cases costs no page
 * for each of them. It can be made again from the entries; see `termsOf` of the engine.
 */
const schema = [
  ...countTables,
  'CREATE TABLE read (number INTEGER PRIMARY KEY, at TEXT NOT NULL, text TEXT NOT NULL, hash BLOB NOT NULL) STRICT',
  'CREATE INDEX read_at ON read (at)',
  "CREATE VIRTUAL TABLE term USING fts5 (terms, content='', detail='none', columnsize=0, tokenize='ascii')",
];

/**
 * When a commit is flushed to the disk. `each`: before it returns. `soon`: within 50 milliseconds, so that a power cut takes
 * at most the entries of that time; the end of the process takes none.
 */
export type Flushing = 'each' | 'soon';

type Row = [number: number, at: string, text: string, hash: Buffer];

/**
 * The log of reads in the file `reads.db` of a folder. Several processes may append to it: an entry is chained to the one
 * before it in the transaction that keeps it.
 */
export class ReadsFile {
  readonly #db: Database.Database;
  readonly #held: HeldFile;
  readonly #append: Database.Transaction<(entries: readonly NewReadEntry[]) => void>;
  /** Set where commits are flushed later. */
  readonly #wal: number | undefined;
  readonly #checkpoints: CheckpointThread | undefined;
  #flushing: Promise<void> | undefined;
  #flushFailed: unknown;

  /** Opens it to append, and makes it where there is none. */
  constructor(
    readonly name: string,
    flushing: Flushing,
  ) {
    mkdirSync(dirname(name), { recursive: true });
    const isNew = !existsSync(name);
    this.#db = new Database(name, { timeout: busyMs });
    try {
      this.#begin();
      if (flushing === 'soon') this.#wal = this.#beginFlushing();
      if (isNew) flush(dirname(name));
      this.#held = new HeldFile(name, true);
      this.#append = this.#appending();
      if (flushing === 'soon') this.#checkpoints = new CheckpointThread(name);
    } catch (error) {
      this.#db.close();
      throw error;
    }
  }

  /**
   * When it returns, the entries are in the file that is at its path, and outlast the process.
   * @throws Error  they may be kept or not; or what was appended before could not be flushed
   */
  append(entries: readonly NewReadEntry[]): void {
    if (this.#flushFailed !== undefined) throw this.#flushFailed as Error;
    this.#held.refuseReplaced();
    this.#append.immediate(entries);
    this.#held.refuseLost();
    if (this.#wal !== undefined) this.#flushing ??= this.#flushSoon(this.#wal);
  }

  /** @throws Error  what was appended before could not be flushed */
  async flush(): Promise<void> {
    if (this.#wal !== undefined) await this.#flush(this.#wal);
    if (this.#flushFailed !== undefined) throw this.#flushFailed as Error;
  }

  /** Flushes what is left. Of several processes that have it open the last one leaves one file. */
  async close(): Promise<void> {
    await this.#checkpoints?.end();
    if (this.#wal !== undefined) closeSync(this.#wal);
    try {
      leaveWal(this.#db);
    } catch (error) {
      // The file is no longer at its path, or nobody may write it. Whoever wanted to append was told.
      if (!/^SQLITE_(READONLY|BUSY|LOCKED|FULL|IOERR)/.test(codeOf(error))) throw error;
    } finally {
      this.#db.close();
    }
  }

  #begin(): void {
    const db = this.#db;
    db.transaction(() => {
      if (db.prepare('SELECT 1 FROM sqlite_schema').get() !== undefined) {
        upgradeReads(db, this.name);
        return;
      }
      for (const statement of schema) db.exec(statement);
      db.pragma(`application_id = ${applicationId}`);
      db.pragma(`user_version = ${readsFormat}`);
    }).immediate();
    checkReadsFile(db, this.name);
    enterWal(db);
    db.pragma('synchronous = FULL');
  }

  /** The `-wal` file, whose name must be durable before anything in it is. */
  #beginFlushing(): number {
    this.#db.pragma('synchronous = NORMAL');
    this.#db.pragma('wal_autocheckpoint = 0');
    this.#db.pragma(`user_version = ${readsFormat}`);
    flush(dirname(this.name));
    return openSync(`${this.name}-wal`, 'r');
  }

  async #flushSoon(wal: number): Promise<void> {
    await sleep(flushWithinMs, undefined, { ref: false });
    this.#flushing = undefined;
    await this.#flush(wal);
  }

  async #flush(wal: number): Promise<void> {
    try {
      if (this.#db.open) await flushed(wal);
    } catch (error) {
      // After this nobody knows what the system still holds, so nothing more is taken until it is opened again.
      if (this.#db.open) this.#flushFailed = error;
    }
  }

  #appending() {
    const db = this.#db;
    const last = db.prepare<[], Row>(`SELECT ${columns} FROM read ORDER BY number DESC LIMIT 1`).raw();
    const keep = db.prepare<Row>('INSERT INTO read VALUES (?, ?, ?, ?)');
    const index = indexing(db);
    const count = countingReads(db);
    return db.transaction((entries: readonly NewReadEntry[]) => {
      const row = last.get();
      let before: Pick<KeptReadEntry, 'number' | 'at' | 'hash'> =
        row === undefined ? { ...emptyReadLog, at: '' } : entryOf(row);
      for (const { at: readAt, text, terms } of entries) {
        const at = before.at > readAt ? before.at : readAt;
        const entry = { number: before.number + 1, at, text };
        const hash = readHash(before.hash, entry);
        keep.run(entry.number, at, text, Buffer.from(hash, 'hex'));
        index(entry.number, terms);
        before = { ...entry, hash };
      }
      count(before.number);
    });
  }
}

const columns = 'read.number, read.at, read.text, read.hash';

const entryOf = ([number, at, text, hash]: Row): KeptReadEntry => ({
  number,
  at,
  text,
  hash: hash.toString('hex'),
});

/** @throws StoreTooNewError, StoreCorruptError */
export function checkReadsFile(db: Database.Database, file: string): number {
  const foreign = 'it is not a log of reads of this program';
  return checkedFormat(db, file, { applicationId, format: readsFormat, foreign });
}

/** Writes the index of terms of an entry. */
function indexing(db: Database.Database): (number: number, terms: readonly string[]) => void {
  const insert = db.prepare<[number, string]>('INSERT INTO term (rowid, terms) VALUES (?, ?)');
  return (number, terms) => insert.run(number, terms.map(indexedTerm).join(' '));
}

/** Makes the indexes of all entries anew where a release has written them that did not count. */
function upgradeReads(db: Database.Database, file: string): void {
  if (checkReadsFile(db, file) === readsFormat) return;
  for (const statement of countTables) db.exec(statement);
  db.exec("INSERT INTO term (term) VALUES ('delete-all')");
  const index = indexing(db);
  const page = db.prepare<[number], Row>(
    `SELECT ${columns} FROM read WHERE number > ? ORDER BY number LIMIT 500`,
  );
  let last = 0;
  for (let entries; (entries = page.raw().all(last).map(entryOf)).length > 0;)
    for (const { number, at, text } of entries) {
      index(number, keptText(text, at).terms);
      last = number;
    }
  countingReads(db)(last);
  db.pragma(`user_version = ${readsFormat}`);
}

const matched = (terms: readonly string[]): string =>
  terms.map((term) => `"${indexedTerm(term)}"`).join(' AND ');

/** The entries of the file, read beside whoever appends. */
export class ReadsFileReader {
  /** The indexes are those of this release: it can be asked for terms and numbers. */
  readonly isIndexed: boolean;
  readonly #db: Database.Database;

  constructor(file: string) {
    this.#db = connectToRead(file, { timeout: busyMs });
    try {
      this.isIndexed = checkReadsFile(this.#db, file) === readsFormat;
    } catch (error) {
      this.#db.close();
      throw error;
    }
  }

  head(): ReadLogHead {
    const [last] = this.entries({ terms: [], newestFirst: true, limit: 1 });
    return last === undefined ? emptyReadLog : { number: last.number, hash: last.hash };
  }

  entries({ terms, from, to, newestFirst, after, limit }: ReadEntriesQuery): readonly KeptReadEntry[] {
    const [first, last] = [this.#numberFrom(from), this.#numberTo(to)];
    const next = after === undefined ? undefined : after + (newestFirst ? -1 : 1);
    const lowest = newestFirst ? first : Math.max(first, next ?? first);
    const highest = newestFirst ? Math.min(last, next ?? last) : last;
    const order = newestFirst ? 'DESC' : 'ASC';
    const [source, key] =
      terms.length === 0
        ? ['read WHERE', 'number']
        : ['term JOIN read ON read.number = term.rowid WHERE term MATCH ? AND', 'term.rowid'];
    const sql = `SELECT ${columns} FROM ${source} ${key} BETWEEN ? AND ? ORDER BY ${key} ${order} LIMIT ?`;
    const match = terms.length === 0 ? [] : [matched(terms)];
    return this.#db
      .prepare<unknown[], Row>(sql)
      .raw()
      .all(...match, lowest, highest, limit)
      .map(entryOf);
  }

  kinds({ terms, from, to }: CountedReads): readonly ReadKindCount[] {
    if (terms.length === 0 && from === undefined && to === undefined) return allKinds(this.#db);
    const first = this.#numberFrom(from);
    const last = Math.min(this.#numberTo(to), this.head().number);
    return terms.length === 0
      ? kindsOfNumbers(this.#db, { first, last })
      : kindsOfMatches(this.#db, matched(terms), { first, last });
  }

  counts(terms: readonly string[], moments: readonly Instant[]): readonly number[] {
    const end = this.head().number + 1;
    const firsts = moments.map((moment) => Math.min(this.#numberFrom(moment), end));
    const ranges = firsts.slice(1).map((next, bar) => [firsts[bar] ?? next, next - 1] as const);
    if (terms.length === 0) return ranges.map(([first, last]) => last + 1 - first);
    const match = matched(terms);
    const sql = 'SELECT count(*) FROM term WHERE term MATCH ? AND rowid BETWEEN ? AND ?';
    const counted = this.#db.prepare<[string, number, number], number>(sql).pluck();
    return ranges.map(([first, last]) => (first > last ? 0 : (counted.get(match, first, last) ?? 0)));
  }

  close(): void {
    this.#db.close();
  }

  /** Times never go back in the order of numbers, so a period is a range of them. */
  #numberFrom(from: string | undefined): number {
    if (from === undefined) return 1;
    const sql = 'SELECT number FROM read WHERE at >= ? ORDER BY at, number LIMIT 1';
    return this.#db.prepare<[string], number>(sql).pluck().get(from) ?? Number.MAX_SAFE_INTEGER;
  }

  #numberTo(to: string | undefined): number {
    if (to === undefined) return Number.MAX_SAFE_INTEGER;
    const sql = 'SELECT number FROM read WHERE at <= ? ORDER BY at DESC, number DESC LIMIT 1';
    return this.#db.prepare<[string], number>(sql).pluck().get(to) ?? 0;
  }
}
