import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  caseList,
  createEngine,
  ProjectionRunner,
  standardProjections,
  StoreMisconfiguredError,
  timeline,
  type ViewStore,
} from '@safeconduct/engine';
import { countingIds, fixedClock, fixedKeyRing } from '@safeconduct/engine/testing';
import { namedActor } from '@safeconduct/workflow/testing';
import { randomBytes } from 'node:crypto';
import { template } from '../../../../../workflows/_template/index.js';
import { startPostgres, type TestPostgres } from '../../../testing/index.js';
import { openMemoryEvents } from '../../memory/memory-events.js';
import { openDatabase } from '../database.js';
import { TransactionPooler } from '../testing/transaction-pooler.js';
import { viewsAt } from '../testing/views-of-tests.js';

const cases = 40;
const hourMs = 3_600_000;

async function madeLog() {
  const clock = fixedClock();
  const events = openMemoryEvents({ clock });
  const engine = createEngine({ events, keys: fixedKeyRing(), clock, ids: countingIds() }, [template]);
  for (let index = 0; index < cases; index += 1) {
    const requestNo = `R-${index}`;
    await engine.handle({
      ...{ target: { workflow: 'template', naturalKey: requestNo }, command: 'OpenRequest' },
      ...{ input: { requestNo, name: 'A', nameArabic: 'ا' }, actor: namedActor('clerk-1') },
    });
  }
  return { events, codec: engine.codec };
}

let server: TestPostgres;
let log: Awaited<ReturnType<typeof madeLog>>;

beforeAll(async () => {
  server = await startPostgres();
  log = await madeLog();
});
afterAll(() => server.stop());

async function fill(views: ViewStore): Promise<void> {
  const lease = {
    leases: views.leases,
    name: 'views',
    holder: randomBytes(4).toString('hex'),
    forMs: hourMs,
  };
  const runner = new ProjectionRunner(
    { ...log, views, projections: standardProjections },
    { batchSize: 9, lease },
  );
  for (const { view } of standardProjections) runner.rebuild(view.name);
  await runner.catchUp();
}

describe('views behind a pooler in transaction mode', () => {
  it('are filled and asked by two replicas, with more connections than the pooler has', async () => {
    const pooler = await TransactionPooler.open(server.url, 3);
    const [one, other] = [1, 2].map(() => viewsAt(pooler.through(server.url))) as [ViewStore, ViewStore];
    await fill(one);
    const filling = fill(one);
    const asked = Array.from({ length: 40 }, async (_, index) => {
      const { queries } = index % 2 === 0 ? one : other;
      const page = await queries.listCases({ filter: { words: [{ begins: 'r', tokens: [] }] }, limit: 100 });
      const due = await queries.inbox({ filter: {}, now: '2030-01-01T00:00:00.000Z', limit: 100 });
      const { cells } = await queries.ledger({ workflow: 'template' });
      const counted = [...cells.values()].reduce((sum, count) => sum + count, 0);
      return [page.cases.length, due.every(({ caseId }) => caseId !== ''), counted];
    });
    expect(new Set((await Promise.all(asked)).map(String))).toEqual(new Set([`${cases},true,${cases}`]));
    await filling;
    expect(await other.scan(timeline, { limit: 100 })).toHaveLength(cases);
    for (const views of [one, other]) await views.close();
    await pooler.close();
  });
});

describe('roles of views', () => {
  const suffix = randomBytes(4).toString('hex');
  const roles = { owner: `test owner ${suffix}`, application: `test-application-${suffix}` };
  let database: string;
  let url: string;
  let migrationUrl: string;

  beforeAll(async () => {
    database = await server.freshDatabase();
    const secret = randomBytes(8).toString('hex');
    for (const role of Object.values(roles))
      await server.query(`CREATE ROLE "${role}" LOGIN PASSWORD '${secret}'`);
    await server.query(
      `GRANT CREATE ON DATABASE "${new URL(database).pathname.slice(1)}" TO "${roles.owner}"`,
    );
    [url, migrationUrl] = [roles.application, roles.owner].map(
      (username) => Object.assign(new URL(database), { username, password: secret }).href,
    ) as [string, string];
  });

  afterAll(async () => {
    const superuser = openDatabase(database, { connections: 1, purpose: 'test' });
    for (const role of Object.values(roles)) {
      await superuser.query({ text: `DROP OWNED BY "${role}" CASCADE` });
      await superuser.query({ text: `DROP ROLE "${role}"` });
    }
    await superuser.close();
  });

  it('refuse with STORE_MISCONFIGURED who may make no schema, and are enough once the owner has made it', async () => {
    const alone = viewsAt(url);
    await expect(alone.generations()).rejects.toBeInstanceOf(StoreMisconfiguredError);
    const helped = viewsAt(url, { migrationUrl });
    await fill(helped);
    expect(await alone.generations()).toHaveLength(standardProjections.length);
    await fill(alone);
    expect(await helped.scan(caseList, { limit: 100 })).toHaveLength(cases);
    for (const views of [alone, helped]) await views.close();
  });
});
