import { StoreLockedError, type ServingAddress } from '@safeconduct/engine';
import Database from 'better-sqlite3';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HolderNote } from '../location.js';
import { codeOf, storeError } from './store-error.js';

/** The right to write to a data folder. */
export interface FolderLock {
  /** Adds details about the holder, such as the address that it listens on. */
  announce(holder: HolderNote): void;
  release(): void;
}

interface Holder extends HolderNote {
  readonly pid: number;
  readonly startedAt: string;
}

/** Keeps the locks until they are released: a connection collected as garbage would release its lock. */
const held = new Set<Database.Database>();

/**
 * Takes the lock of a data folder, which is made when it is not there. One process has it at a time, and the
 * system releases it however the process ends: it is an exclusive transaction on the empty database
 * `writer.lock`. `writer.json` beside it describes the holder.
 * @throws StoreLockedError  another process has it
 * @throws StoreReadOnlyError
 */
export function lockFolder(folder: string, holder: HolderNote): FolderLock {
  const file = join(folder, 'writer.lock');
  const noteFile = join(folder, 'writer.json');
  const startedAt = new Date(Date.now() - Math.floor(process.uptime() * 1000)).toISOString();
  const announce = ({ note, address, certificate }: HolderNote) => {
    writeNote(noteFile, { pid: process.pid, startedAt, note, address, certificate });
  };
  try {
    mkdirSync(folder, { recursive: true });
    const lock = takeLock(file);
    held.add(lock);
    try {
      announce(holder);
    } catch (error) {
      // A lock that nobody is told of would be held until the process ends.
      held.delete(lock);
      lock.close();
      throw error;
    }
    return {
      announce,
      release() {
        if (held.delete(lock)) rmSync(noteFile, { force: true });
        lock.close();
      },
    };
  } catch (error) {
    if (codeOf(error) === 'SQLITE_BUSY') {
      const { told, serves } = holderOf(noteFile);
      throw new StoreLockedError(folder, told, serves);
    }
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

/** Written atomically, because other processes may read it at any time. */
function writeNote(file: string, holder: Holder): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(holder)}\n`);
  renameSync(`${file}.new`, file);
}

interface ToldHolder {
  readonly told: string;
  readonly serves?: ServingAddress | undefined;
}

function holderOf(noteFile: string): ToldHolder {
  try {
    const { pid, startedAt, note, address, certificate } = JSON.parse(
      readFileSync(noteFile, 'utf8'),
    ) as Holder;
    const serves = address === undefined ? undefined : { url: address, certificate };
    return { told: `${note} (process ${pid}, since ${startedAt})`, serves };
  } catch {
    return { told: 'another process' };
  }
}
