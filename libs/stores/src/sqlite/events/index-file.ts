import { StoreReplacedError } from '@safeconduct/engine/basics';
import Database from 'better-sqlite3';
import { rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { connectToRead } from '../connect-to-read.js';
import { enterWal } from '../journal-mode.js';
import { lastOfWhole } from './index-totals.js';
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

interface Fit {
  readonly reached: number;
  /** The last position of the log. */
  readonly head: number;
  /** Whether the log has an event at the position reached, and what of it is the same; null when it has none. */
  readonly sameId: number | null;
  readonly sameTime: number | null;
}

/**
 * The position that an index has reached in the log beside it; `undefined` when it may not be believed: it is
 * not what its writer wrote. Reads the whole index.
 *
 * An index that is whole and knows an event that the log does not have is no damage of the index. The writer
 * adds events to it that are on the disk in the log already (`prepareLog`, and `synchronous = FULL` for each
 * commit), so no crash leads there: the log was replaced by another copy, or has lost its end. Making the index
 * again would hide that, and positions would be given twice.
 * @param db  where index and log are attached under these names
 * @throws StoreReplacedError
 */
export function reachedBy(db: Database.Database, index: string, log: string): number | undefined {
  const fit = `SELECT r.position AS reached, (SELECT coalesce(max(position), 0) FROM ${log}.event) AS head,
      e.event_id = r.event_id AS sameId, e.recorded_at = r.recorded_at AS sameTime
    FROM ${index}.reached r LEFT JOIN ${log}.event e ON e.position = r.position`;
  // In one transaction, because a writer of another process may add to both meanwhile; to the log first, which
  // is read last.
  return db.transaction(() => {
    if (db.pragma(`${index}.user_version`, { simple: true }) !== indexFormat) return undefined;
    // Totals do not tell what a search or the next insert would meet: the order of the tree, its free pages.
    if (db.pragma(`${index}.quick_check(1)`, { simple: true }) !== 'ok') return undefined;
    const last = lastOfWhole(db, index);
    const found = db.prepare<[], Fit>(fit).get();
    if (last === undefined || found === undefined) return undefined;
    const { reached, sameId, sameTime } = found;
    refuseReplacedLog(db, { ...found, last, log });
    return reached === 0 || (sameId === 1 && sameTime === 1) ? reached : undefined;
  })();
}

/**
 * One flipped bit makes no log another one: the last position is in the totals, and of the event at the end id and
 * time are both different.
 */
function refuseReplacedLog(
  db: Database.Database,
  { reached, head, sameId, sameTime, last, log }: Fit & { readonly last: number; readonly log: string },
): void {
  const isOther = reached === last && sameId === 0 && sameTime === 0;
  if (last <= head && !isOther) return;
  const file = fileOf(db, log);
  const what = last > head ? `it ends at position ${head}` : `it has another event at position ${last}`;
  const folder = dirname(file);
  throw new StoreReplacedError(
    file,
    `${what}, and streams.db has events up to position ${last}`,
    `put the ${basename(file)} back that was there; or, if this one is meant, let it get a name of its own: ` +
      `safeconduct backup <copy> --data ${folder}, then ` +
      `safeconduct restore <copy> --data <new folder> --key-file <master key>`,
  );
}

function fileOf(db: Database.Database, attached: string): string {
  const found = db.prepare('SELECT file FROM pragma_database_list WHERE name = ?').pluck();
  return found.get(attached) as string;
}

/**
 * Makes the index, empty, unless there is one that may be believed. It is never repaired, because making it
 * again is safer. What it does not have yet is checked in the log, because it will be added without a check.
 * @throws StoreReplacedError  the index knows an event that the log does not have
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
  removeIndex(folder);
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

export function removeIndex(folder: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(indexFile(folder) + suffix, { force: true });
}

/** The position that the index has reached; `undefined` when it may not be believed. @throws StoreReplacedError */
function reachedBySound(folder: string): number | undefined {
  try {
    const db = new Database(indexFile(folder), { fileMustExist: true });
    try {
      db.prepare('ATTACH ? AS log').run(logFile(folder));
      const reached = reachedBy(db, 'main', 'log');
      if (reached === undefined) return undefined;
      enterWal(db);
      return db.pragma('main.journal_mode', { simple: true }) === 'wal' ? reached : undefined;
    } finally {
      db.close();
    }
  } catch (error) {
    if (error instanceof StoreReplacedError) throw error;
    // Whatever else is wrong with it, the answer is the same.
    return undefined;
  }
}

/** Reads the log behind a position to its end. @throws StoreCorruptError */
function checkLogBehind(folder: string, after: number): void {
  const file = logFile(folder);
  const db = connectToRead(file);
  try {
    refuseDamagedLog(db, file, after);
  } finally {
    db.close();
  }
}
