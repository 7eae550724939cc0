import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  CheckpointConflictError,
  LeaseLostError,
  StoreReadOnlyError,
  StoreTooNewError,
  StoreUnavailableError,
  positionOf,
  type Generation,
  type TableDefinition,
  type ViewBatch,
  type ViewDefinition,
  type ViewStore,
} from '@safeconduct/engine';
import { startPostgres, type TestPostgres } from '../../../testing/index.js';
import { viewsAt } from '../testing/views-of-tests.js';

const steps: TableDefinition = {
  name: 'step',
  columns: { case_id: 'case', revision: 'integer', type: 'name' },
  key: ['case_id', 'revision'],
  indexes: [['type', 'revision']],
};

const view: ViewDefinition = { name: 'steps', version: 1, tables: [steps] };
const at = '2025-01-01T00:00:00.000Z';

const step = (caseId: string, type: string) => ({ case_id: caseId, revision: 0, type });

const batch = (from: number, rows: readonly ReturnType<typeof step>[]): ViewBatch => ({
  from: positionOf(from),
  to: positionOf(from + 1),
  ...{ recordedAt: at, taken: from + 1, latestAt: at },
  changes: [{ table: 'step', put: rows, remove: [], add: [] }],
});

async function live(views: ViewStore, rows: readonly ReturnType<typeof step>[]): Promise<Generation> {
  return views.promote(await views.commit(await views.begin(view), view, batch(0, rows)), view);
}

const rowsOf = (views: ViewStore) => views.scan(steps, { limit: 100 });

let server: TestPostgres;
let url: string;
let opened: ViewStore[];

const open = (mode: 'write' | 'read' = 'write'): ViewStore => {
  const views = viewsAt(url, { mode });
  opened.push(views);
  return views;
};

const sql = async (text: string): Promise<void> => {
  await server.query(text);
};

beforeAll(async () => {
  server = await startPostgres();
  ({ url } = server);
});
afterAll(() => server.stop());

beforeEach(() => {
  opened = [];
});
afterEach(async () => {
  for (const views of opened) await views.close();
  await sql('DROP SCHEMA IF EXISTS safeconduct_views CASCADE');
});

