import Database from 'better-sqlite3';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { enterWal } from '../journal-mode.js';
import { totalsHold } from './index-totals.js';
import { logFile, refuseDamagedLog } from './log-file.js';

export const indexFile = (folder: string): string => join(folder, 'streams.db');

const indexFormat = 2;

/**
 * The events of each stream; the id of a stream is the position of its first event. `reached` has the
 * position that the index has reached, identifies that event, and keeps the totals of the index.
 */
const schema = `
  CREATE TABLE stream (name TEXT PRIMARY KEY, id INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE entry (
    stream INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (stream, revision)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE reached (
    position INTEGER NOT NULL,
    event_id BLOB,
    recorded_at INTEGER,
    streams INTEGER NOT NULL,
    streams_sum INTEGER NOT NULL,
    entries INTEGER NOT NULL,
    entries_sum INTEGER NOT NULL
  ) STRICT;
  INSERT INTO reached VALUES (0, NULL, NULL, 0, 0, 0, 0);`;

/**
 * Whether an index may be believed: it is what its writer wrote, and the event that it has reached is in the
 * log. If that is not there, this is the index of another history. Reads the whole index.
 * @param db  where index and log are attached under these names
 */
export function isSound(db: Database.Database, index: string, log: string): boolean {
  const fits = `SELECT r.position = 0 OR EXISTS (
      SELECT 1 FROM ${log}.event e
      WHERE e.position = r.position AND e.event_id = r.event_id AND e.recorded_at = r.recorded_at
    ) FROM ${index}.reached r`;
  // In one transaction, because a writer of another process may add to it meanwhile.
  return db.transaction(() => {
    if (db.pragma(`${index}.user_version`, { simple: true }) !== indexFormat) return false;
    // Totals do not tell what a search or the next insert would meet: the order of the tree, its free pages.
    if (db.pragma(`${index}.quick_check(1)`, { simple: true }) !== 'ok') return false;
    return db.prepare(fits).pluck().get() === 1 && totalsHold(db, index);
  })();
}

/**
 * Makes the index, empty, unless there is one that may be believed. It is never repaired, because making it
 * again is safer. What it does not have yet is checked in the log, because it will be added without a check.
 * @throws StoreCorruptError  the log is damaged
 */
export function prepareIndex(folder: string): void {
  const reached = reachedBySound(folder);
  if (reached === undefined) makeIndex(folder);
  else checkLogBehind(folder, reached);
}

/**
 * Makes the index, empty, in place of whatever is there.
 * @throws StoreCorruptError  the log of which it is to be made is damaged
 */
export function makeIndex(folder: string): void {
  checkLogBehind(folder, 0);
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(indexFile(folder) + suffix, { force: true });
  const db = new Database(indexFile(folder));
  try {
    db.transaction(() => {
      db.exec(schema);
      db.pragma(`user_version = ${indexFormat}`);
    })();
    enterWal(db);
  } finally {
    db.close();
  }
}

/** The position that the index has reached; `undefined` when it may not be believed. */
function reachedBySound(folder: string): number | undefined {
  try {
    const db = new Database(indexFile(folder), { fileMustExist: true });
    try {
      db.prepare('ATTACH ? AS log').run(logFile(folder));
      if (!isSound(db, 'main', 'log')) return undefined;
      enterWal(db);
      if (db.pragma('main.journal_mode', { simple: true }) !== 'wal') return undefined;
      return db.prepare<[], number>('SELECT position FROM reached').pluck().get();
    } finally {
      db.close();
    }
  } catch {
    // Whatever is wrong with it, the answer is the same.
    return undefined;
  }
}

/** Reads the log behind a position to its end. @throws StoreCorruptError */
function checkLogBehind(folder: string, after: number): void {
  const file = logFile(folder);
  const db = new Database(file, { fileMustExist: true, readonly: true });
  try {
    refuseDamagedLog(db, file, after);
  } finally {
    db.close();
  }
}
