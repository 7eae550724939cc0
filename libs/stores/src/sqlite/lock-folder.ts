import { StoreLockedError } from '@safeconduct/engine';
import Database from 'better-sqlite3';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, storeError } from './store-error.js';

/** The right to write to a data folder. */
export interface FolderLock {
  /** Says more about the holder, such as the address it has come to listen on. */
  announce(note: string): void;
  release(): void;
}

interface Holder {
  readonly pid: number;
  readonly startedAt: string;
  readonly note: string;
}

/** Locks live until they are released, also when nobody keeps the object: collected as garbage they would be open. */
const held = new Set<Database.Database>();

/**
 * Takes the lock of a data folder, which is made when it is not there. One process has it at a time, and the system
 * takes it from a process that ends in whatever way: it is an exclusive transaction on the empty database `writer.lock`.
 * `writer.json` beside it says who that is.
 * @param note  what this process is, for the one who is refused: `server on http://127.0.0.1:3000`
 * @throws StoreLockedError  another process has it
 * @throws StoreReadOnlyError
 */
export function lockFolder(folder: string, note: string): FolderLock {
  const file = join(folder, 'writer.lock');
  const noteFile = join(folder, 'writer.json');
  const startedAt = new Date(Date.now() - Math.floor(process.uptime() * 1000)).toISOString();
  const announce = (text: string) => {
    writeNote(noteFile, { pid: process.pid, startedAt, note: text });
  };
  try {
    mkdirSync(folder, { recursive: true });
    const lock = takeLock(file);
    held.add(lock);
    announce(note);
    return {
      announce,
      release() {
        if (held.delete(lock)) rmSync(noteFile, { force: true });
        lock.close();
      },
    };
  } catch (error) {
    if (codeOf(error) === 'SQLITE_BUSY') throw new StoreLockedError(folder, holderOf(noteFile));
    throw storeError(file, error);
  }
}

function takeLock(file: string): Database.Database {
  const db = new Database(file, { timeout: 0 });
  try {
    // Nothing is ever written, so there is nothing to roll back and no journal to leave behind.
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Whole or not at all, because it is read at any time. */
function writeNote(file: string, holder: Holder): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(holder)}\n`);
  renameSync(`${file}.new`, file);
}

function holderOf(noteFile: string): string {
  try {
    const { pid, startedAt, note } = JSON.parse(readFileSync(noteFile, 'utf8')) as Holder;
    return `${note} (process ${pid}, since ${startedAt})`;
  } catch {
    return 'another process';
  }
}
