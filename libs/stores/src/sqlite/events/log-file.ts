import { StoreCorruptError } from '@safeconduct/engine/basics';
import Database from 'better-sqlite3';
import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { checkedFormat } from '../file-format.js';
import { flush } from '../flush.js';
import { enterWal } from '../journal-mode.js';
import { eventColumns, refuseDamagedRange, type EventRow } from './event-row.js';

export const logFile = (folder: string): string => join(folder, 'events.db');

/** Raised when a release before this one could no longer read the file. */
export const logFormat = 2;

/** "Safe": tells this file from any other SQLite file. */
const applicationId = 0x53616665;
const tailRows = 200;
const checkedAtOnce = 2000;

/**
 * Holds nine events of the usual size with hardly a byte between them; pages of half the size waste a tenth.
 */
const pageBytes = 8192;

/**
 * The log is one list, written only at its end: an append touches the last page and no other, however many
 * streams there are. `streams.db` has the events of each stream and can be made again from this file.
 */
const eventTable = `CREATE TABLE event (
  position INTEGER PRIMARY KEY,
  stream TEXT NOT NULL,
  revision INTEGER NOT NULL,
  event_id BLOB NOT NULL,
  type TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  occurred_at INTEGER NOT NULL,
  checksum INTEGER NOT NULL,
  metadata TEXT NOT NULL,
  data TEXT NOT NULL
) STRICT`;

const metaTable = `CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  checksum INTEGER NOT NULL
) STRICT, WITHOUT ROWID`;

/** Recorded events cannot be changed, also by another program that opens the file. */
const guards = ['UPDATE', 'DELETE'].map(
  (change) => `CREATE TRIGGER event_refuses_${change.toLowerCase()} BEFORE ${change} ON event
BEGIN SELECT RAISE(ABORT, 'a recorded event is never changed'); END`,
);

const schema = [eventTable, metaTable, ...guards];

/**
 * A lost log is refused and not replaced by a new one, which would hide the loss. The index is always made
 * after the log, so an index alone shows that the log was lost.
 * @throws StoreCorruptError
 */
export function refuseLostLog(file: string, index: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if ((size ?? 0) > 0 || !existsSync(index)) return;
  throw new StoreCorruptError(
    file,
    `it is ${size === undefined ? 'gone' : 'empty'}, and ${basename(index)} is there`,
  );
}

/**
 * Makes the log if there is none, and checks the one that is there. When it returns, every event that can be
 * read is on the disk. A killed writer may have left a commit that it had not flushed yet; the index must not
 * learn of it before it is durable.
 */
export function prepareLog(file: string): void {
  const db = new Database(file);
  try {
    if (isEmpty(db)) createLog(db);
    else checkLog(db, file);
    enterWal(db);
  } finally {
    // Flushes and empties the -wal file, unless another process reads it.
    db.close();
  }
  if (existsSync(`${file}-wal`)) flush(`${file}-wal`);
}

/**
 * Checks what is cheap to check: format, schema, and the end of the log. Damage further back is found when it
 * is read.
 * @throws StoreTooNewError, StoreCorruptError
 */
export function checkLog(db: Database.Database, file: string): void {
  const foreign = 'it is not a log of this program';
  const format = checkedFormat(db, file, { applicationId, format: logFormat, foreign });
  if (format < logFormat) {
    throw new StoreCorruptError(
      file,
      `it has format ${format}, this release reads format ${logFormat} alone; use the release that wrote it`,
    );
  }
  const found = db.prepare(`SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL`).pluck().all();
  if (!schema.every((statement) => found.includes(statement))) {
    throw new StoreCorruptError(file, 'its tables are not those of a log');
  }
  checkTail(db, file);
}

/**
 * Reads the log behind a position to its end: no position is missing, each event is what was recorded.
 * @throws StoreCorruptError
 */
export function refuseDamagedLog(db: Database.Database, file: string, after: number): void {
  const rows = db
    .prepare<[number, number], EventRow>(
      `SELECT ${eventColumns} FROM event WHERE position > ? ORDER BY position LIMIT ?`,
    )
    .raw();
  for (let reached = after; ;) {
    const some = rows.all(reached, checkedAtOnce);
    refuseDamagedRange(some, reached, file);
    if (some.length < checkedAtOnce) return;
    reached += some.length;
  }
}

function isEmpty(db: Database.Database): boolean {
  return db.prepare(`SELECT count(*) FROM sqlite_schema`).pluck().get() === 0;
}

/** Makes the tables of a log in an empty database. */
export function createLog(db: Database.Database): void {
  db.pragma(`page_size = ${pageBytes}`);
  db.transaction(() => {
    for (const statement of schema) db.exec(statement);
    db.pragma(`application_id = ${applicationId}`);
    db.pragma(`user_version = ${logFormat}`);
  }).immediate();
}

function checkTail(db: Database.Database, file: string): void {
  const first = db.prepare(`SELECT min(position) FROM event`).pluck().get() as number | null;
  if (first !== null && first !== 1) throw new StoreCorruptError(file, `it begins at position ${first}`);
  const rows = db
    .prepare<[number], EventRow>(`SELECT ${eventColumns} FROM event ORDER BY position DESC LIMIT ?`)
    .raw()
    .all(tailRows)
    .reverse();
  refuseDamagedRange(rows, (rows[0]?.[0] ?? 1) - 1, file);
  const lastOfStream = new Map<string, EventRow>();
  for (const row of rows) {
    const [position, stream, , , , , recordedAtMs] = row;
    // Between streams a poured log may have several clocks.
    const last = lastOfStream.get(stream) ?? row;
    if (last[6] > recordedAtMs)
      throw new StoreCorruptError(
        file,
        `position ${position} was recorded before position ${last[0]} of its stream`,
      );
    lastOfStream.set(stream, row);
  }
}
