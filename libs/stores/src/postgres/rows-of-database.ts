import type { StoredContent } from '../location.js';
import { databaseName, openDatabase, type Database, type Row } from './database.js';

const pageRows = 500;
const deadlineMs = 60_000;
const firstRow = '(0,0)';

/**
 * Every text and every blob in every table of a database, or of one schema of it, that its user may read. What a change has left behind in the
 * files of the server until they are vacuumed cannot be seen this way.
 */
export async function* rowsOfDatabase(url: string, schema?: string): AsyncGenerator<StoredContent> {
  const database = openDatabase(url, { connections: 1, purpose: 'scan' });
  try {
    const tables = await database.query<{ table: string }>({
      text: `SELECT format('%I.%I', schemaname, tablename) AS table FROM pg_tables
        WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND schemaname = coalesce($1, schemaname)
        ORDER BY 1`,
      values: [schema ?? null],
    });
    for (const { table } of tables) yield* rowsOf(database, url, table);
    yield {
      place: `PostgreSQL ${databaseName(url)}`,
      at: '',
      content: Buffer.alloc(0),
      problem:
        'the files and the write-ahead log of the server: what was removed stays there until it is vacuumed',
    };
  } finally {
    await database.close();
  }
}

async function* rowsOf(database: Database, url: string, table: string): AsyncGenerator<StoredContent> {
  const place = `PostgreSQL ${databaseName(url)}, table ${table}`;
  try {
    for (let after = firstRow; ;) {
      const rows = await database.query(
        {
          text: `SELECT ctid::text AS scan_place, t.* FROM ${table} t WHERE ctid > $1::tid ORDER BY ctid LIMIT ${pageRows}`,
          values: [after],
        },
        { deadlineMs },
      );
      for (const row of rows) yield* contentOf(row, place);
      const last = rows.at(-1);
      if (last === undefined || rows.length < pageRows) return;
      after = String(last['scan_place']);
    }
  } catch (error) {
    yield { place, at: '', content: Buffer.alloc(0), problem: (error as Error).message };
  }
}

function* contentOf({ scan_place: at, ...values }: Row, place: string): Generator<StoredContent> {
  for (const value of Object.values(values)) {
    if (value === null || typeof value === 'number' || typeof value === 'boolean') continue;
    const content = Buffer.isBuffer(value)
      ? value
      : Buffer.from(typeof value === 'string' ? value : JSON.stringify(value), 'utf8');
    yield { place, at: `row ${String(at)}`, content };
  }
}
