import { epochMsOf, eventStoreWith, type Clock, type EventStore } from '@safeconduct/engine';
import { startPostgres, type TestPostgres } from '../../../testing/index.js';
import { openDatabase, type Database } from '../database.js';
import { openPostgresEvents } from '../events/postgres-events.js';

/**
 * Opens logs whose clock is that of a test: in databases of tests another function stands in the place of the
 * database's clock. Each folder is a database of its own.
 */
export class ClockedLogs {
  readonly #addressOf = new Map<string, string>();
  #postgres: TestPostgres | undefined;

  readonly open = async ({
    folder,
    clock,
  }: {
    readonly folder: string;
    readonly clock: Clock;
  }): Promise<EventStore> => {
    const known = this.#addressOf.get(folder);
    const url = known ?? (await this.#freshDatabase(folder));
    const events = await openPostgresEvents({ url, mode: 'write' });
    const owner = openDatabase(url, { connections: 1, purpose: 'clock of a test' });
    if (known === undefined) await owner.query({ text: 'CREATE TABLE test_clock AS SELECT 0::bigint AS ms' });
    if (known === undefined) await owner.query({ text: clockOfTest });
    return clocked(events, owner, clock);
  };

  async stop(): Promise<void> {
    await this.#postgres?.stop();
  }

  async #freshDatabase(folder: string): Promise<string> {
    this.#postgres ??= await startPostgres();
    const url = await this.#postgres.freshDatabase();
    this.#addressOf.set(folder, url);
    return url;
  }
}

const clockOfTest = `CREATE OR REPLACE FUNCTION safeconduct_events.clock_ms() RETURNS bigint
  LANGUAGE sql VOLATILE AS 'SELECT ms FROM public.test_clock'`;

/** Sets the clock in the database before an append, when the test has moved it since the last one. */
async function clocked(events: EventStore, owner: Database, clock: Clock): Promise<EventStore> {
  let last: string | undefined;
  let setting: Promise<void> | undefined;
  const setClock = async (now: string) => {
    last = now;
    await owner.query({ text: 'UPDATE test_clock SET ms = $1', values: [epochMsOf(now)] });
    setting = undefined;
  };
  await setClock(clock.now());
  return eventStoreWith(events, {
    append: (writes, checks) => {
      if (clock.now() !== last) setting = setClock(clock.now());
      return setting === undefined
        ? events.append(writes, checks)
        : setting.then(() => events.append(writes, checks));
    },
    close: async () => {
      await events.close();
      await owner.close();
    },
  });
}
