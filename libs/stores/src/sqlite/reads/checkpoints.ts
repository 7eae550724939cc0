/**
 * The thread that moves what was committed from the `-wal` file of a log of reads into its file. It flushes both, which takes
 * milliseconds that the thread of the readers does not have.
 */
import Database from 'better-sqlite3';
import { statSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';

/** As SQLite does it by itself: once some 1,000 pages have gathered. */
const walBytes = 4 * 2 ** 20;
const lookEveryMs = 250;

const { name } = workerData as { readonly name: string };
let db: Database.Database | undefined;

function look(): void {
  try {
    if ((statSync(`${name}-wal`, { throwIfNoEntry: false })?.size ?? 0) < walBytes) return;
    db ??= new Database(name, { fileMustExist: true });
    db.pragma('wal_checkpoint(PASSIVE)');
  } catch {
    // Another process may be at it, or the disk be full. What is committed stays in the `-wal` file until the next look.
    db?.close();
    db = undefined;
  }
}

const timer = setInterval(look, lookEveryMs);
parentPort?.once('message', () => {
  clearInterval(timer);
  db?.close();
});
