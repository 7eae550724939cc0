import type Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { connectToRead } from '../connect-to-read.js';
import { codeOf, isDamage, messageOf } from '../store-error.js';
import { markDamaged, viewsFile } from './views-file.js';

const tellMax = 10;

/**
 * What is broken in the file of the views, in words, such as an index that has lost a row: queries would answer by it,
 * and nobody who compares rows would notice. A broken file is marked, so that it is made again by whoever writes it next.
 * Reads the whole file; works beside the one who writes.
 */
export function damageInViews(folder: string): readonly string[] {
  const file = viewsFile(folder);
  const found = existsSync(file) ? checked(file) : [];
  if (found.length > 0) markDamaged(file);
  return found;
}

function checked(file: string): readonly string[] {
  let db: Database.Database | undefined;
  try {
    db = connectToRead(file);
    const found = db.prepare<[], string>(`PRAGMA integrity_check(${tellMax})`).pluck().all();
    return found.filter((line) => line !== 'ok').map((line) => line.replaceAll(/\s+/g, ' ').trim());
  } catch (error) {
    if (!isDamage(codeOf(error))) throw error;
    return [messageOf(error)];
  } finally {
    db?.close();
  }
}
