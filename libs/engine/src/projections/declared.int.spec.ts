import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openMemoryEvents, openMemoryViews } from '@safeconduct/stores';
import { personal, viewNamed, type View, type Workflow } from '@safeconduct/workflow';
import { luggage, namedActor } from '@safeconduct/workflow/testing';
import { z } from 'zod';
import { createEngine } from '../engine.js';
import { StoreUnavailableError } from '../errors.js';
import type { EventStore } from '../ports/event-store.js';
import type { ViewStore } from '../ports/view-store.js';
import { countingIds, fixedClock, fixedKeyRing, testReader } from '../testing/index.js';
import { caseList } from './cases.js';
import { declaredTable } from './declared.js';
import { ProjectionRunner } from './runner.js';
import { projectionsOf } from './standard.js';

const traced = luggage.views.get('traced') as View;
const source = traced.source;
let events: EventStore;
let views: ViewStore;

beforeEach(() => {
  events = openMemoryEvents({ clock: fixedClock('2025-03-01T08:00:00.000Z') });
  views = openMemoryViews();
});

afterEach(async () => {
  await views.close();
});

const engineOf = (...workflows: readonly Workflow[]) =>
  createEngine(
    {
      events,
      views,
      keys: fixedKeyRing(),
      clock: fixedClock('2025-03-01T08:00:00.000Z'),
      ids: countingIds(),
    },
    workflows,
  );

/** The luggage workflow with other views, perhaps under another name. */
const declaring = (declared: Readonly<Record<string, object>>, name = 'luggage'): Workflow => ({
  ...luggage,
  name,
  views: new Map(
    Object.entries(declared).map(([view, of]) => [view, viewNamed(name, view, { ...source, ...of })]),
  ),
});

async function record(workflow: Workflow, claims: number, from = 0): Promise<void> {
  const engine = engineOf(workflow);
  for (let claim = from; claim < from + claims; claim += 1) {
    const target = { workflow: workflow.name, naturalKey: `L-${claim}` };
    const actor = namedActor('clerk-1');
    const input = { claimNo: `L-${claim}`, owner: 'A', ownerArabic: 'ا', bags: 2, channel: 'desk' };
    await engine.handle({ target, command: 'FileClaim', input, actor });
    await engine.handle({ target, command: 'TraceBag', input: { place: `P-${claim}` }, actor });
  }
}

function runnerOf(workflows: readonly Workflow[], told?: string[]): ProjectionRunner {
  const { codec } = engineOf(...workflows);
  const ports = { events, views, codec, projections: projectionsOf(workflows) };
  return new ProjectionRunner(ports, {
    batchSize: 3,
    ...(told && { onBroken: ({ message }) => told.push(message) }),
  });
}

const placesIn = async (workflow: Workflow, name = 'traced') => {
  const view = workflow.views.get(name) as View;
  const asked = { workflow, view, where: [], limit: 100 };
  const { rows } = await engineOf(workflow).queries.viewRows(testReader, asked);
  return rows.map(({ values }) => values['place']);
};

const generationsOf = async (name: string) =>
  (await views.generations())
    .filter(({ view }) => view === name)
    .map(({ live, checkpoint }) => [live, checkpoint]);