describe('views in a database', () => {
  it('in an older form are made again, empty, and leases keep their epochs', async () => {
    const before = open();
    const first = await before.leases.acquire('views', 'a', 1);
    const filled = await live(before, [step('a', 'Opened')]);
    await sql('UPDATE safeconduct_views.format SET number = 0');
    const after = open();
    expect(await after.generations()).toEqual([]);
    const made = await after.begin(view);
    expect(made.number).toBeGreaterThan(filled.number);
    await after.leases.release(first as NonNullable<typeof first>);
    expect(await after.leases.acquire('views', 'b', 1000)).toMatchObject({
      epoch: (first?.epoch ?? 0) + 1,
    });
  });

  it('in an older form are left alone by a reader, with STORE_UNAVAILABLE', async () => {
    await live(open(), [step('a', 'Opened')]);
    await sql('UPDATE safeconduct_views.format SET number = 0');
    await sql('ALTER TABLE safeconduct_views.generation RENAME COLUMN taken TO counted');
    const reader = open('read');
    await expect(reader.generations()).rejects.toThrow('another release made the views');
  });

  it('of a later release are refused with STORE_TOO_NEW, and nothing is removed', async () => {
    await live(open(), [step('a', 'Opened')]);
    await sql('UPDATE safeconduct_views.format SET number = 99');
    for (const mode of ['write', 'read'] as const) {
      const views = open(mode);
      await expect(views.generations()).rejects.toBeInstanceOf(StoreTooNewError);
    }
    await expect(open().begin(view)).rejects.toMatchObject({ code: 'STORE_TOO_NEW', found: 99, known: 1 });
    const rows = await server.query('SELECT FROM safeconduct_views.step');
    expect(rows).toHaveLength(1);
  });

  it('of a later release are refused with STORE_TOO_NEW also to who was at work when they came', async () => {
    const views = open();
    const filled = await live(views, [step('a', 'Opened')]);
    await sql('UPDATE safeconduct_views.format SET number = 99');
    await sql('DELETE FROM safeconduct_views.generation');
    await expect(views.commit(filled, view, batch(1, []))).rejects.toBeInstanceOf(CheckpointConflictError);
    await expect(views.generations()).rejects.toBeInstanceOf(StoreTooNewError);
  });

  it('that are not there have no generation, and are not made by a reader', async () => {
    const reader = open('read');
    expect(await reader.generations()).toEqual([]);
    await expect(rowsOf(reader)).rejects.toThrow('have not been filled yet');
    await expect(reader.begin(view)).rejects.toBeInstanceOf(StoreReadOnlyError);
    const found = await server.query(`SELECT FROM pg_namespace WHERE nspname = 'safeconduct_views'`);
    expect(found).toEqual([]);
  });

  it('are made once by several who start at the same time', async () => {
    const all = [1, 2, 3, 4, 5].map(() => open());
    expect(await Promise.all(all.map((views) => views.generations()))).toEqual([[], [], [], [], []]);
    const [first] = all as [ViewStore];
    await live(first, [step('a', 'Opened')]);
    for (const views of all) expect(await rowsOf(views)).toEqual([step('a', 'Opened')]);
  });

  it('that somebody removed are made again, and texts get their numbers anew', async () => {
    const views = open();
    const before = await live(views, [step('a', 'Opened'), step('b', 'Closed')]);
    await sql('DROP SCHEMA safeconduct_views CASCADE');
    await expect(rowsOf(views)).rejects.toBeInstanceOf(StoreUnavailableError);
    await expect(views.commit(before, view, batch(1, []))).rejects.toBeInstanceOf(StoreUnavailableError);
    expect(await views.generations()).toEqual([]);
    const after = await live(views, [step('b', 'Opened'), step('c', 'Closed')]);
    expect(after.number).not.toBe(before.number);
    expect(await rowsOf(views)).toEqual([step('b', 'Opened'), step('c', 'Closed')]);
  });

  it('that another process made again are written with the numbers of now', async () => {
    const [one, other] = [open(), open()];
    await live(one, [step('a', 'Opened')]);
    await sql('DROP SCHEMA safeconduct_views CASCADE');
    await other.generations();
    const made = await live(other, [step('z', 'Noted')]);
    const [found] = await one.generations();
    expect(found).toEqual(made);
    await one.commit(made, view, batch(1, [step('a', 'Opened')]));
    expect(await rowsOf(other)).toEqual([step('a', 'Opened'), step('z', 'Noted')]);
  });

  it('that lost their last batches in a crash are written with the numbers of now', async () => {
    const views = open();
    const { number } = await live(views, [step('a', 'Opened'), step('b', 'Opened')]);
    // What a crash leaves: the batch that brought b is gone, and its number was given to another case since.
    await sql(`DELETE FROM safeconduct_views.step__${number} WHERE case_id = 2`);
    await sql(`UPDATE safeconduct_views.known_case SET text = 'z' WHERE code = 2`);
    const [found] = (await views.generations()) as [Generation];
    await views.commit(found, view, batch(1, [step('b', 'Opened')]));
    expect(await rowsOf(views)).toEqual([step('a', 'Opened'), step('b', 'Opened')]);
  });

  it('have secondary indexes once a generation is live, and none before', async () => {
    const views = open();
    const indexes = () =>
      server.query<{ indexname: string }>(
        `SELECT indexname FROM pg_indexes WHERE schemaname = 'safeconduct_views' AND indexname LIKE 'step%'
         AND indexname NOT LIKE '%pkey'`,
      );
    const begun = await views.begin(view);
    expect(await indexes()).toEqual([]);
    await views.promote(begun, view);
    expect(await indexes()).toEqual([{ indexname: `step__${begun.number}__0` }]);
  });

  it('leave no table of a generation that another one has replaced', async () => {
    const views = open();
    await live(views, [step('a', 'Opened')]);
    await views.begin({ ...view, version: 2 });
    const [last, building] = [await live(views, []), await views.begin({ ...view, version: 3 })];
    const tables = await server.query<{ tablename: string }>(
      `SELECT tablename FROM pg_tables WHERE schemaname = 'safeconduct_views' AND tablename LIKE 'step%'
       ORDER BY tablename`,
    );
    expect(tables.map(({ tablename }) => tablename)).toEqual(
      [last, building].map(({ number }) => `step__${number}`),
    );
  });

  it('wait with a new generation for somebody who reads, who is not disturbed', async () => {
    const views = open();
    await live(views, [step('a', 'Opened')]);
    const next = await views.commit(await views.begin(view), view, batch(0, [step('b', 'Opened')]));
    const reading = server.query('SELECT pg_sleep(0.5), * FROM safeconduct_views.step');
    await new Promise((resolve) => setTimeout(resolve, 100));
    const promoted = views.promote(next, view);
    expect(await rowsOf(views)).toHaveLength(1);
    expect(await reading).toHaveLength(1);
    await promoted;
    expect(await rowsOf(views)).toEqual([step('b', 'Opened')]);
  });

  it('let a lease be renewed while a batch is written under it, and taken over only afterwards', async () => {
    const views = open();
    const lease = await views.leases.acquire('views', 'a', 1);
    if (lease === undefined) throw new Error('the lease was refused');
    const begun = await views.begin(view, lease);
    // The table is locked by somebody else, so the batch stands still in the middle.
    const table = `safeconduct_views.step__${begun.number}`;
    const locked = server.query(
      `DO $$ BEGIN LOCK TABLE ${table} IN EXCLUSIVE MODE; PERFORM pg_sleep(0.6); END $$`,
    );
    await new Promise((resolve) => setTimeout(resolve, 150));
    const written = views.commit(begun, view, { ...batch(0, [step('a', 'Opened')]), lease });
    await new Promise((resolve) => setTimeout(resolve, 150));
    const checkpoint = async () => (await views.generations()).map((one) => one.checkpoint);
    expect(await views.leases.acquire('views', 'a', 1)).toMatchObject({ epoch: lease.epoch });
    expect(await checkpoint()).toEqual([0n]);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await views.leases.acquire('views', 'b', 1000)).toMatchObject({ epoch: lease.epoch + 1 });
    expect(await checkpoint()).toEqual([1n]);
    await Promise.all([locked, written]);
    await expect(views.commit(begun, view, { ...batch(1, []), lease })).rejects.toBeInstanceOf(
      LeaseLostError,
    );
  });
});
