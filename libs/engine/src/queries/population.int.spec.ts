import { logStart } from '../ports/position.js';
import { describe, expect, it } from '@jest/globals';
import { openMemoryEvents, openSqliteViews } from '@safeconduct/stores';
import { namedActor } from '@safeconduct/workflow/testing';
import fc from 'fast-check';
import { template } from '../../../../workflows/_template/index.js';
import { createEngine, type Engine } from '../engine.js';
import type { EventStore } from '../ports/event-store.js';
import type { ViewStore } from '../ports/view-store.js';
import { ProjectionRunner } from '../projections/runner.js';
import { standardProjections } from '../projections/standard.js';
import { countingIds, fixedClock, fixedKeyRing } from '../testing/index.js';
import { listCases } from './case-list.js';
import { casesThen } from './cases-then.js';
import type { Moment } from './moment.js';
import { populationAt, populationSeries, type Population } from './population.js';
import { populationFlows, type Flow } from './population-flows.js';

/** One step of a caseload: which case, what, and how many minutes after the one before it was recorded and happened. */
interface Step {
  readonly person: number;
  readonly command: 'note' | 'grant' | 'decline';
  readonly recordedAfter: number;
  readonly lateBy: number;
}

const steps = fc.array(
  fc.record<Step>({
    person: fc.integer({ min: 0, max: 6 }),
    command: fc.constantFrom('note', 'grant', 'decline'),
    recordedAfter: fc.integer({ min: 0, max: 900 }),
    lateBy: fc.integer({ min: 0, max: 3000 }),
  }),
  { minLength: 1, maxLength: 60 },
);

const start = '2025-03-01T08:00:00.000Z';
const minute = 60_000;

interface World {
  readonly events: EventStore;
  readonly engine: Engine;
  readonly views: ViewStore;
}

async function recorded(caseload: readonly Step[], batchSize: number): Promise<World> {
  const clock = fixedClock(start);
  const events = openMemoryEvents({ clock });
  const views = openSqliteViews({ folder: ':memory:', mode: 'write' });
  const engine = createEngine({ events, keys: fixedKeyRing(), clock, ids: countingIds() }, [template]);
  let now = Date.parse(start);
  for (const { person, command, recordedAfter, lateBy } of caseload) {
    now += recordedAfter * minute;
    clock.set(new Date(now).toISOString());
    const occurredAt = new Date(now - lateBy * minute).toISOString();
    const requestNo = `R-${person}`;
    const target = { workflow: 'template', naturalKey: requestNo };
    const send = (name: string, input: object, actor: string, confirmedBy?: string) =>
      engine.handle({
        ...{ target, command: name, input, occurredAt, actor: namedActor(actor) },
        confirmation: confirmedBy === undefined ? undefined : { by: namedActor(confirmedBy) },
      });
    await send('OpenRequest', { requestNo, name: 'A', nameArabic: 'ا' }, 'clerk-1');
    if (command === 'note') await send('AddNote', { note: 'n' }, 'clerk-1');
    if (command === 'grant') await send('GrantRequest', { decisionNo: 'D' }, 'clerk-1', 'head-1');
    if (command === 'decline') await send('DeclineRequest', { reason: 'r' }, 'head-1');
  }
  const ports = { events, views, register: engine.register, projections: standardProjections };
  await new ProjectionRunner(ports, { batchSize }).catchUp();
  return { events, engine, views };
}

/** The same figures by reading every event, without any view. */
async function counted(
  { events }: World,
  moment: Moment | undefined,
): Promise<Pick<Population, 'total' | 'leaves' | 'events' | 'outcomes'>> {
  const last = new Map<string, string>();
  const outcome = new Map<string, string | undefined>();
  const types: Record<string, number> = {};
  for (const event of await events.readAll({ after: logStart, limit: 10_000 })) {
    const at = moment?.clock === 'recorded' ? event.recordedAt : event.occurredAt;
    if (!event.stream.startsWith('case-') || (moment !== undefined && at > moment.at)) continue;
    last.set(event.stream, event.metadata['state'] ?? '');
    outcome.set(event.stream, event.metadata['outcome']);
    types[event.type] = (types[event.type] ?? 0) + 1;
  }
  return { total: last.size, leaves: tally(last), events: types, outcomes: tally(outcome) };
}

/** The flows by reading every event, without any view. */
async function countedFlows(
  { events }: World,
  { from, to, clock }: { readonly from: string; readonly to: string; readonly clock: Moment['clock'] },
): Promise<readonly Flow[]> {
  const [before, after] = [new Map<string, string>(), new Map<string, string>()];
  for (const event of await events.readAll({ after: logStart, limit: 10_000 })) {
    const at = clock === 'recorded' ? event.recordedAt : event.occurredAt;
    if (!event.stream.startsWith('case-')) continue;
    if (at <= from) before.set(event.stream, event.metadata['state'] ?? '');
    if (at <= to) after.set(event.stream, event.metadata['state'] ?? '');
  }
  const ways = [...after].map(([stream, state]) => JSON.stringify([before.get(stream) ?? null, state]));
  return [...Map.groupBy(ways, (way) => way)].map(([way, all]) => {
    const [was, is] = JSON.parse(way) as [string | null, string];
    return { from: was, to: is, count: all.length };
  });
}

function tally(values: ReadonlyMap<string, string | undefined>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values.values()) if (value !== undefined) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

