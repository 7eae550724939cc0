import Database from 'better-sqlite3';
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { connectToRead } from './connect-to-read.js';
import { CopyRefusedError } from '../copy-refused-error.js';
import { StoreCorruptError } from '@safeconduct/engine';
import { refuseDamagedRange, eventColumns, type EventRow } from './events/event-row.js';
import { removeIndex } from './events/index-file.js';
import { checkLog, createLog, logFile, refuseDamagedLog } from './events/log-file.js';
import { flush } from './flush.js';
import { codeOf, messageOf, storeError } from './store-error.js';

const eventsAtOnce = 500;

/**
 * Writes a consistent copy of a folder's log, as it is at one moment, also while a server writes to it. The
 * copy holds the log alone: views are made again from it, and the key is kept apart on purpose. The log is read
 * in short steps, so that a copy that takes long keeps no server from emptying its write-ahead file.
 * @returns how many events it has
 * @throws CopyRefusedError  the file exists, or cannot be written
 * @throws StoreCorruptError
 */
export function backupLog(folder: string, file: string): bigint {
  if (existsSync(file)) throw new CopyRefusedError(`${file} exists; choose another name`);
  const source = logFile(folder);
  return madeBeside(file, (part) => {
    const from = opened(source);
    try {
      checkLog(from, source);
      const to = new Database(part);
      try {
        copyRows(from, to, source);
      } finally {
        to.close();
      }
    } finally {
      from.close();
    }
  });
}

/** What goes wrong with the source names the source. */
function opened(file: string): Database.Database {
  try {
    return connectToRead(file);
  } catch (error) {
    throw storeError(file, error);
  }
}

/** The texts beside the log are copied first: they are never changed, and the log may get more of them. */
function copyRows(from: Database.Database, to: Database.Database, source: string): void {
  createLog(to);
  const head = from.prepare<[], number>('SELECT coalesce(max(position), 0) FROM event').pluck().get() ?? 0;
  const texts = from.prepare('SELECT name, value, checksum FROM meta').raw().all() as unknown[][];
  const keep = to.prepare('INSERT INTO meta VALUES (?, ?, ?)');
  for (const text of texts) keep.run(...text);
  const some = from
    .prepare<[number, number], EventRow>(
      `SELECT ${eventColumns} FROM event WHERE position > ? ORDER BY position LIMIT ?`,
    )
    .raw();
  const insert = to.prepare(
    `INSERT INTO event (position, stream, revision, event_id, type, schema_version, recorded_at, occurred_at,
       metadata, data, checksum) VALUES (?, ?, ?, unhex(?), ?, ?, ?, ?, ?, ?, ?)`,
  );
  const record = to.transaction((rows: readonly EventRow[]) => {
    for (const row of rows) insert.run(...row);
  });
  for (let reached = 0; reached < head;) {
    const rows = some.all(reached, Math.min(eventsAtOnce, head - reached));
    if (rows.length === 0) throw new StoreCorruptError(source, `position ${reached + 1} is missing`);
    refuseDamagedRange(rows, reached, source);
    record(rows);
    reached += rows.length;
  }
}

/**
 * Fills a new data folder from a backup. The backup is read to its end first; nothing is filled from a
 * damaged one. The index of a log that was in the folder before is removed.
 * @param forget  names of values beside the log that are not copied, because the new log gets its own
 * @returns how many events it has
 * @throws CopyRefusedError  the folder holds a log already, there is no such backup, or it is a log in use
 * @throws StoreCorruptError
 */
export function restoreLog(file: string, folder: string, forget: readonly string[] = []): bigint {
  const target = logFile(folder);
  if (!existsSync(file)) throw new CopyRefusedError(`${file} does not exist`);
  refuseLogInUse(file);
  if (existsSync(target)) throw new CopyRefusedError(`${folder} holds a log already; choose a new folder`);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw storeError(target, error);
  }
  const events = madeBeside(target, (part) => {
    copyFileSync(file, part, constants.COPYFILE_FICLONE);
    forgetMeta(part, forget);
  });
  // Not before: without it a folder whose log is gone could be begun anew.
  removeIndex(folder);
  return events;
}

