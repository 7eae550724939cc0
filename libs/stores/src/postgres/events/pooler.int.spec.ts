import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { logStart } from '@safeconduct/engine';
import { startPostgres, type TestPostgres } from '../../../testing/index.js';
import { newEvent, wholeLog, writePatiently } from '../testing/samples.js';
import { TransactionPooler } from '../testing/transaction-pooler.js';
import { openPostgresEvents, type PostgresEvents } from './postgres-events.js';

describe('a log in PostgreSQL behind a pooler in transaction mode', () => {
  let postgres: TestPostgres;
  let pooler: TransactionPooler;
  let one: PostgresEvents;
  let two: PostgresEvents;

  beforeAll(async () => {
    postgres = await startPostgres();
    pooler = await TransactionPooler.open(postgres.url, 3);
    const url = pooler.through(postgres.url);
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
    expect(pooler.transactions).toBeGreaterThan(100);
  });

  it('leaves nothing behind on a connection of the pooler', async () => {
    await one.append([{ stream: 'stream', expected: 'any', events: [newEvent()] }]);
    const kept = await one.setMetaOnce('name', 'value');
    expect(await Promise.all([one.meta('name'), two.meta('name'), two.setMetaOnce('name', 'x')])).toEqual([
      ...[kept, kept, kept],
    ]);
  });
});
