import { connectToRead } from './connect-to-read.js';
import type { StoredContent } from '../location.js';

const magic = Buffer.from('SQLite format 3\0', 'latin1');

/** What a virtual table has is in tables of its own besides, so it is not looked at twice. */
const storedTables =
  "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL TABLE%'";

/** Whether a file that begins with these bytes is a SQLite database. */
export const isDatabaseFile = (begin: Buffer): boolean => begin.subarray(0, magic.length).equals(magic);

/** Every text and every blob in every table of a file, with its -wal file, whoever writes it meanwhile. Changes nothing. */
export function* rowsOfDatabaseFile(file: string): Generator<StoredContent> {
  const db = connectToRead(file);
  try {
    const tables = db.prepare<[], string>(storedTables).pluck().all();
    for (const table of tables) {
      const rows = db.prepare<[], unknown[]>(`SELECT * FROM "${table.replaceAll('"', '""')}"`).raw();
      let number = 0;
      for (const row of rows.iterate()) {
        number += 1;
        for (const value of row) {
          const content = bytesOf(value);
          if (content !== undefined) yield { place: file, at: `table ${table}, row ${number}`, content };
        }
      }
    }
  } finally {
    db.close();
  }
}

function bytesOf(value: unknown): Buffer | undefined {
  if (typeof value === 'string') return Buffer.from(value, 'utf8');
  return Buffer.isBuffer(value) ? value : undefined;
}
