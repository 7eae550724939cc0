import { StoreReplacedError } from '@safeconduct/engine';
import type Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { connectToRead } from '../connect-to-read.js';
import { indexFile, reachedBy } from './index-file.js';
import { logFile } from './log-file.js';

const tellMax = 10;

interface Entry {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly indexed: number | null;
}

/**
 * In what the index of streams is not what the log says, in words; and which revisions the log has twice, which
 * no index can say; and that the log is not the one that the index was made from. Reads both files whole; works beside
 * the one who writes, and changes nothing.
 */
export function problemsOfIndex(folder: string): readonly string[] {
  if (!existsSync(indexFile(folder)) || !existsSync(logFile(folder))) return [];
  const db = connectToRead(logFile(folder));
  try {
    return comparedWithLog(db, folder);
  } finally {
    db.close();
  }
}

function comparedWithLog(db: Database.Database, folder: string): readonly string[] {
  const remedy = 'the next process that writes makes it again from the log';
  try {
    db.prepare('ATTACH ? AS streams').run(indexFile(folder));
    if (reachedBy(db, 'streams', 'main') === undefined) return [`streams.db is damaged; ${remedy}`];
    return differencesIn(db).map(({ position, stream, revision, indexed }) =>
      indexed !== null && isThere(db, { position: indexed, stream, revision })
        ? `revision ${revision} of stream ${stream} is in the log at position ${indexed} and again at position ${position}`
        : `streams.db does not lead to position ${position}, revision ${revision} of stream ${stream}; ${remedy}`,
    );
  } catch (error) {
    if (error instanceof StoreReplacedError) return [error.message];
    return [`streams.db cannot be read: ${(error as Error).message}; ${remedy}`];
  }
}

/** The events to which the index does not lead, the first ones. */
const differencesIn = (db: Database.Database): readonly Entry[] =>
  db
    .prepare<[number], Entry>(
      `SELECT e.position, e.stream, e.revision, n.position AS indexed FROM event e
       LEFT JOIN streams.stream s ON s.name = e.stream
       LEFT JOIN streams.entry n ON n.stream = s.id AND n.revision = e.revision
       WHERE e.position <= (SELECT position FROM streams.reached) AND n.position IS NOT e.position
       ORDER BY e.position LIMIT ?`,
    )
    .all(tellMax);

const isThere = (db: Database.Database, { position, stream, revision }: Omit<Entry, 'indexed'>): boolean =>
  db
    .prepare('SELECT 1 FROM event WHERE position = ? AND stream = ? AND revision = ?')
    .get(position, stream, revision) !== undefined;
