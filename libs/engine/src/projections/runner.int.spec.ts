import { positionOf, type Position } from '../ports/position.js';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openMemoryEvents, openMemoryViews } from '@safeconduct/stores';
import { namedActor } from '@safeconduct/workflow/testing';
import { template } from '../../../../workflows/_template/index.js';
import { createEngine, type EngineWithViews } from '../engine.js';
import { CheckpointConflictError, ViewAheadError, ViewBehindError, ViewForeignError } from '../errors.js';
import type { EventStore } from '../ports/event-store.js';
import type { ViewStore } from '../ports/view-store.js';
import { countingIds, fixedClock, fixedKeyRing, testReader, viewStoreWith } from '../testing/index.js';
import { verifyViews } from '../verify/verify-views.js';
import { caseList, casesProjection } from './cases.js';
import type { Projection } from './projection.js';
import { checkpointsOf, ProjectionRunner, viewsReached, type ProjectionPorts } from './runner.js';
import { waitForViews } from './views-waiting.js';
import { standardProjections } from './standard.js';
import { timeline } from './timeline.js';

const definitions = standardProjections.map(({ view }) => view);
let events: EventStore;
let views: ViewStore;
let engine: EngineWithViews;
let ports: ProjectionPorts;

beforeEach(async () => {
  const clock = fixedClock('2025-03-01T08:00:00.000Z');
  events = openMemoryEvents({ clock });
  views = openMemoryViews();
  engine = createEngine({ events, views, keys: fixedKeyRing(), clock, ids: countingIds() }, [template]);
  ports = { events, views, codec: engine.codec, projections: standardProjections };
  await open(20);
});

afterEach(async () => {
  await views.close();
});

async function open(count: number, from = 0): Promise<void> {
  for (let number = from; number < from + count; number += 1) {
    const input = { requestNo: `R-${number}`, name: 'A', nameArabic: 'ا' };
    await engine.handle({
      target: { workflow: 'template' },
      command: 'OpenRequest',
      input,
      actor: namedActor('clerk-1'),
    });
  }
}

const listed = async () => (await views.queries.listCases({ filter: {}, limit: 100 })).cases.length;

