import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startPostgres, type TestPostgres } from '../../testing/index.js';
import { openDatabase, type Database } from './database.js';
import { migrate, schemaVersion, type Migration, type MigrationSet } from './migrate.js';

const table = (name: string): Migration => ({
  name,
  sql: `CREATE TABLE safeconduct_views.${name} (n integer)`,
});
const setOf = (...migrations: readonly Migration[]): MigrationSet => ({
  schema: 'safeconduct_views',
  migrations,
});
const [one, two] = [table('one'), table('two')];
const broken: Migration = {
  name: 'broken',
  sql: 'CREATE TABLE safeconduct_views.half (n integer); SELECT 1 / 0',
};

describe('migrations', () => {
  let postgres: TestPostgres;
  let database: Database;

  beforeAll(async () => {
    postgres = await startPostgres();
  });

  beforeEach(async () => {
    database = openDatabase(await postgres.freshDatabase(), { connections: 8, purpose: 'test' });
  });

  afterEach(() => database.close());

  afterAll(() => postgres.stop());

  const tables = async () =>
    (
      await database.query<{ name: string }>({
        text: `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'safeconduct_views' ORDER BY 1`,
      })
    ).map(({ name }) => name);

  it('run in order, and each once', async () => {
    expect(await schemaVersion(database, setOf(one))).toEqual({ found: 0, known: 1 });
    expect(await migrate(database, setOf(one))).toEqual({ from: 0, to: 1 });
    expect(await migrate(database, setOf(one, two))).toEqual({ from: 1, to: 2 });
    expect(await migrate(database, setOf(one, two))).toEqual({ from: 2, to: 2 });
    expect(await tables()).toEqual(['migration', 'one', 'two']);
  });

  it('run once when several processes start at the same time', async () => {
    await Promise.all(Array.from({ length: 6 }, () => migrate(database, setOf(one, two))));
    expect(await tables()).toEqual(['migration', 'one', 'two']);
  });

  it('leave nothing of a step that fails, and keep those before it', async () => {
    await expect(migrate(database, setOf(one, broken))).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(await tables()).toEqual(['migration', 'one']);
    expect(await migrate(database, setOf(one, two))).toEqual({ from: 1, to: 2 });
  });

  it('do not run backwards: a later schema is refused, with STORE_TOO_NEW', async () => {
    await migrate(database, setOf(one, two));
    const refused = migrate(database, setOf(one));
    await expect(refused).rejects.toMatchObject({ code: 'STORE_TOO_NEW', found: 2, known: 1 });
    await expect(refused).rejects.toThrow(/use the release that wrote it or a later one/);
    await expect(schemaVersion(database, setOf(one))).rejects.toMatchObject({ code: 'STORE_TOO_NEW' });
  });

  it('refuse a schema that was made by other steps, with STORE_MISCONFIGURED', async () => {
    await migrate(database, setOf(one));
    const changed = { ...one, sql: `${one.sql} -- changed` };
    await expect(migrate(database, setOf(changed, two))).rejects.toMatchObject({
      code: 'STORE_MISCONFIGURED',
    });
    expect(await tables()).toEqual(['migration', 'one']);
  });
});
