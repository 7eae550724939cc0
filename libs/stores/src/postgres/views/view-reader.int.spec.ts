import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { positionOf, type Generation, type TableDefinition, type ViewDefinition } from '@safeconduct/engine';
import { startPostgres, type TestPostgres } from '../../../testing/index.js';
import { openDatabase, type Database } from '../database.js';
import { openPostgresViews } from './postgres-views.js';
import { ViewReader } from './view-reader.js';

const table: TableDefinition = {
  name: 'step',
  columns: { position: 'integer' },
  key: ['position'],
  indexes: [],
};
const view: ViewDefinition = { name: 'steps', version: 1, tables: [table] };
const other: ViewDefinition = { name: 'notes', version: 1, tables: [{ ...table, name: 'note' }] };
const at = '2025-01-01T00:00:00.000Z';

describe('a question of several statements', () => {
  let server: TestPostgres;
  let database: Database;

  beforeAll(async () => {
    server = await startPostgres();
    database = openDatabase(server.url, { connections: 4, purpose: 'views' });
  });
  afterAll(async () => {
    await database.close();
    await server.stop();
  });

  it('sees one generation, whole, while another one that was filled meanwhile waits to take its place', async () => {
    const views = openPostgresViews({ database });
    const put = (generation: Generation, count: number) =>
      views.commit(generation, view, {
        ...{ from: generation.checkpoint, to: positionOf(generation.checkpoint + BigInt(count)) },
        ...{ recordedAt: at, taken: count, latestAt: at },
        changes: [
          {
            table: 'step',
            put: Array.from({ length: count }, (_, index) => ({
              position: Number(generation.checkpoint) + index,
            })),
            ...{ remove: [], add: [] },
          },
        ],
      });
    await views.promote(await put(await views.begin(view), 3), view);
    await views.promote(await views.begin(other), other);
    const next = await put(await views.begin(view), 1);
    const reader = new ViewReader(database, () => {});
    const count = (name: string) => ({ text: `SELECT count(*) AS "rows" FROM safeconduct_views.${name}` });
    let promoted: Promise<unknown> = Promise.resolve();
    const seen = await reader.oneState({ views: ['step', 'note'] }, async (query) => {
      const before = await query(count('note'));
      promoted = put(next, 9).then((filled) => views.promote(filled, view));
      await new Promise((resolve) => setTimeout(resolve, 300));
      return [...before, ...(await query(count('step')))];
    });
    await promoted;
    expect(seen).toEqual([{ rows: 0 }, { rows: 3 }]);
    expect(await reader.ask(count('step'))).toEqual([{ rows: 10 }]);
  });
});
