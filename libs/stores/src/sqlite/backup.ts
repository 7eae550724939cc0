import { StoreCorruptError } from '@safeconduct/engine';
import Database from 'better-sqlite3';
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  rmSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { CopyRefusedError } from '../copy-refused-error.js';
import { checkLog, logFile } from './events/log-file.js';
import { storeError } from './store-error.js';

/**
 * Writes a consistent copy of a folder's log, as it is at one moment, also while a server writes to it. The
 * copy holds the log alone: views are made again from it, and the key is kept apart on purpose.
 * @returns how many events it has
 * @throws CopyRefusedError  the file exists
 */
export function backupLog(folder: string, file: string): bigint {
  if (existsSync(file)) throw new CopyRefusedError(`${file} exists; choose another name`);
  const part = `${file}.part`;
  rmSync(part, { force: true });
  const source = logFile(folder);
  try {
    const db = new Database(source, { readonly: true, fileMustExist: true });
    try {
      db.prepare('VACUUM INTO ?').run(part);
    } finally {
      db.close();
    }
    return settle(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error instanceof CopyRefusedError ? error : storeError(source, error);
  }
}

/**
 * Fills a new data folder from a backup. The backup is read to its end first; nothing is filled from a
 * damaged one.
 * @param forget  names of values beside the log that are not copied, because the new log gets its own
 * @returns how many events it has
 * @throws CopyRefusedError  the folder holds a log already, or there is no such backup
 * @throws StoreCorruptError
 */
export function restoreLog(file: string, folder: string, forget: readonly string[] = []): bigint {
  const target = logFile(folder);
  if (!existsSync(file)) throw new CopyRefusedError(`${file} does not exist`);
  if (existsSync(target)) throw new CopyRefusedError(`${folder} holds a log already; choose a new folder`);
  const part = `${target}.part`;
  try {
    mkdirSync(folder, { recursive: true });
    copyFileSync(file, part, constants.COPYFILE_FICLONE);
    forgetMeta(part, forget);
    return settle(part, target);
  } catch (error) {
    rmSync(part, { force: true });
    throw error instanceof CopyRefusedError ? error : storeError(target, error);
  }
}

/**
 * A value kept beside the log of which the copy was made.
 * @throws CopyRefusedError  there is no such copy
 * @throws StoreCorruptError
 */
export function metaOfCopy(file: string, name: string): string | undefined {
  if (!existsSync(file)) throw new CopyRefusedError(`${file} does not exist`);
  try {
    const db = new Database(file, { readonly: true });
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

/** Checks a copy, makes it durable, and renames it to its final name; fails when that name exists by then. */
function settle(part: string, file: string): bigint {
  const head = checkedHead(part);
  flush(part);
  try {
    linkSync(part, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new CopyRefusedError(`${file} exists`);
    throw error;
  }
  rmSync(part);
  flush(dirname(file));
  return head;
}

function checkedHead(file: string): bigint {
  const db = new Database(file, { readonly: true });
  try {
    checkLog(db, file);
    const found = db.pragma('integrity_check', { simple: true });
    if (found !== 'ok') throw new StoreCorruptError(file, String(found));
    return BigInt(db.prepare('SELECT coalesce(max(position), 0) FROM event').pluck().get() as number);
  } finally {
    db.close();
  }
}

function flush(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
