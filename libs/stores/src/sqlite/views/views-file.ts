import { ViewsUnavailableError } from '@safeconduct/engine/basics';
import Database from 'better-sqlite3';
import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { enterWal } from '../journal-mode.js';
import { codeOf, isDamage } from '../store-error.js';
import { dictionaries } from '../../queries/coded-columns.js';

export const viewsFile = (folder: string): string => join(folder, 'views.db');

export const viewsFormat = 2;

/** "Seen": tells this file from any other SQLite file. */
const applicationId = 0x5365656e;

const noSuchTable = 'SQLITE_ERROR';

// AUTOINCREMENT: a number is never given twice, so that a runner left over from before can touch no later generation.
// A code of a dictionary stands for one text as long as the file is there, in the rows of every generation.
const schema = `CREATE TABLE generation (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  view TEXT NOT NULL,
  version INTEGER NOT NULL,
  live INTEGER NOT NULL DEFAULT 0,
  checkpoint INTEGER NOT NULL DEFAULT 0,
  recorded_at TEXT,
  taken INTEGER NOT NULL DEFAULT 0,
  latest_at TEXT
) STRICT;
${dictionaries.map((name) => `CREATE TABLE ${name} (code INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;`).join('\n')}`;

/**
 * Makes the file, or leaves it if this release can use it. Anything else in its place, damaged or of another format, is
 * removed: everything in it can be made again from the log.
 * @throws ViewsUnavailableError
 */
export function prepareViews(file: string): void {
  refuseFolder(file);
  if (!isMarkedDamaged(file) && isUsable(file)) return;
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true });
  const db = new Database(file);
  try {
    createViews(db);
    enterWal(db);
  } finally {
    db.close();
  }
  // Last, so that a crash on the way leaves the work to the next writer.
  rmSync(markOf(file), { force: true });
}

/**
 * Any reader can find damage; only the writer can make the file again. The mark tells the writer to.
 */
export function markDamaged(file: string): void {
  try {
    writeFileSync(markOf(file), '');
  } catch {
    // Who may not write here leaves it to the next one who meets the damage.
  }
}

export const isMarkedDamaged = (file: string): boolean => existsSync(markOf(file));

/** @throws ViewsUnavailableError  a folder has the name of the file; whoever put it there has to remove it */
export function refuseFolder(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory() !== true) return;
  const what = 'a folder stands in its place; remove it, and the views are made again from the log';
  throw new ViewsUnavailableError('views.db', what);
}

const markOf = (file: string): string => `${file}.damaged`;

export function createViews(db: Database.Database): void {
  db.transaction(() => {
    db.exec(schema);
    db.pragma(`application_id = ${applicationId}`);
    db.pragma(`user_version = ${viewsFormat}`);
  })();
}

/** Whether a file has the form this release gives it. */
export function isViews(db: Database.Database): boolean {
  const [id, format] = ['application_id', 'user_version'].map((name) => db.pragma(name, { simple: true }));
  return id === applicationId && format === viewsFormat;
}

/** Whether it is a file that was opened to be made and has nothing in it yet. */
export const isBlank = (db: Database.Database): boolean =>
  db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;

function isUsable(file: string): boolean {
  const db = new Database(file);
  try {
    if (!isViews(db)) return false;
    db.prepare('SELECT * FROM generation').all();
    enterWal(db);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (isDamage(code) || code === noSuchTable) return false;
    throw error;
  } finally {
    db.close();
  }
}
