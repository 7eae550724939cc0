import { StoreUnavailableError } from '@safeconduct/engine';
import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { storeError } from '../store-error.js';
import { checkLog, logFile } from './log-file.js';
import { LogReader } from './log-reader.js';
import { indexFile, indexFits } from './stream-index.js';

/**
 * Opens a connection that only reads and changes no file. At rest the log is one file in SQLite's rollback
 * mode, so that reading a backup or the folder of another user creates nothing beside it; SQLite itself
 * notices when a writer comes and switches it to WAL.
 * @param useIndex  false to read without the index of streams: slower, and correct also when the index is
 *   damaged
 */
export function openReader(folder: string, useIndex = true): LogReader {
  const file = logFile(folder);
  if (!existsSync(file)) throw new StoreUnavailableError('events.db', `${folder} holds no log`);
  try {
    const db = new Database(file, { readonly: true });
    checkLog(db, file);
    return new LogReader(db, file, { hasIndex: useIndex && attachIndex(db, folder) });
  } catch (error) {
    throw storeError(file, error);
  }
}

/**
 * Whether there is an index of this log. The next writer makes an index that is missing or of another
 * history.
 */
function attachIndex(db: Database.Database, folder: string): boolean {
  try {
    db.prepare('ATTACH ? AS streams').run(indexFile(folder));
    return db.prepare(indexFits('streams', 'main')).pluck().get() === 1;
  } catch {
    return false;
  }
}
