import Database from 'better-sqlite3';
import { copyFileSync, renameSync } from 'node:fs';

/** Leaves a database file as a process does that is killed while it writes: changed in part, with its rollback journal. */
export function leaveJournal(file: string): void {
  const db = new Database(file, { fileMustExist: true });
  try {
    db.pragma('journal_mode = DELETE');
    db.pragma('cache_size = 1');
    db.pragma('cache_spill = 1');
    db.exec('BEGIN IMMEDIATE; CREATE TABLE half_done (content BLOB)');
    const add = db.prepare('INSERT INTO half_done VALUES (randomblob(4000))');
    for (let row = 0; row < 50; row += 1) add.run();
    for (const part of [file, `${file}-journal`]) copyFileSync(part, `${part}.killed`);
    db.exec('ROLLBACK');
  } finally {
    db.close();
  }
  for (const part of [file, `${file}-journal`]) renameSync(`${part}.killed`, part);
}
