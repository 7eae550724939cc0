import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { logStart } from '@safeconduct/engine';
import { noteUsedEngine, startPostgres, type TestPostgres } from '../../../testing/index.js';
import { postgresEventsPlace } from '../postgres-places.js';
import { Pgbouncer, pgbouncerHere } from '../testing/pgbouncer.js';
import { newEvent, wholeLog, writePatiently } from '../testing/samples.js';
import { TransactionPooler } from '../testing/transaction-pooler.js';
import { openPostgresEvents, type PostgresEvents } from './postgres-events.js';

interface Pooler {
  through(url: string): string;
  close(): Promise<void>;
}

type Opened = (url: string, connections: number) => Promise<Pooler>;

/** The double is always there; the program where it is installed. */
const double = 'the double of a pooler in transaction mode';
const program = pgbouncerHere;
const poolers: readonly (readonly [name: string, open: Opened])[] = [
  [double, (url, connections) => TransactionPooler.open(url, connections)],
  ...(program === undefined
    ? []
    : (['transaction', 'session'] as const).map((mode): readonly [string, Opened] => [
        `pgbouncer ${Pgbouncer.version(program)} in ${mode} mode`,
        (url, connections) =>
          // A session keeps its connection: two logs have ten.
          Pgbouncer.open(program, url, { mode, connections: mode === 'session' ? 12 : connections }),
      ])),
];
noteUsedEngine('poolers', poolers.map(([name]) => name).join('; '));

describe.each(poolers)('a log in PostgreSQL behind %s', (name, open) => {
  let postgres: TestPostgres;
  let pooler: Pooler;
  let url: string;
  let one: PostgresEvents;
  let two: PostgresEvents;

  beforeAll(async () => {
    postgres = await startPostgres();
    pooler = await open(postgres.url, 3);
    url = pooler.through(postgres.url);
    [one, two] = await Promise.all([
      openPostgresEvents({ url, mode: 'write' }),
      openPostgresEvents({ url, mode: 'write' }),
    ]);
  });

  afterAll(async () => {
    await Promise.all([one.close(), two.close()]);
    await pooler.close();
    await postgres.stop();
  });

  it('migrates, appends and reads, with more connections than the pooler has', async () => {
    const written = { acknowledged: [] as string[], unavailable: 0 };
    const ends = [one.onAppended(() => {}), two.onAppended(() => {})];
    await Promise.all([
      ...Array.from({ length: 8 }, (_, index) =>
        writePatiently(index % 2 === 0 ? one : two, `stream-${index}`, { count: 30, written }),
      ),
      ...Array.from({ length: 40 }, async (_, index) => {
        await one.readStream(`stream-${index % 8}`, { from: 0n, limit: 100 });
        await two.readAll({ after: logStart, limit: 50 });
      }),
    ]);
    expect((await wholeLog(two)).map(({ eventId }) => eventId).sort()).toEqual(
      [...written.acknowledged].sort(),
    );
    expect(written.unavailable).toBe(0);
    for (const end of ends) end();
    if (pooler instanceof TransactionPooler) expect(pooler.transactions).toBeGreaterThan(100);
  });

  it('leaves nothing behind on a connection of the pooler', async () => {
    await one.append([{ stream: 'stream', expected: 'any', events: [newEvent()] }]);
    const kept = await one.setMetaOnce('name', 'value');
    expect(await Promise.all([one.meta('name'), two.meta('name'), two.setMetaOnce('name', 'x')])).toEqual([
      ...[kept, kept, kept],
    ]);
  });

  it('does not listen, because the wish to be told would stay on a connection of others', async () => {
    const ends = [one.onAppended(() => {}), two.onAppended(() => {})];
    const asked = () =>
      postgres.query(
        `SELECT query FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
      );
    for (let look = 0; look < 20; look += 1) {
      await one.append([{ stream: 'stream', expected: 'any', events: [newEvent()] }]);
      expect(await asked()).toEqual([]);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    for (const end of ends) end();
  });

  it('says so to whoever asks, and says nothing of it where none stands between', async () => {
    const valueAt = async (address: string) =>
      (await postgresEventsPlace(address, undefined).facts()).map(({ value }) => value)[0];
    expect(await valueAt(url)).toMatch(
      /through a pooler: what other servers append is noticed at the next poll/,
    );
    expect(await valueAt(postgres.url)).not.toMatch(/pooler/);
  });
});

// Where the program is not installed, store-error.spec.ts has its words.
if (program !== undefined)
  describe('a log in PostgreSQL behind a pgbouncer that does not give what is needed', () => {
    let postgres: TestPostgres;

    beforeAll(async () => {
      postgres = await startPostgres();
    });

    afterAll(() => postgres.stop());

    const login = { username: 'nobody', password: 'wrong' };

    it.each([
      [
        'in statement mode',
        { mode: 'statement' },
        {},
        /is in statement mode.*set its pool_mode to transaction/,
      ],
      ['with another password', { mode: 'transaction' }, login, /refuses the user or the password/],
      ['with no such database', { mode: 'transaction' }, { pathname: 'nowhere' }, /no such database/],
    ] as const)('ends the start with what to do: %s', async (_, { mode }, changed, says) => {
      const pooler = await Pgbouncer.open(program, postgres.url, { mode, connections: 2 });
      const url = Object.assign(new URL(pooler.through(postgres.url)), changed).href;
      const refused = openPostgresEvents({ url, mode: 'write' });
      await expect(refused).rejects.toMatchObject({ code: 'STORE_MISCONFIGURED' });
      await expect(refused).rejects.toThrow(says);
      await expect(refused).rejects.not.toThrow(/wrong/);
      await pooler.close();
    });
  });
