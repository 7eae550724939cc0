import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StoreMisconfiguredError, StoreUnavailableError } from '@safeconduct/engine';
import { verifiedStreams } from '@safeconduct/engine/testing';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { startOwnPostgres, type OwnPostgres } from '../../../testing/index.js';
import { openDatabase } from '../database.js';
import { flawsOf, naiveReader, newEvent, writePatiently } from '../testing/samples.js';
import { endOfLog } from './append-function.js';
import { AppendQueue } from './append-queue.js';
import { openPostgresEvents } from './postgres-events.js';

/** A database that is not there, goes away, or is not what was configured. */
describe('a log in a PostgreSQL that fails', () => {
  let postgres: OwnPostgres;

  beforeAll(async () => {
    postgres = await startOwnPostgres();
  });

  afterAll(() => postgres.stop());

  const open = (url: string) => openPostgresEvents({ url, mode: 'write' });
  const append = (stream: string, event = newEvent()) =>
    [{ stream, expected: 'noStream' as const, events: [event] }] as const;
  const addressWith = (
    changes: Partial<Pick<URL, 'username' | 'password' | 'pathname' | 'port' | 'search'>>,
  ) => Object.assign(new URL(postgres.url), changes).href;

  it('loses and doubles nothing when the server is killed under load, and goes on by itself', async () => {
    const url = await postgres.freshDatabase();
    const [one, two] = [await open(url), await open(url)];
    const written = { acknowledged: [] as string[], unavailable: 0 };
    let going = 8;
    const writers = Array.from({ length: 8 }, async (_, index) => {
      await writePatiently(index % 2 === 0 ? one : two, `stream-${index}`, { count: 400, written });
      going -= 1;
    });
    for (let kill = 1; kill <= 3; kill += 1) {
      const enough = kill * 500;
      while (written.acknowledged.length < enough) await new Promise((resolve) => setTimeout(resolve, 5));
      await postgres.kill();
      await expect(one.head()).rejects.toBeInstanceOf(StoreUnavailableError);
      await postgres.start();
    }
    expect(going).toBeGreaterThan(0);
    await Promise.all(writers);
    expect(written.unavailable).toBeGreaterThan(0);
    const log = await verifiedStreams(one);
    expect(log.map(({ eventId }) => eventId).sort()).toEqual([...written.acknowledged].sort());
    const database = openDatabase(url, { connections: 1, purpose: 'test' });
    const seen = await naiveReader(database).end();
    expect(flawsOf(seen)).toEqual([]);
    expect(seen).toHaveLength(8 * 400);
    await Promise.all([one.close(), two.close(), database.close()]);
  });

  it('answers STORE_UNAVAILABLE while nothing listens, and again once it does', async () => {
    const url = await postgres.freshDatabase();
    const [events, left] = [await open(url), await open(url)];
    await postgres.kill();
    const writes = append('stream');
    await expect(events.append(writes)).rejects.toThrow(/start the database|connection/);
    await expect(events.readStream('stream', { from: 0n, limit: 1 })).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
    });
    await expect(open(postgres.url)).rejects.toThrow(/nothing listens there; start the database/);
    await left.close();
    await postgres.start();
    expect(await events.append(writes)).toMatchObject({ position: 1n });
    await events.close();
  });

  // A trigger fails as a table does whose disk is full: with the same code, in the middle of an append.
  it('takes no append while its disk is full, says what to do, and takes the same ones again when there is room', async () => {
    const url = await postgres.freshDatabase();
    const [events, database] = [await open(url), openDatabase(url, { connections: 1, purpose: 'test' })];
    await events.append(append('before'));
    await database.query({
      text: `CREATE FUNCTION fail_as_full() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$;
        CREATE TRIGGER full_disk BEFORE INSERT ON safeconduct_events.event
        FOR EACH ROW EXECUTE FUNCTION fail_as_full()`,
    });
    const waiting = ['one', 'two', 'three'].map((stream) => append(stream));
    for (const outcome of await Promise.allSettled(waiting.map((one) => events.append(one))))
      expect(outcome).toMatchObject({
        reason: { code: 'STORE_UNAVAILABLE', message: expect.stringMatching(/disk .* is full; make room/) },
      });
    expect(await verifiedStreams(events)).toHaveLength(1);
    await database.query({ text: 'DROP TRIGGER full_disk ON safeconduct_events.event' });
    for (const one of waiting) await events.append(one);
    expect(await verifiedStreams(events)).toHaveLength(1 + waiting.length);
    await Promise.all([events.close(), database.close()]);
  });

  it('does not wait for ever for a server that accepts and does not answer', async () => {
    const deaf = createServer(() => {}).listen(0, '127.0.0.1');
    await once(deaf, 'listening');
    const { port } = deaf.address() as { readonly port: number };
    await expect(open(addressWith({ port: String(port) }))).rejects.toThrow(
      /did not accept a connection in time/,
    );
    deaf.close();
  });

  it('records once what was carried out after nobody waited for it any more', async () => {
    const url = await postgres.freshDatabase();
    const events = await open(url);
    const purpose = 'appends of a test';
    const database = openDatabase(url, { connections: 1, purpose });
    const queue = new AppendQueue(database, () => {}, 500);
    await queue.append(append('first'), []);
    const working = `SELECT pid FROM pg_stat_activity WHERE application_name = 'safeconduct ${purpose}'`;
    const [backend] = await postgres.query<{ pid: number }>(working);
    process.kill(backend?.pid ?? 0, 'SIGSTOP');
    const late = append('late');
    await expect(queue.append(late, [])).rejects.toThrow(/did not answer in time/);
    expect(await queue.append(append('other'), [])).toMatchObject({ position: 2n });
    process.kill(backend?.pid ?? 0, 'SIGCONT');
    await gone(backend?.pid ?? 0);
    expect(await queue.append(late, [])).toMatchObject({ position: 3n, revisions: [0n] });
    expect(await events.readStream('late', { from: 0n, limit: 5 })).toHaveLength(1);
    await Promise.all([events.close(), database.close()]);

    async function gone(pid: number): Promise<void> {
      while ((await postgres.query('SELECT FROM pg_stat_activity WHERE pid = $1', [pid])).length > 0)
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });

  it('does not wait for ever for a lock, and writes nothing', async () => {
    const url = await postgres.freshDatabase();
    const events = await open(url);
    const database = openDatabase(url, { connections: 1, purpose: 'test' });
    await database.transaction(async (query) => {
      await query({ text: `SELECT pg_advisory_xact_lock(${endOfLog.join()})` });
      await expect(events.append(append('stream'))).rejects.toThrow(/another transaction holds a lock/);
    });
    expect(await events.append(append('stream'))).toMatchObject({ position: 1n });
    await Promise.all([events.close(), database.close()]);
  });

  it.each([
    {
      what: 'a wrong password',
      change: { password: 'wrong-secret' },
      says: /refuses the user or the password/,
    },
    { what: 'no password', change: { password: '' }, says: /asks for a password; add it to the address/ },
    {
      what: 'TLS where there is none',
      change: { search: '?sslmode=verify-full' },
      says: /has no TLS; switch it on there/,
    },
    { what: 'a wrong user', change: { username: 'nobody-here' }, says: /refuses the user or the password/ },
    {
      what: 'a wrong database',
      change: { pathname: 'not_there' },
      says: /there is no such database; create it/,
    },
  ])('names $what as a mistake of the configuration, and no password', async ({ change, says }) => {
    const opening = open(addressWith(change));
    await expect(opening).rejects.toBeInstanceOf(StoreMisconfiguredError);
    const error = await opening.catch((caught: unknown) => caught as Error);
    // The database waits for no answer of a client that has given up.
    const left = `SELECT FROM pg_stat_activity WHERE state = 'starting'`;
    for (let look = 0; look < 50 && (await postgres.query(left)).length > 0; look += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await postgres.query(left)).toEqual([]);
    expect((error as Error).message).toMatch(says);
    expect(`${(error as Error).message} ${String((error as Error).cause)}`).not.toMatch(
      /wrong-secret|nobody-here/,
    );
  });

  it('names an address that is none, without repeating it', async () => {
    const opening = open('postgres://user:pa ss:secret@host:port:1/x');
    await expect(opening).rejects.toMatchObject({ code: 'STORE_MISCONFIGURED' });
    await expect(opening).rejects.not.toThrow(/secret/);
  });

  it('refuses a role that may not make the tables, and says what to do', async () => {
    await postgres.query(`CREATE ROLE poor LOGIN PASSWORD 'poor'`);
    const url = Object.assign(new URL(await postgres.freshDatabase()), {
      username: 'poor',
      password: 'poor',
    });
    await expect(open(url.href)).rejects.toThrow(/lacks a right; let the owner of the tables/);
  });

  it('refuses to read where there is no log', async () => {
    const opening = openPostgresEvents({ url: await postgres.freshDatabase(), mode: 'read' });
    await expect(opening).rejects.toThrow(/there is no log; start the server once/);
  });

  it('opens to read what another process writes, and refuses to append', async () => {
    const url = await postgres.freshDatabase();
    const events = await open(url);
    await events.append(append('stream'));
    const reading = await openPostgresEvents({ url, mode: 'read' });
    expect(await reading.readStream('stream', { from: 0n, limit: 5 })).toHaveLength(1);
    await expect(reading.append(append('other'))).rejects.toMatchObject({ code: 'STORE_READ_ONLY' });
    await Promise.all([events.close(), reading.close()]);
  });

  it('refuses a log whose end is gone, with STORE_CORRUPT', async () => {
    const url = await postgres.freshDatabase();
    const events = await open(url);
    await events.append(append('one'));
    await events.append(append('two'));
    await events.close();
    const database = openDatabase(url, { connections: 1, purpose: 'test' });
    await damage(`UPDATE safeconduct_events.stream SET revision = 1 WHERE name = 'two'`);
    await expect(open(url)).rejects.toThrow(/the end of stream two is missing/);
    await damage(`UPDATE safeconduct_events.event SET position = 3 WHERE position = 2`);
    await expect(open(url)).rejects.toThrow(/a position before 3 is missing/);
    await database.close();

    /** As a superuser can, who passes by the triggers. */
    async function damage(text: string) {
      await database.transaction(async (query) => {
        await query({ text: 'SET LOCAL session_replication_role = replica' });
        await query({ text });
      });
    }
  });

  it('refuses to read over a hole in the log, with STORE_CORRUPT', async () => {
    const url = await postgres.freshDatabase();
    const events = await open(url);
    for (const stream of ['one', 'two', 'three']) await events.append(append(stream));
    const database = openDatabase(url, { connections: 1, purpose: 'test' });
    await database.transaction(async (query) => {
      await query({ text: 'SET LOCAL session_replication_role = replica' });
      await query({ text: 'DELETE FROM safeconduct_events.event WHERE position = 2' });
    });
    const reading = events.readAll({ after: 0n as never, limit: 10 });
    await expect(reading).rejects.toMatchObject({ code: 'STORE_CORRUPT' });
    await expect(reading).rejects.toThrow(/position 2 is missing/);
    await Promise.all([events.close(), database.close()]);
  });
});
