import { StoreCorruptError } from '@safeconduct/engine';
import Database from 'better-sqlite3';
import { linkSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkedFormat } from '../file-format.js';
import { flush } from '../flush.js';
import { codeOf } from '../store-error.js';

export const keysFile = (folder: string): string => join(folder, 'keys.db');

/** Raised when a release before this one could no longer read the file. */
export const keysFormat = 1;

/** "Keys": tells this file from any other SQLite file. */
const applicationId = 0x4b657973;
const ownerOnly = 0o700;

/**
 * A row has either wrapped keys or the time at which they were destroyed. The table is written at its end, so that the
 * keys of many new cases touch few pages.
 */
const schema = [
  `CREATE TABLE subject_key (
  number INTEGER PRIMARY KEY,
  subject TEXT NOT NULL UNIQUE,
  key_id TEXT NOT NULL,
  master_id TEXT,
  wrapped BLOB,
  destroyed_at TEXT,
  CHECK ((wrapped IS NULL) = (master_id IS NULL) AND (wrapped IS NULL) <> (destroyed_at IS NULL))
) STRICT`,
  'CREATE TABLE root (master_id TEXT PRIMARY KEY, wrapped BLOB NOT NULL) STRICT, WITHOUT ROWID',
  'CREATE TABLE store (id TEXT NOT NULL) STRICT',
];

/** Makes the file, unless there is one. A crash leaves a whole file or none. */
export function createKeysFile(file: string): void {
  const draft = `${file}.${process.pid}.part`;
  mkdirSync(dirname(file), { recursive: true, mode: ownerOnly });
  rmSync(draft, { force: true });
  const db = new Database(draft);
  try {
    db.transaction(() => {
      for (const statement of schema) db.exec(statement);
      db.pragma(`application_id = ${applicationId}`);
      db.pragma(`user_version = ${keysFormat}`);
    })();
  } finally {
    db.close();
  }
  try {
    flush(draft);
    linkSync(draft, file);
    flush(dirname(file));
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Checks what is cheap to check: format, tables, and that the file is as long as it says.
 * @throws StoreTooNewError, StoreCorruptError
 */
export function checkKeysFile(db: Database.Database, file: string): void {
  const foreign = 'it is not a key store of this program, or it is empty';
  checkedFormat(db, file, { applicationId, format: keysFormat, foreign });
  const found = db.prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL').pluck().all();
  if (!schema.every((statement) => found.includes(statement)))
    throw new StoreCorruptError(file, 'its tables are not those of a key store');
  const [pages, pageBytes] = ['page_count', 'page_size'].map(
    (name) => db.pragma(name, { simple: true }) as number,
  );
  // While there is a -wal file, the last pages may be there.
  const isWhole = statSync(`${file}-wal`, { throwIfNoEntry: false }) !== undefined;
  if (!isWhole && statSync(file).size < (pages ?? 0) * (pageBytes ?? 0))
    throw new StoreCorruptError(file, 'its end is missing');
}
