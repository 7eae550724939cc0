import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startPostgres, type TestPostgres } from '../../../testing/index.js';
import { newEvent } from '../testing/samples.js';
import { openPostgresEvents, type PostgresEvents } from './postgres-events.js';

describe('hints of appends of other processes', () => {
  let postgres: TestPostgres;
  let one: PostgresEvents;
  let two: PostgresEvents;

  beforeAll(async () => {
    postgres = await startPostgres();
    one = await openPostgresEvents({ url: postgres.url, mode: 'write' });
    two = await openPostgresEvents({ url: postgres.url, mode: 'read' });
  });

  afterAll(async () => {
    await Promise.all([one.close(), two.close()]);
    await postgres.stop();
  });

  const append = () => one.append([{ stream: 'stream', expected: 'any', events: [newEvent()] }]);

  /** Appends until the other store hears of one. */
  async function untilHeard(): Promise<boolean> {
    let heard = 0n;
    const end = two.onAppended((head) => (heard = head));
    for (let look = 0; heard === 0n && look < 300; look += 1) {
      await append();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    end();
    return heard > 0n;
  }

  it('arrive, so that a reader need not wait for its next look', async () => {
    expect(await untilHeard()).toBe(true);
  });

  it('arrive again after the connection that listened was terminated', async () => {
    const terminated = await postgres.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name = 'safeconduct hints' AND datname = current_database()`,
    );
    expect(terminated.length).toBeGreaterThan(0);
    expect(await untilHeard()).toBe(true);
  });

  it('are nobody’s business but ours: other texts on the channel are passed over', async () => {
    const heard: bigint[] = [];
    const end = two.onAppended((head) => heard.push(head));
    await postgres.query(
      `SELECT pg_notify('safeconduct_events', text) FROM unnest(ARRAY['', 'x', '-1', '9e9']) AS text`,
    );
    const { position } = await append();
    for (let look = 0; heard.at(-1) !== position && look < 200; look += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    // The hint of the append before may come late.
    expect(heard.filter((head) => head !== position - 1n)).toEqual([position]);
    end();
  });
});