/** A file beside it may have events that the file itself does not have. @throws CopyRefusedError */
function refuseLogInUse(file: string): void {
  const beside = ['-wal', '-journal'].find(
    (suffix) => (statSync(file + suffix, { throwIfNoEntry: false })?.size ?? 0) > 0,
  );
  if (beside === undefined) return;
  throw new CopyRefusedError(
    `${file} is a log in use, or one whose server was killed: ${file}${beside} has a part of it; make a backup ` +
      `with: safeconduct backup <file> --data ${dirname(file)}`,
  );
}

/**
 * A value kept beside the log of which the copy was made.
 * @throws CopyRefusedError  there is no such copy
 * @throws StoreCorruptError
 */
export function metaOfCopy(file: string, name: string): string | undefined {
  if (!existsSync(file)) throw new CopyRefusedError(`${file} does not exist`);
  try {
    const db = connectToRead(file);
    try {
      checkLog(db, file);
      return db.prepare('SELECT value FROM meta WHERE name = ?').pluck().get(name) as string | undefined;
    } finally {
      db.close();
    }
  } catch (error) {
    throw storeError(file, error);
  }
}

function forgetMeta(file: string, names: readonly string[]): void {
  const db = new Database(file);
  try {
    checkLog(db, file);
    const forget = db.prepare('DELETE FROM meta WHERE name = ?');
    for (const name of names) forget.run(name);
  } finally {
    db.close();
  }
}

/**
 * Makes a file under a name of its own, checks it, makes it durable, and gives it its final name, which must
 * still be free. Two that make the same file do not meet before that.
 * @returns how many events it has
 * @throws CopyRefusedError  the name was taken meanwhile, or the file cannot be written
 */
function madeBeside(file: string, make: (part: string) => void): bigint {
  const part = `${file}.${process.pid}.part`;
  try {
    rmSync(part, { force: true });
    make(part);
    const head = checkedHead(part);
    flush(part);
    giveName(part, file);
    flush(dirname(file));
    return head;
  } catch (error) {
    throw copyError(file, error);
  } finally {
    rmSync(part, { force: true });
  }
}

/** What goes wrong with the file that is made names that file, and not the log it is made from. */
function copyError(file: string, error: unknown): Error {
  if (error instanceof CopyRefusedError) return error;
  const known = storeError(file, error);
  if (known === error || known instanceof StoreCorruptError) return known;
  const where = existsSync(dirname(file)) ? '' : `, because there is no folder ${dirname(file)}`;
  return new CopyRefusedError(`${file} cannot be written${where}: ${messageOf(error)}`);
}

/**
 * A link fails where the name is taken. Where a file system has no links, an empty file takes the name first;
 * whoever takes a name that is taken fails there as well.
 */
function giveName(part: string, file: string): void {
  try {
    linkSync(part, file);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new CopyRefusedError(`${file} exists; choose another name`);
    takeName(file);
    renameSync(part, file);
  }
}

function takeName(file: string): void {
  try {
    closeSync(openSync(file, 'wx'));
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new CopyRefusedError(`${file} exists; choose another name`);
    throw error;
  }
}

/** Reads a copy to its end: its structure, that no event is missing, and that each is what was recorded. */
function checkedHead(file: string): bigint {
  const db = connectToRead(file);
  try {
    checkLog(db, file);
    const found = db.pragma('integrity_check', { simple: true });
    if (found !== 'ok') throw new StoreCorruptError(file, String(found));
    refuseDamagedLog(db, file, 0);
    return BigInt(db.prepare('SELECT count(*) FROM event').pluck().get() as number);
  } finally {
    db.close();
  }
}