describe('projection runner', () => {
  it('brings every view to the head of the log', async () => {
    await new ProjectionRunner(ports, { batchSize: 3 }).catchUp();
    expect(await viewsReached(views, definitions)).toBe(20n);
    expect(await listed()).toBe(20);
  });

  it('repeats a batch that was not committed, and counts nothing twice', async () => {
    const failsOnce = failing(views, 4);
    await expect(
      new ProjectionRunner({ ...ports, views: failsOnce }, { batchSize: 3 }).catchUp(),
    ).rejects.toThrow('crash');
    await new ProjectionRunner(ports, { batchSize: 3 }).catchUp();
    const scratch = openMemoryViews();
    expect(await verifyViews(ports, { scratch })).toEqual([]);
    await scratch.close();
  });

  it('is compared with the log while it goes on, whichever views it has filled by then', async () => {
    const runner = new ProjectionRunner(ports, { batchSize: 3 });
    await runner.catchUp();
    const reached: Position[] = [];
    const goingOn = viewStoreWith(views, {
      async atOnce(definitions, work) {
        await open(2, 20);
        const stopped = new ProjectionRunner({ ...ports, views: failing(views, 2) });
        await expect(stopped.catchUp()).rejects.toThrow('crash');
        reached.push(...(await checkpointsOf(views, definitions)));
        return views.atOnce(definitions, (then) =>
          work({
            scan: (...asked) => then.scan(...asked),
            async generations() {
              const found = await then.generations();
              await open(2, 22);
              await new ProjectionRunner(ports).catchUp();
              return found;
            },
          }),
        );
      },
    });
    const scratch = openMemoryViews();
    expect(await verifyViews({ ...ports, views: goingOn }, { scratch })).toEqual([]);
    expect([...new Set(reached)].length).toBeGreaterThan(1);
    expect(await viewsReached(views, definitions)).toBe(24n);
    await scratch.close();
  });

  it('does not let two runners fill one view', async () => {
    await new ProjectionRunner(ports).catchUp();
    await open(20, 20);
    const slow = new ProjectionRunner(ports, { batchSize: 5 });
    const other = new ProjectionRunner(ports, { batchSize: 5 });
    const results = await Promise.allSettled([slow.catchUp(), other.catchUp()]);
    const reasons = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason as Error] : [],
    );
    for (const reason of reasons) expect(reason).toBeInstanceOf(CheckpointConflictError);
    await new ProjectionRunner(ports).catchUp();
    expect(await listed()).toBe(40);
  });

  it('rebuilds beside the live view, which goes on answering, and takes its place at the end', async () => {
    await new ProjectionRunner(ports).catchUp();
    const seen: number[] = [];
    const watched = watching(views, async () => {
      seen.push(await listed());
    });
    const runner = new ProjectionRunner({ ...ports, views: watched }, { batchSize: 4 });
    runner.rebuild('cases');
    await runner.catchUp();
    expect(new Set(seen)).toEqual(new Set([20]));
    const cases = (await views.generations()).filter(({ view }) => view === 'cases');
    expect(cases.map(({ live, checkpoint }) => [live, checkpoint])).toEqual([[true, 20n]]);
  });

  it('fills a view of a new version anew', async () => {
    await new ProjectionRunner(ports).catchUp();
    const raised: Projection = { ...casesProjection, view: { ...casesProjection.view, version: 99 } };
    const projections = [raised, ...standardProjections.slice(1)];
    await new ProjectionRunner({ ...ports, projections }).catchUp();
    const cases = (await views.generations()).filter(({ view }) => view === 'cases');
    expect(cases.map(({ version, live }) => [version, live])).toEqual([[99, true]]);
  });

  it('and verify pass over a view that is kept and no longer defined', async () => {
    const gone: Projection = {
      ...casesProjection,
      view: { name: 'gone', version: 1, tables: [{ ...caseList, name: 'gone_list' }] },
      reads: () => [],
      apply: () => {},
    };
    await new ProjectionRunner({ ...ports, projections: [...standardProjections, gone] }).catchUp();
    await open(5, 20);
    await new ProjectionRunner(ports).catchUp();
    expect((await views.generations()).find(({ view }) => view === 'gone')?.checkpoint).toBe(20n);
    const scratch = openMemoryViews();
    expect(await engine.queries.verifyViews(testReader, { scratch })).toEqual([]);
    await scratch.close();
    const { generations } = await engine.queries.progress(testReader);
    expect(generations.map(({ behind }) => behind)).toEqual(standardProjections.map(() => 0));
  });

  it('follows the log until it is stopped, and lets a reader see their own write', async () => {
    const runner = new ProjectionRunner(ports, { pollMs: 5 });
    runner.start((error) => {
      throw error;
    });
    await open(5, 20);
    await waitForViews(views, definitions, { atLeast: await events.head(), timeoutMs: 5000 });
    expect(await listed()).toBe(25);
    await runner.stop();
  });

  it('tells of an error while it follows, and goes on', async () => {
    const errors: unknown[] = [];
    const runner = new ProjectionRunner({ ...ports, views: failing(views, 2) }, { pollMs: 5, retryMs: 5 });
    runner.start((error) => errors.push(error));
    await waitForViews(views, definitions, { atLeast: positionOf(20), timeoutMs: 5000 });
    await runner.stop();
    expect(errors).toEqual([new Error('crash')]);
    expect(await listed()).toBe(20);
  });

  it('fills every view also when one is wanted anew just after an error', async () => {
    const runner = new ProjectionRunner({ ...ports, views: failing(views, 1) }, { pollMs: 5, retryMs: 5 });
    runner.start(() => {
      runner.rebuild('cases');
    });
    await waitForViews(views, definitions, { atLeast: positionOf(20), timeoutMs: 5000 });
    await runner.stop();
    expect(await listed()).toBe(20);
  });

  it('keeps the live views up to date while it builds another one', async () => {
    await new ProjectionRunner(ports).catchUp();
    await open(5, 20);
    const seen: number[] = [];
    const watched = viewStoreWith(views, {
      commit: async (...given: Parameters<ViewStore['commit']>) => {
        const [{ live, checkpoint }] = given;
        if (!live && checkpoint > 0n) seen.push((await views.scan(timeline, { limit: 100 })).length);
        return views.commit(...given);
      },
    });
    const runner = new ProjectionRunner({ ...ports, views: watched }, { batchSize: 5 });
    runner.rebuild('cases');
    await runner.catchUp();
    expect(seen[0]).toBe(25);
  });

  it('counts a live view of another version as not begun', async () => {
    await new ProjectionRunner(ports).catchUp();
    const raised = definitions.map((definition) => ({ ...definition, version: definition.version + 1 }));
    expect(await viewsReached(views, raised)).toBe(0n);
  });

  it('tells a reader how far the views are when they do not get there in time', async () => {
    await expect(waitForViews(views, definitions, { atLeast: positionOf(1), timeoutMs: 10 })).rejects.toThrow(
      ViewBehindError,
    );
  });

  it('tells when a view knows more than the log', async () => {
    await new ProjectionRunner(ports).catchUp();
    const older = openMemoryEvents({ clock: fixedClock('2025-03-01T08:00:00.000Z') });
    await expect(new ProjectionRunner({ ...ports, events: older }).catchUp()).rejects.toThrow(ViewAheadError);
  });

  it('tells when a view was made from another log, by the event at its checkpoint', async () => {
    await new ProjectionRunner(ports).catchUp();
    const clock = fixedClock('2025-03-01T08:00:00.001Z');
    events = openMemoryEvents({ clock });
    engine = createEngine({ events, views, keys: fixedKeyRing(), clock, ids: countingIds() }, [template]);
    await open(25);
    await expect(new ProjectionRunner({ ...ports, events }).catchUp()).rejects.toThrow(ViewForeignError);
  });
});

/** A view store whose n-th commit crashes after it was prepared and before it is written. */
function failing(store: ViewStore, at: number): ViewStore {
  let commits = 0;
  return viewStoreWith(store, {
    commit: (...given) => {
      commits += 1;
      return commits === at ? Promise.reject(new Error('crash')) : store.commit(...given);
    },
  });
}

function watching(store: ViewStore, watch: () => Promise<void>): ViewStore {
  return viewStoreWith(store, {
    commit: async (...given) => {
      await watch();
      return store.commit(...given);
    },
  });
}
