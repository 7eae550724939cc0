import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startPostgres, type TestPostgres } from '../../testing/index.js';
import { openDatabase, type Database } from './database.js';

describe('connections to a database', () => {
  let postgres: TestPostgres;
  let database: Database;

  beforeAll(async () => {
    postgres = await startPostgres();
    database = openDatabase(postgres.url, { connections: 2, purpose: 'test' });
  });

  afterAll(async () => {
    await database.close();
    await postgres.stop();
  });

  const one = async () => (await database.query<{ n: number }>({ text: 'SELECT 1 AS n' }))[0]?.n;
  /** A connection that was just terminated may be taken before the pool hears of it. */
  async function oneAtLast() {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await one();
      } catch (error) {
        if (attempt > 50) throw error;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  }
  const terminateAll = () =>
    postgres.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name = 'safeconduct test' AND datname = current_database()`,
    );

  it('have a name for people, without user and password', () => {
    const { host, pathname } = new URL(postgres.url);
    expect(database.name).toBe(`${host}${pathname}`);
  });

  it('say which file of the address cannot be read, and nothing of the password', () => {
    const url = 'postgres://user:secret@localhost/cases?sslmode=verify-full&sslrootcert=/nowhere/ca.crt';
    const open = () => openDatabase(url, { connections: 1, purpose: 'test' });
    expect(open).toThrow(/the file \/nowhere\/ca.crt of the address of the store cannot be read/);
    expect(open).not.toThrow(/secret/);
  });

  it('say what they are for', async () => {
    const [row] = await database.query({ text: `SELECT current_setting('application_name') AS name` });
    expect(row).toEqual({ name: 'safeconduct test' });
  });

  it('do not end the process when an idle one breaks', async () => {
    expect(await one()).toBe(1);
    await terminateAll();
    expect(await oneAtLast()).toBe(1);
  });

  it('answer STORE_UNAVAILABLE when one breaks at work, and work again', async () => {
    const slow = database.query({ text: 'SELECT pg_sleep(30)' });
    const seen = expect(slow).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await new Promise((resolve) => setTimeout(resolve, 200));
    await terminateAll();
    await seen;
    expect(await oneAtLast()).toBe(1);
  });

  it('give up a statement at its deadline, and do not use its connection again', async () => {
    const late = [1, 2, 3, 4].map(() =>
      database.query({ text: 'SELECT pg_sleep(1.5)' }, { deadlineMs: 100 }),
    );
    for (const result of await Promise.allSettled(late))
      expect(result).toMatchObject({
        reason: { message: expect.stringContaining('did not answer in time') },
      });
    expect(await one()).toBe(1);
  });

  it('give up a transaction at its deadline; nothing of it is written', async () => {
    await database.query({ text: 'CREATE TABLE late (n integer)' });
    const work = database.transaction(
      async (query) => {
        await query({ text: 'INSERT INTO late VALUES (1)' });
        await query({ text: 'SELECT pg_sleep(1)' });
      },
      { deadlineMs: 100 },
    );
    await expect(work).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await database.query({ text: 'SELECT n FROM late' })).toEqual([]);
  });

  it('roll a transaction back when the work in it fails, and hand its error on', async () => {
    await database.query({ text: 'CREATE TABLE kept (n integer)' });
    const work = database.transaction(async (query) => {
      await query({ text: 'INSERT INTO kept VALUES (1)' });
      throw new TypeError('mistake');
    });
    await expect(work).rejects.toThrow(new TypeError('mistake'));
    expect(await database.query({ text: 'SELECT n FROM kept' })).toEqual([]);
  });

  it('round no number', async () => {
    const text = `SELECT 9007199254740991::bigint AS n, '{}'::bigint[] AS none, '{1,-2}'::bigint[] AS some`;
    expect(await database.query({ text })).toEqual([{ n: 9007199254740991, none: [], some: [1, -2] }]);
    await expect(database.query({ text: 'SELECT 9007199254740993::bigint AS n' })).rejects.toThrow();
    expect(await one()).toBe(1);
  });
});
