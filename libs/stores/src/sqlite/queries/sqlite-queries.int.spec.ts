import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createEngine, ProjectionRunner, standardProjections } from '@safeconduct/engine';
import {
  caseListContract,
  countingIds,
  fixedClock,
  fixedKeyRing,
  viewQueriesContract,
  type ViewQueriesAdapter,
} from '@safeconduct/engine/testing';
import { namedActor } from '@safeconduct/workflow/testing';
import { template } from '../../../../../workflows/_template/index.js';
import { openMemoryEvents } from '../../memory/memory-events.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import {
  openMemoryViews,
  openSqliteViews,
  type SqliteViews,
  type SqliteViewsOptions,
} from '../views/sqlite-views.js';

const inMemory = (limits: NonNullable<SqliteViewsOptions['limits']> = {}): ViewQueriesAdapter => ({
  ...limits,
  // A log with gaps, in which every stream has a clock of its own.
  openEvents: ({ clock }) => openMemoryEvents({ clock, positions: 'sparse' }),
  openViews: () => openMemoryViews({ limits }),
});

viewQueriesContract('sqlite', inMemory());

// Lists with many and with few matching cases are computed in different ways.
caseListContract('sqlite, where no case is a candidate', inMemory({ candidatesMax: 0 }));
caseListContract('sqlite, where a few cases are many', inMemory({ candidatesMax: 30, countedMax: 40 }));

describe('views in a file', () => {
  const at = '2025-03-01T08:00:00.000Z';
  let inFile: SqliteViews;
  let here: SqliteViews;

  beforeAll(async () => {
    inFile = openSqliteViews({ folder: temporaryFolder(), mode: 'write' });
    here = openMemoryViews();
    const clock = fixedClock(at);
    const events = openMemoryEvents({ clock });
    const engine = createEngine({ events, keys: fixedKeyRing(), clock, ids: countingIds() }, [template]);
    const send = (command: string, input: object, naturalKey: string) =>
      engine.handle({
        target: { workflow: 'template', naturalKey },
        command,
        input,
        actor: namedActor('clerk-1'),
      });
    for (const requestNo of ['R-1', 'R-2', 'R-3']) {
      await send('OpenRequest', { requestNo, name: 'A', nameArabic: 'ا' }, requestNo);
      await send('DeclineRequest', { reason: 'r' }, requestNo);
    }
    for (const views of [inFile, here]) {
      const ports = { events, views, codec: engine.codec, projections: standardProjections };
      await new ProjectionRunner(ports).catchUp();
    }
  });

  afterAll(async () => {
    await inFile.close();
    await here.close();
  });

  it('have a thread for queries that may take long, and views in memory have none', () => {
    expect(inFile.readingThread).toBeDefined();
    expect(here.readingThread).toBeUndefined();
  });

  it('are answered by that thread as by the thread of the caller', async () => {
    const moment = { at, clock: 'recorded' } as const;
    const period = { from: '2025-01-01T00:00:00.000Z', to: at, clock: 'occurred' } as const;
    const range = { limit: 10, newestFirst: true };
    const answers = [inFile, here].map(async ({ queries }) => [
      await queries.listCasesAt(moment, { filter: {}, limit: 10 }),
      await queries.auditEvents({}, range),
      await queries.refusals({}, range),
      await queries.ledger({ workflow: 'template', moment }),
      await queries.ledgerChanges({ ...period, workflow: 'template', part: 'day' }),
      await queries.flows({ ...period, workflow: 'template' }),
    ]);
    const [long, short] = await Promise.all(answers);
    expect(long).toEqual(short);
    expect(long?.[0]).toMatchObject({ cases: [{ reference: 'R-1' }, {}, {}] });
  });
});