describe('a view that a workflow declares', () => {
  it('is one more projection, and none for a workflow that declares none', () => {
    expect(projectionsOf([declaring({})]).map(({ view }) => view.name)).toEqual(
      projectionsOf([]).map(({ view }) => view.name),
    );
    expect(projectionsOf([luggage]).map(({ view }) => view.name)).toContain('luggage/traced');
  });

  it('has a table of its columns beside the case, with an index for each column it is asked by', () => {
    expect(declaredTable(traced)).toEqual({
      name: 'luggage/traced',
      columns: { reference: 'text', case_id: 'text', bag: 'integer', place: 'text', by: 'text?' },
      key: ['reference', 'case_id', 'bag'],
      indexes: [['place', 'reference', 'case_id', 'bag']],
    });
  });

  it('is rebuilt beside its live rows and compared by verify like every other', async () => {
    await record(luggage, 5);
    const runner = runnerOf([luggage]);
    await runner.catchUp();
    runner.rebuild('luggage/traced');
    await runner.catchUp();
    expect(await generationsOf('luggage/traced')).toEqual([[true, 10n]]);
    const scratch = openMemoryViews();
    const { queries } = engineOf(luggage);
    expect(await queries.verifyViews(testReader, { scratch })).toEqual([]);
    await scratch.close();
    const { generations } = await queries.progress(testReader);
    expect(generations.map(({ view, behind }) => [view, behind])).toContainEqual(['luggage/traced', 0]);
  });

  it('has another table than a view of the same name in another workflow', async () => {
    const other = declaring({ traced: {} }, 'parcels');
    await record(luggage, 1);
    await record(other, 2, 5);
    await runnerOf([luggage, other]).catchUp();
    expect(await placesIn(luggage)).toEqual(['P-0']);
    expect(await placesIn(other)).toEqual(['P-5', 'P-6']);
  });

  it.each<[string, object]>([
    ['its version is raised', { version: 2 }],
    ['its columns change', { columns: { ...source.columns, note: 'text?' } }],
    ['a column is found by', { filters: ['place', 'by'] }],
  ])('is made again when %s, and not asked until it is', async (_what, change) => {
    await record(luggage, 3);
    await runnerOf([luggage]).catchUp();
    const changed = declaring({ traced: change });
    await expect(placesIn(changed)).rejects.toThrow(StoreUnavailableError);
    await runnerOf([changed]).catchUp();
    expect(await placesIn(changed)).toEqual(['P-0', 'P-1', 'P-2']);
    expect(await generationsOf('luggage/traced')).toEqual([[true, 6n]]);
  });

  it('is made again when a field that it was made from is marked as personal', async () => {
    await record(luggage, 2);
    await runnerOf([luggage]).catchUp();
    const schema = z.strictObject({ place: personal('narrative', z.string()) });
    const marked: Workflow = {
      ...luggage,
      events: new Map(luggage.events).set('BagTraced', { schema, version: 1, upcasters: [] }),
      views: new Map([
        [
          'traced',
          viewNamed('luggage', 'traced', {
            ...source,
            rows: { BagTraced: (_rows, data: object) => [{ bag: 1, place: Object.keys(data).join() }] },
          }),
        ],
      ]),
    };
    await expect(placesIn(marked)).rejects.toThrow(StoreUnavailableError);
    await runnerOf([marked]).catchUp();
    expect(await placesIn(marked)).toEqual(['', '']);
  });

  it('holds up nobody when it is gone, and goes on where it was when it comes back', async () => {
    await record(luggage, 2);
    await runnerOf([luggage]).catchUp();
    await record(luggage, 2, 2);
    await runnerOf([declaring({})]).catchUp();
    expect(await engineOf(declaring({})).queries.reached(testReader)).toBe(8n);
    await runnerOf([luggage]).catchUp();
    expect(await placesIn(luggage)).toEqual(['P-0', 'P-1', 'P-2', 'P-3']);
  });

  it('does not hold up readers of other views while it is filled', async () => {
    const without = declaring({});
    await record(without, 2);
    await runnerOf([without]).catchUp();
    const { queries } = engineOf(luggage);
    await queries.waitFor(testReader, { atLeast: await events.head(), timeoutMs: 0 });
    await expect(
      queries.waitFor(testReader, { atLeast: await events.head(), timeoutMs: 0, view: traced }),
    ).rejects.toThrow('have reached position 0');
  });
});

describe('a view whose functions fail', () => {
  const broken = declaring({
    traced: {},
    failing: {
      rows: {
        BagTraced: (rows: readonly object[], { place }: { readonly place: string }) => {
          if (place === 'P-2') throw new Error('no such place');
          return [...rows, { bag: rows.length + 1, place, by: 'x' }];
        },
      },
    },
  });

  it('stays where it is and is told once, while all others are filled', async () => {
    await record(broken, 4);
    const told: string[] = [];
    const runner = runnerOf([broken], told);
    await runner.catchUp();
    await record(broken, 2, 4);
    await runner.catchUp();
    expect(told).toEqual([
      'workflow luggage, view failing: rows.BagTraced failed (no such place); correct it',
    ]);
    expect(await views.scan(caseList, { limit: 100 })).toHaveLength(6);
    expect(await placesIn(broken)).toHaveLength(6);
    expect(await generationsOf('luggage/failing')).toEqual([[false, 3n]]);
  });

  it('fails a catch-up that nobody listens to, after all others are filled', async () => {
    await record(broken, 4);
    await expect(runnerOf([broken]).catchUp()).rejects.toThrow('no such place');
    expect(await placesIn(broken)).toHaveLength(4);
  });

  it('is told of by verify, which compares the others', async () => {
    await record(broken, 4);
    await runnerOf([broken], []).catchUp();
    const scratch = openMemoryViews();
    expect(await engineOf(broken).queries.verifyViews(testReader, { scratch })).toEqual([
      { position: null, what: expect.stringContaining('view failing: rows.BagTraced failed') },
    ]);
    await scratch.close();
  });

  it('is filled when it was corrected', async () => {
    await record(broken, 4);
    await runnerOf([broken], []).catchUp();
    const corrected = declaring({ traced: {}, failing: { version: 2 } });
    await runnerOf([corrected]).catchUp();
    expect(await placesIn(corrected, 'failing')).toEqual(['P-0', 'P-1', 'P-2', 'P-3']);
  });
});
