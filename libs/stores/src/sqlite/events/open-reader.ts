import { StoreUnavailableError } from '@safeconduct/engine';
import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { storeError } from '../store-error.js';
import { checkLog, logFile } from './log-file.js';
import { LogReader } from './log-reader.js';
import { indexFile, indexFits, indexSchema } from './stream-index.js';

/**
 * Opens a connection that only reads and changes no file. At rest the log is one file in SQLite's rollback mode, so
 * that reading a backup or the folder of another user creates nothing beside it; SQLite itself notices when a writer
 * comes and switches it to WAL.
 */
export function openReader(folder: string): LogReader {
  const file = logFile(folder);
  if (!existsSync(file)) throw new StoreUnavailableError('events.db', `${folder} holds no log`);
  try {
    const db = new Database(file, { readonly: true });
    checkLog(db, file);
    return new LogReader(db, { file, index: attachIndex(db, folder) });
  } catch (error) {
    throw storeError(file, error);
  }
}

/** An index that is missing or belongs to another history is replaced by an empty one: slower, and still right. */
function attachIndex(db: Database.Database, folder: string): string {
  try {
    db.prepare('ATTACH ? AS streams').run(indexFile(folder));
    if (db.prepare(indexFits('streams', 'main')).pluck().get() === 1) return 'streams';
  } catch {
    // What is wrong with it does not matter here; the next writer makes it again.
  }
  db.exec(indexSchema('temp'));
  return 'temp';
}
