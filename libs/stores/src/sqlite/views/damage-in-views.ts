import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { codeOf, isDamage, messageOf } from '../store-error.js';
import { viewsFile } from './views-file.js';

const tellMax = 10;

/**
 * What is broken in the file of the views, in words, such as an index that has lost a row: queries would answer by it,
 * and nobody who compares rows would notice. Reads the whole file; works beside the one who writes.
 */
export function damageInViews(folder: string): readonly string[] {
  const file = viewsFile(folder);
  if (!existsSync(file)) return [];
  const db = new Database(file, { readonly: true });
  try {
    const found = db.prepare<[], string>(`PRAGMA integrity_check(${tellMax})`).pluck().all();
    return found.filter((line) => line !== 'ok').map((line) => line.replaceAll(/\s+/g, ' ').trim());
  } catch (error) {
    if (!isDamage(codeOf(error))) throw error;
    return [messageOf(error)];
  } finally {
    db.close();
  }
}
