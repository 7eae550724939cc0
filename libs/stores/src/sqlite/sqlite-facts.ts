import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { connectToRead } from './connect-to-read.js';
import type { StoreFact } from '../location.js';
import { indexFile, reachedBy } from './events/index-file.js';
import { checkLog, logFile, logFormat, refuseLostLog } from './events/log-file.js';
import { checkReadsFile, readsFile, readsFormat } from './reads/reads-file.js';
import { isViews, viewsFile, viewsFormat } from './views/views-file.js';

/** What the files of a data folder say about themselves. Nothing is changed. */
export function sqliteFacts(folder: string): readonly StoreFact[] {
  return [...viewsFacts(folder), logFact(logFile(folder)), indexFact(folder)];
}

/** The same of a folder that has views alone. */
export const viewsFacts = (folder: string): readonly StoreFact[] => [
  { about: 'SQLite', value: sqliteVersion() },
  viewsFact(viewsFile(folder)),
  readsFact(readsFile(folder)),
];

function sqliteVersion(): string {
  const db = new Database(':memory:');
  try {
    return db.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? '';
  } finally {
    db.close();
  }
}

const logFact = (file: string): StoreFact =>
  factOf('format of events.db', file, (db) => {
    checkLog(db, file);
    return { value: `${logFormat} of ${logFormat}` };
  });

const readsFact = (file: string): StoreFact =>
  factOf('format of reads.db', file, (db) => {
    return { value: `${checkReadsFile(db, file)} of ${readsFormat}` };
  });

const indexFact = (folder: string): StoreFact =>
  factOf('index of streams', indexFile(folder), (db) => {
    refuseLostLog(logFile(folder), indexFile(folder));
    db.prepare('ATTACH ? AS log').run(logFile(folder));
    const reached = reachedBy(db, 'main', 'log');
    if (reached !== undefined) return { value: `up to position ${reached}` };
    return { value: 'damaged; the next process that writes makes it again' };
  });

const viewsFact = (file: string): StoreFact =>
  factOf('format of views.db', file, (db) =>
    isViews(db)
      ? { value: `${viewsFormat} of ${viewsFormat}` }
      : { value: 'of another release; the next process that writes makes the views again' },
  );

function factOf(
  about: string,
  file: string,
  read: (db: Database.Database) => Omit<StoreFact, 'about'>,
): StoreFact {
  if (!existsSync(file)) return { about, value: 'not there yet' };
  try {
    const db = connectToRead(file);
    try {
      return { about, ...read(db) };
    } finally {
      db.close();
    }
  } catch (error) {
    return { about, value: 'cannot be read', problem: (error as Error).message };
  }
}
