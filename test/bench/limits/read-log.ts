import { type EventStore, logStart } from '@safeconduct/engine';
import Database from 'better-sqlite3';
import { join } from 'node:path';

const batch = 5000;

/**
 * Reads the whole log through the store, as a rebuild does, and parses the data of each event. Returns the
 * number of events.
 */
export async function readAndParse(events: EventStore): Promise<number> {
  let [after, count] = [logStart, 0];
  for (;;) {
    const some = await events.readAll({ after, limit: batch });
    for (const { data } of some) count += JSON.parse(data) === null ? 0 : 1;
    after = some.at(-1)?.position ?? after;
    if (some.length < batch) return count;
  }
}

/** The same without the store: every row of the table by SQLite alone, data and metadata parsed. */
export function readRaw(folder: string): number {
  const db = new Database(join(folder, 'events.db'), { readonly: true });
  try {
    let count = 0;
    const rows = db.prepare<[], unknown[]>('SELECT * FROM event ORDER BY position').raw();
    for (const row of rows.iterate()) {
      const [metadata, data] = row.slice(-2) as [string, string];
      if (JSON.parse(metadata) !== null && JSON.parse(data) !== null) count += 1;
    }
    return count;
  } finally {
    db.close();
  }
}
