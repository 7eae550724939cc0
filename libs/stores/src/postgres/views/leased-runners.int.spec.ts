import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  caseList,
  createEngine,
  LeaseLostError,
  ProjectionRunner,
  standardProjections,
  timeline,
  viewsReached,
  type EventStore,
  type ViewStore,
} from '@safeconduct/engine';
import { countingIds, fixedClock, fixedKeyRing, viewStoreWith } from '@safeconduct/engine/testing';
import { namedActor } from '@safeconduct/workflow/testing';
import { template } from '../../../../../workflows/_template/index.js';
import { openMemoryEvents } from '../../memory/memory-events.js';
import { ViewsOfTests } from '../testing/views-of-tests.js';

const cases = 30;
const definitions = standardProjections.map(({ view }) => view);

/** A log of some cases, two events each. */
async function madeLog() {
  const clock = fixedClock();
  const events = openMemoryEvents({ clock, positions: 'sparse' });
  const engine = createEngine({ events, keys: fixedKeyRing(), clock, ids: countingIds() }, [template]);
  for (let index = 0; index < cases; index += 1) {
    const requestNo = `R-${index}`;
    const target = { workflow: 'template', naturalKey: requestNo };
    const send = (command: string, input: object) =>
      engine.handle({ target, command, input, actor: namedActor('clerk-1') });
    await send('OpenRequest', { requestNo, name: 'A', nameArabic: 'ا' });
    await send('AddNote', { note: 'n' });
  }
  return { events, codec: engine.codec };
}

/** The same views, whose third batch stands still until it is told to go on. */
function pausing(views: ViewStore) {
  let [batches, goOn] = [0, () => {}];
  const released = new Promise<void>((resolve) => (goOn = resolve));
  let stopped = () => {};
  const isStanding = new Promise<void>((resolve) => (stopped = resolve));
  const commit: ViewStore['commit'] = async (...batch) => {
    batches += 1;
    if (batches === 3) {
      stopped();
      await released;
    }
    return views.commit(...batch);
  };
  const paused = viewStoreWith(views, { commit });
  return { paused, isStanding, goOn };
}

const rowsOf = async (views: ViewStore) => [
  await views.scan(caseList, { limit: 1000 }),
  await views.scan(timeline, { limit: 1000 }),
];

async function caughtUp(views: ViewStore, events: EventStore): Promise<void> {
  const head = await events.head();
  while ((await viewsReached(views, definitions)) < head)
    await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('two processes that fill the views of one database', () => {
  const tests = new ViewsOfTests();
  let log: Awaited<ReturnType<typeof madeLog>>;

  beforeAll(async () => {
    log = await madeLog();
  });
  afterAll(() => tests.stop());

  const runner = (views: ViewStore, holder: string, forMs: number) =>
    new ProjectionRunner(
      { ...log, views, projections: standardProjections },
      { batchSize: 7, lease: { leases: views.leases, name: 'views', holder, forMs } },
    );

  it('fill them once, when one stands still in a batch beyond its lease and goes on', async () => {
    const [one, other, alone] = [
      await tests.named('shared'),
      await tests.named('shared'),
      await tests.fresh(),
    ];
    const { paused, isStanding, goOn } = pausing(one);
    const firstFailures: unknown[] = [];
    const secondFailures: unknown[] = [];
    // Its lease lapses between two renewals, as that of a process that stands still as a whole lapses in time.
    const first = runner(paused, 'a', 1);
    first.start((error) => firstFailures.push(error));
    await isStanding;
    const second = runner(other, 'b', 60_000);
    second.start((error) => secondFailures.push(error));
    await caughtUp(other, log.events);
    goOn();
    await first.stop();
    expect(firstFailures).toContainEqual(expect.any(LeaseLostError));
    expect(secondFailures).toEqual([]);
    await runner(alone, 'c', 60_000).catchUp();
    expect(await rowsOf(other)).toEqual(await rowsOf(alone));
    expect(await rowsOf(one)).toEqual(await rowsOf(alone));
    await second.stop();
    for (const views of [one, other, alone]) await views.close();
  });
});
