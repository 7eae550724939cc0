import Database from 'better-sqlite3';
import { codeOf } from './store-error.js';

/**
 * A connection to a file that is there, which only reads. One thing is changed before: a process that was killed while
 * it wrote leaves a rollback journal beside the file, which SQLite takes back before anybody reads, and no connection
 * that only reads can do that.
 */
export function connectToRead(
  file: string,
  { timeout }: { readonly timeout?: number } = {},
): Database.Database {
  try {
    return openedToRead(file, timeout);
  } catch (error) {
    if (codeOf(error) !== 'SQLITE_READONLY_ROLLBACK') throw error;
    rollBack(file, timeout);
    return openedToRead(file, timeout);
  }
}

function openedToRead(file: string, timeout: number | undefined): Database.Database {
  const db = new Database(file, { readonly: true, fileMustExist: true, ...timed(timeout) });
  try {
    read(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function rollBack(file: string, timeout: number | undefined): void {
  const db = new Database(file, { fileMustExist: true, ...timed(timeout) });
  try {
    read(db);
  } finally {
    db.close();
  }
}

const timed = (timeout: number | undefined): Database.Options => (timeout === undefined ? {} : { timeout });

/** SQLite looks for a journal when it reads, not when it opens. */
const read = (db: Database.Database): void => {
  db.pragma('schema_version');
};
