import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { logStart } from '@safeconduct/engine';
import { startPostgres, type TestPostgres } from '../../../testing/index.js';
import pg from 'pg';
import { openDatabase, type Database } from '../database.js';
import { appendTo, flawsOf, naiveReader, newEvent, wholeLog, writePatiently } from '../testing/samples.js';
import { openPostgresEvents, type PostgresEvents } from './postgres-events.js';

/** The races in which logs on PostgreSQL have lost or swapped events. */
describe('positions in PostgreSQL', () => {
  let postgres: TestPostgres;
  let database: Database;
  let one: PostgresEvents;
  let two: PostgresEvents;
  const clients: pg.Client[] = [];

  beforeAll(async () => {
    postgres = await startPostgres();
  });

  beforeEach(async () => {
    const url = await postgres.freshDatabase();
    one = await openPostgresEvents({ url, mode: 'write' });
    two = await openPostgresEvents({ url, mode: 'write' });
    database = openDatabase(url, { connections: 4, purpose: 'test' });
  });

  afterEach(async () => {
    for (const client of clients.splice(0)) await client.end();
    const [count] = await database.query<{ rows: number; last: number | null }>({
      text: 'SELECT count(*) AS rows, max(position) AS last FROM safeconduct_events.event',
    });
    expect(count?.last ?? 0).toBe(count?.rows);
    await Promise.all([one.close(), two.close(), database.close()]);
  });

  afterAll(() => postgres.stop());

  /** A connection of another program, with whose transactions a test does as it likes. */
  async function connection(url = database.url): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    clients.push(client);
    await client.connect();
    return client;
  }

  const append = (events: PostgresEvents, stream: string, type?: string) =>
    events.append([{ stream, expected: 'any', events: [newEvent(type)] }]);

  const run = (client: pg.Client, { text, values }: ReturnType<typeof appendTo>) =>
    client.query(text, [...(values ?? [])]);

  const streamsSeen = async () => (await wholeLog(one)).map(({ stream }) => stream);

  /** Events of the type `Slow` keep their transaction open behind their position. */
  const slowDown = (seconds: number) =>
    database.query({
      text: `CREATE FUNCTION slow_down() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN PERFORM pg_sleep(${seconds}); RETURN NEW; END $$;
        CREATE TRIGGER slow AFTER INSERT ON safeconduct_events.event
          FOR EACH ROW WHEN (NEW.type = 'Slow') EXECUTE FUNCTION slow_down()`,
    });

  it('are in the order of commits, also where a sequence was asked before the transaction began to write', async () => {
    const client = await connection();
    await client.query('BEGIN');
    await client.query(`SELECT nextval('safeconduct_events.stream_id')`);
    await append(one, 'first');
    await run(client, appendTo('second'));
    const reader = naiveReader(database);
    await client.query('COMMIT');
    await append(one, 'third');
    expect((await reader.end()).map(({ stream }) => stream)).toEqual(['first', 'second', 'third']);
  });

  it('give a stream in its order, also where the later transaction is the older one', async () => {
    const client = await connection();
    await client.query('BEGIN');
    await client.query('SELECT pg_current_xact_id()');
    await append(one, 'stream');
    await run(client, appendTo('stream'));
    await client.query('COMMIT');
    expect((await wholeLog(two)).map(({ revision }) => revision)).toEqual([0n, 1n]);
  });

  it('are given again when their transaction is rolled back', async () => {
    const client = await connection();
    await client.query('BEGIN');
    await run(client, appendTo('rolled back'));
    const waiting = append(one, 'kept');
    await client.query('ROLLBACK');
    expect(await waiting).toMatchObject({ position: 1n });
    expect(await streamsSeen()).toEqual(['kept']);
  });

  it('are readable while a transaction that writes is open in another database', async () => {
    const client = await connection(await postgres.freshDatabase());
    await client.query('BEGIN; CREATE TABLE held (n integer); SELECT pg_current_xact_id()');
    await append(one, 'stream');
    expect(await streamsSeen()).toEqual(['stream']);
  });

  it('are given without a row that changes, which a long snapshot, such as that of a backup, would keep', async () => {
    for (let stream = 0; stream < 30; stream += 1) await append(one, `stream-${stream}`);
    await one.close();
    const [row] = await database.query({
      text: `SELECT sum(n_tup_ins) AS made, sum(n_tup_upd + n_tup_del) AS changed
        FROM (SELECT pg_stat_force_next_flush()) AS f, pg_stat_user_tables
        WHERE schemaname = 'safeconduct_events' AND relname IN ('event', 'stream')`,
    });
    expect(row).toEqual({ made: '60', changed: '0' });
  });

  it('are not passed over while a transaction is slow between its position and its commit', async () => {
    await slowDown(0.3);
    const reader = naiveReader(database);
    const slow = append(one, 'slow', 'Slow');
    await waitFor('PgSleep');
    const quick = Array.from({ length: 5 }, (_, index) => append(two, `quick-${index}`));
    await Promise.all([slow, ...quick]);
    const seen = await reader.end();
    expect(flawsOf(seen)).toEqual([]);
    expect(seen[0]?.stream).toBe('slow');
    expect(seen).toHaveLength(6);
  });

  it('have no gap where a writer was terminated between its position and its commit', async () => {
    await slowDown(30);
    const event = newEvent('Slow');
    const write = { stream: 'stream', expected: 'noStream', events: [event] } as const;
    const lost = one.append([write]);
    await waitFor('PgSleep');
    await postgres.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep'
        AND datname = $1`,
      [new URL(database.url).pathname.slice(1)],
    );
    await expect(lost).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await database.query({ text: 'DROP TRIGGER slow ON safeconduct_events.event' });
    expect(await append(two, 'other')).toMatchObject({ position: 1n });
    expect(await one.append([write])).toMatchObject({ position: 2n, revisions: [0n] });
    expect(await two.append([write])).toMatchObject({ position: 2n });
  });

  it('are one for each of many appends at once, from two processes to one stream', async () => {
    const appends = Array.from({ length: 40 }, (_, index) => append(index % 2 === 0 ? one : two, 'stream'));
    const positions = (await Promise.all(appends)).map(({ position }) => position);
    expect(new Set(positions).size).toBe(40);
    expect((await wholeLog(one)).map(({ revision }) => revision)).toEqual(
      Array.from({ length: 40 }, (_, index) => BigInt(index)),
    );
  });

  it('go to one winner where two processes expect the same revision', async () => {
    for (let revision = -1n; revision < 30n; revision += 1n) {
      const expected = revision < 0n ? ('noStream' as const) : revision;
      const results = await Promise.allSettled(
        [one, two].map((events) => events.append([{ stream: 'stream', expected, events: [newEvent()] }])),
      );
      const refused = results.filter((result) => result.status === 'rejected');
      expect(refused).toMatchObject([{ reason: { code: 'REVISION_CONFLICT', actual: revision + 1n } }]);
    }
  });

  it('go to one of two appends that check the stream of the other', async () => {
    for (let round = 0; round < 40; round += 1) {
      const [left, right] = [`left-${round}`, `right-${round}`];
      const results = await Promise.allSettled([
        one.append([{ stream: left, expected: 'noStream', events: [newEvent()] }], [none(right)]),
        two.append([{ stream: right, expected: 'noStream', events: [newEvent()] }], [none(left)]),
      ]);
      const refused = results.filter((result) => result.status === 'rejected');
      expect(refused).toMatchObject([{ reason: { code: 'REVISION_CONFLICT', actual: 0n } }]);
    }
    expect(await deadlocks()).toBe(0);
  });

  it.each(['written', 'checked'])(
    'are never waited for in a circle, where the last stream is %s',
    async (how) => {
      for (const stream of ['a', 'm', 'z']) await append(one, stream);
      const client = await connection();
      await client.query('BEGIN');
      await client.query(`SELECT FROM safeconduct_events.stream WHERE name = 'm' FOR UPDATE`);
      const appends = [one, two].map((events, index) => {
        // Each names the streams in another order; both wait for the one that is held.
        const [first, last] = index === 0 ? ['a', 'z'] : ['z', 'a'];
        const written = how === 'written' ? [first, 'm', last] : [first, 'm'];
        return events.append(
          written.map((stream) => ({ stream, expected: 'any', events: [newEvent()] })),
          how === 'written' ? [] : [{ stream: last, expected: 'streamExists' }],
        );
      });
      await waitFor('Lock', 2);
      await client.query('COMMIT');
      await Promise.all(appends);
      expect(await deadlocks()).toBe(0);
    },
  );

  it('lose nothing while connections are terminated under 16 writers of two processes', async () => {
    const written = { acknowledged: [] as string[], unavailable: 0 };
    const reader = naiveReader(database);
    const state = { writing: true, streams: 0 };
    const writeOnce = () =>
      Promise.all(
        Array.from({ length: 16 }, (_, index) => {
          const stream = `stream-${(state.streams += 1)}`;
          return writePatiently(index % 2 === 0 ? one : two, stream, { count: 120, written });
        }),
      );
    // A fast machine may write all of it between two terminations. Then it writes more.
    const all = (async () => {
      do await writeOnce();
      while (written.unavailable === 0 && state.streams < 16 * 40);
    })();
    void all.finally(() => (state.writing = false));
    for (let kills = 0; state.writing || kills < 8; kills += 1) {
      await postgres.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = $1 AND application_name = 'safeconduct appends' AND state = 'active'`,
        [new URL(database.url).pathname.slice(1)],
      );
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    await all;
    const seen = await reader.end();
    expect(flawsOf(seen)).toEqual([]);
    expect(written.unavailable).toBeGreaterThan(0);
    expect(seen.map(({ eventId }) => eventId).sort()).toEqual([...written.acknowledged].sort());
    expect(seen).toHaveLength(state.streams * 120);
    expect(await one.countAfter(logStart)).toBe(state.streams * 120);
  });

  const none = (stream: string) => ({ stream, expected: 'noStream' as const });

  async function deadlocks(): Promise<number> {
    // Counters of a connection are written when it ends or is idle for a second.
    await database.query({ text: 'SELECT pg_stat_force_next_flush()' });
    const [row] = await database.query<{ deadlocks: number }>({
      text: 'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()',
    });
    return row?.deadlocks ?? -1;
  }

  /** Waits until so many connections of this database wait for that. */
  async function waitFor(what: 'PgSleep' | 'Lock', count = 1): Promise<void> {
    for (let look = 0; look < 400; look += 1) {
      const rows = await database.query({
        text: `SELECT 1 FROM pg_stat_activity
          WHERE datname = current_database() AND $1 IN (wait_event, wait_event_type)`,
        values: [what],
      });
      if (rows.length >= count) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`nobody waits for ${what}`);
  }
});
