import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { positionOf, type Row, type ViewBatch } from '@safeconduct/engine';
import Database from 'better-sqlite3';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteViews, type SqliteViews } from './sqlite-views.js';
import { viewsFile } from './views-file.js';

const folder = mkdtempSync(join(tmpdir(), 'forgotten-'));
const name = 'Zanbaqa Alsafsafi';
const table = {
  name: 'person',
  columns: { id: 'integer', name: 'text' },
  key: ['id'],
  indexes: [['name']],
} as const;
const view = { name: 'persons', version: 1, tables: [table] };
const at = '2025-01-01T00:00:00.000Z';
const rowsMany = 500;

let own: string;
let views: SqliteViews;

beforeEach(() => {
  own = mkdtempSync(join(folder, 'f-'));
  views = openSqliteViews({ folder: own, mode: 'write' });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const batch = (from: bigint, put: readonly Row[], more: Partial<ViewBatch> = {}): ViewBatch => ({
  ...{
    from: positionOf(String(from)),
    to: positionOf(String(from + 1n)),
    recordedAt: at,
    taken: 1,
    latestAt: at,
  },
  changes: [{ table: table.name, put, remove: [], add: [] }],
  ...more,
});
const filesWithName = () => readdirSync(own).filter((file) => readFileSync(join(own, file)).includes(name));

/** Views with many rows, each with the name, in the file and in its -wal file. */
async function filled() {
  const rows = Array.from({ length: rowsMany }, (_, id) => ({ id, name: `${name} ${id}` }));
  const begun = await views.promote(await views.begin(view), view);
  return views.commit(begun, view, batch(0n, rows));
}
const erased = Array.from({ length: rowsMany }, (_, id) => ({ id, name: 'erased' }));

describe('rows that a batch replaces', () => {
  it('stay in the files for a while', async () => {
    await views.commit(await filled(), view, batch(1n, erased));
    expect(filesWithName()).not.toEqual([]);
    await views.close();
  });

  it('are in no file any more when the batch forgets', async () => {
    await views.commit(await filled(), view, batch(1n, erased, { forgets: true }));
    expect(filesWithName()).toEqual([]);
    await views.close();
    expect(filesWithName()).toEqual([]);
  });

  it('are in no file any more once a reader has ended that holds the old rows', async () => {
    const generation = await filled();
    const reader = new Database(viewsFile(own), { readonly: true });
    const rows = reader.prepare('SELECT * FROM person').iterate();
    rows.next();
    const committed = views.commit(generation, view, batch(1n, erased, { forgets: true }));
    await committed;
    expect(filesWithName()).not.toEqual([]);
    rows.return?.();
    reader.close();
    for (let tries = 0; tries < 100 && filesWithName().length > 0; tries += 1)
      await new Promise((done) => setTimeout(done, 100));
    expect(filesWithName()).toEqual([]);
    await views.close();
  }, 60_000);
});
