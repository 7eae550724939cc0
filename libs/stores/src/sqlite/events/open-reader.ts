import { StoreUnavailableError } from '@safeconduct/engine';
import type Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { connectToRead } from '../connect-to-read.js';
import { storeError } from '../store-error.js';
import { indexFile, reachedBy } from './index-file.js';
import { checkLog, logFile } from './log-file.js';
import { LogReader } from './log-reader.js';

/**
 * What a reader does with the index of streams: `believed` uses it, because this process has checked it;
 * `checked` reads all of it first, at the first read of a stream, and uses it if it may be believed; `none`
 * does without, which is slower and correct also when the index is damaged.
 */
export type IndexUse = 'believed' | 'checked' | 'none';

/**
 * Opens a connection that only reads and changes no file. At rest the log is one file in SQLite's rollback
 * mode, so that reading a backup or the folder of another user creates nothing beside it; SQLite itself
 * notices when a writer comes and switches it to WAL.
 */
export function openReader(folder: string, use: IndexUse): LogReader {
  const file = logFile(folder);
  if (!existsSync(file)) throw new StoreUnavailableError('events.db', `${folder} holds no log`);
  try {
    const db = connectToRead(file);
    checkLog(db, file);
    return new LogReader(db, file, {
      hasIndex: () => use !== 'none' && attachIndex(db, folder, use),
      isChecked: use === 'believed',
    });
  } catch (error) {
    throw storeError(file, error);
  }
}

/** Whether there is an index of this log. The next writer makes one where it is missing or not to be believed. */
function attachIndex(db: Database.Database, folder: string, use: IndexUse): boolean {
  try {
    db.prepare('ATTACH ? AS streams').run(indexFile(folder));
    return use === 'believed' || reachedBy(db, 'streams', 'main') !== undefined;
  } catch {
    return false;
  }
}