async function momentsOf({ events }: World): Promise<readonly (Moment | undefined)[]> {
  const all = await events.readAll({ after: logStart, limit: 10_000 });
  const times = all.flatMap(({ occurredAt, recordedAt }) => [occurredAt, recordedAt]);
  const around = times.flatMap((time) => [time, new Date(Date.parse(time) - 1).toISOString()]);
  const at = [...new Set([...around, '2020-01-01T00:00:00.000Z', '2030-01-01T00:00:00.000Z'])];
  return [
    undefined,
    ...at.flatMap((time) => [
      { at: time, clock: 'occurred' } as const,
      { at: time, clock: 'recorded' } as const,
    ]),
  ];
}

const sum = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((total, one) => total + one, 0);

describe('the ledger', () => {
  it('is what a count of all events gives, at every moment, in both clocks', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 40 }), async (caseload, batchSize) => {
        const world = await recorded(caseload, batchSize);
        for (const moment of await momentsOf(world)) {
          const found = await populationAt(world.views.query, template, moment);
          const { total, leaves, events, outcomes } = found;
          expect({ total, leaves, events, outcomes }).toEqual(await counted(world, moment));
        }
        await world.views.close();
      }),
      { numRuns: 25 },
    );
  });

  it('adds up to the persons entered, and to the list of that moment', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (caseload) => {
        const world = await recorded(caseload, 7);
        for (const moment of (await momentsOf(world)).slice(0, 40)) {
          const { total, states, events } = await populationAt(world.views.query, template, moment);
          expect(sum(states)).toBe(total);
          expect(events['RequestOpened'] ?? 0).toBe(total);
          for (const [state, count] of Object.entries(states)) {
            const { cases } = await listCases(world.views.query, { state }, { limit: 100 }, moment);
            expect(cases).toHaveLength(count);
          }
        }
        await world.views.close();
      }),
      { numRuns: 15 },
    );
  });
});

describe('the list of a past moment', () => {
  it('is the same whether those who were there are looked up or everybody is looked at, page by page', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 3 }), async (caseload, limit) => {
        const { views, events, engine } = await recorded(caseload, 7);
        for (const moment of (await momentsOf({ views, events, engine })).slice(0, 30)) {
          for (const asked of [{}, { state: 'open' }, { state: 'closed.granted' }, { outcome: 'DECLINED' }]) {
            if (moment === undefined) continue;
            const lists = [0, 2, 1000].map(async (few) => {
              const all = { few, limit: 100 };
              const rows = await casesThen(views.query, { filter: asked, words: undefined }, all, moment);
              return rows.map((row) => [row.reference, row.leaf, row.revision]);
            });
            const [walked, ...found] = await Promise.all(lists);
            const searched = await listCases(views.query, { ...asked, search: 'R-1' }, { limit: 9 }, moment);
            expect(searched.cases.map(({ reference }) => reference)).toEqual(
              walked?.map(([reference]) => reference).filter((reference) => reference === 'R-1'),
            );
            for (const list of found) expect(list).toEqual(walked);
            const order = { by: 'reference', descending: true } as const;
            const page = await listCases(views.query, asked, { limit, order }, moment);
            const rest =
              page.next &&
              (await listCases(views.query, asked, { limit: 100, order, after: page.next }, moment));
            const shown = [...page.cases, ...(rest?.cases ?? [])].map(({ reference }) => reference);
            expect(shown).toEqual(walked?.map(([reference]) => reference).reverse());
          }
        }
        await views.close();
      }),
      { numRuns: 8 },
    );
  });
});

describe('series and flows', () => {
  const caseload: readonly Step[] = [
    { person: 1, command: 'note', recordedAfter: 0, lateBy: 0 },
    { person: 2, command: 'grant', recordedAfter: 60, lateBy: 0 },
    { person: 1, command: 'decline', recordedAfter: 24 * 60, lateBy: 0 },
  ];

  it('count the end of each day', async () => {
    const { views } = await recorded(caseload, 100);
    const series = await populationSeries(views.query, template, {
      from: '2025-02-28',
      to: '2025-03-02',
      clock: 'occurred',
    });
    expect(series.map(({ day, total, states }) => [day, total, states['open'], states['closed']])).toEqual([
      ['2025-02-28', 0, 0, 0],
      ['2025-03-01', 2, 1, 1],
      ['2025-03-02', 2, 0, 2],
    ]);
  });

  it.each(['occurred', 'recorded'] as const)(
    'are what each day is for itself, in the %s clock',
    async (clock) => {
      const { views } = await recorded(caseload, 2);
      const series = await populationSeries(views.query, template, {
        from: '2025-02-27',
        to: '2025-03-04',
        clock,
      });
      expect(series).toHaveLength(6);
      for (const { day, ...population } of series) {
        const moment = { at: `${day}T23:59:59.999Z`, clock };
        expect(population).toEqual(await populationAt(views.query, template, moment));
      }
    },
  );

  it('say where those who are somewhere now were before', async () => {
    const { views } = await recorded(caseload, 100);
    const flows = await populationFlows(views.query, template, {
      from: '2025-03-01T08:30:00.000Z',
      to: '2025-03-03T00:00:00.000Z',
      clock: 'occurred',
    });
    expect(flows).toEqual([
      { from: null, to: 'closed.granted', count: 1 },
      { from: 'open', to: 'closed.declined', count: 1 },
    ]);
  });

  it('say of everybody where he was, between any two moments, in both clocks', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (caseload) => {
        const world = await recorded(caseload, 7);
        const moments = (await momentsOf(world)).flatMap((moment) => moment ?? []);
        for (const [index, { at: from, clock }] of moments.entries()) {
          for (const { at: to } of moments.slice(index, index + 12)) {
            if (to < from) continue;
            const flows = await populationFlows(world.views.query, template, { from, to, clock });
            expect(new Set(flows)).toEqual(new Set(await countedFlows(world, { from, to, clock })));
          }
        }
        await world.views.close();
      }),
      { numRuns: 5 },
    );
  });
});
