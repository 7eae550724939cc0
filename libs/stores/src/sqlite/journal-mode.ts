import type Database from 'better-sqlite3';
import { codeOf } from './store-error.js';

/** While a process writes, the database is in WAL mode: one flush per commit, and readers are not blocked. */
export function enterWal(db: Database.Database): void {
  db.pragma('main.journal_mode = WAL');
}

/**
 * At rest a database is one file, which can be read without creating others beside it. While another process
 * reads it, it stays as it is until the next time.
 */
export function leaveWal(db: Database.Database): void {
  db.pragma('busy_timeout = 0');
  db.pragma('main.wal_checkpoint(TRUNCATE)');
  try {
    db.pragma('main.journal_mode = DELETE');
  } catch (error) {
    if (codeOf(error) !== 'SQLITE_BUSY') throw error;
  }
}
