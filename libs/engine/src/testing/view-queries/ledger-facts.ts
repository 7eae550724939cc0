import { describe, expect, it } from '@jest/globals';
import { compareText, readTags } from '@safeconduct/workflow';
import fc from 'fast-check';
import type { Moment } from '../../moment.js';
import type { RecordedEvent } from '../../ports/event-store.js';
import type { PastCaseFilter } from '../../ports/view-queries.js';
import type { Flow, FlowQuery } from '../../ports/ledger-queries.js';
import type { Population, PopulationRequest } from '../../queries/population.js';
import { testReader } from '../test-reader.js';
import { isTotalOf, questionsFor, type ViewQueriesAdapter } from './adapter.js';
import {
  askedTags,
  isLate,
  isTagged,
  momentsOf,
  past,
  recorded,
  steps,
  stretches,
  timedEvents,
  type Step,
  type World,
} from './made-caseload.js';
import { leavesOf } from './naive-list.js';
import { tagged } from './tagged-template.js';
import { isSealed } from '../../events/metadata.js';
import { closedData } from '../../sealing/sealed-data.js';

/** The same figures by reading every event, without any view. */
async function counted(
  world: World,
  { moment, since, tags }: PopulationRequest,
): Promise<Pick<Population, 'total' | 'persons' | 'leaves' | 'events' | 'outcomes' | 'tags'>> {
  const last = new Map<string, RecordedEvent>();
  const types: Record<string, number> = {};
  for (const { event, ...times } of await timedEvents(world)) {
    if (moment !== undefined && times[moment.clock] > moment.at) continue;
    if (!isLate(event)) last.set(event.stream, event);
    const isCounted = since === undefined || times[since.clock] >= since.at;
    if (isCounted && isTagged(event, tags)) types[event.type] = (types[event.type] ?? 0) + 1;
  }
  const chosen = [...last.values()].filter((event) => isTagged(event, tags)).map(({ metadata }) => metadata);
  const tagOf = (name: string) => chosen.map((metadata) => readTags(metadata['tags'] ?? '')[name]);
  return {
    total: chosen.length,
    persons: chosen.filter((metadata) => metadata['outcome'] !== 'DECLINED').length,
    leaves: tally(chosen.map((metadata) => metadata['state'])),
    outcomes: tally(chosen.map((metadata) => metadata['outcome'])),
    tags: { notes: tally(tagOf('notes')), answer: tally(tagOf('answer')) },
    events: types,
  };
}

/** The flows by reading every event, without any view. */
async function countedFlows(
  world: World,
  { from, to, clock, tags }: Omit<FlowQuery, 'workflow'>,
): Promise<readonly Flow[]> {
  const [before, after] = [new Map<string, string>(), new Map<string, RecordedEvent>()];
  for (const { event, [clock]: at } of await timedEvents(world)) {
    if (isLate(event)) continue;
    if (at <= from) before.set(event.stream, event.metadata['state'] ?? '');
    if (at <= to) after.set(event.stream, event);
  }
  const ways = [...after]
    .filter(([, event]) => isTagged(event, tags))
    .map(([stream, { metadata }]) => JSON.stringify([before.get(stream) ?? null, metadata['state']]));
  return [...Map.groupBy(ways, (way) => way)].map(([way, all]) => {
    const [was, is] = JSON.parse(way) as [string | null, string];
    return { from: was, to: is, count: all.length };
  });
}

function tally(values: readonly (string | undefined)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) if (value !== undefined) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

const sum = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((total, one) => total + one, 0);

/** Figures, series and flows, judged by reading every event. */
export function ledgerFacts(adapter: ViewQueriesAdapter): void {
  figureFacts(adapter);
  seriesAndFlowFacts(adapter);
}

function figureFacts(adapter: ViewQueriesAdapter): void {
  describe('the ledger', () => {
    it('is what a count of all events gives, at every moment, in both clocks', async () => {
      await fc.assert(
        fc.asyncProperty(steps, fc.integer({ min: 1, max: 40 }), async (caseload, batchSize) => {
          const world = await recorded(adapter, caseload, batchSize);
          const { queries } = world.engine;
          const moments = await momentsOf(world);
          for (const [index, moment] of moments.entries()) {
            const [tags, since] = [askedTags[index % askedTags.length], moments[index - (index % 7)]];
            const isEarlier = since !== undefined && (moment?.clock ?? since.clock) === since.clock;
            for (const asked of [{ moment }, { moment, tags, ...(isEarlier && { since }) }]) {
              const found = await queries.population(testReader, { workflow: tagged, ...asked });
              const { events, ...figures } = await counted(world, asked);
              expect(found).toMatchObject(figures);
              expect(found.events).toEqual(events);
            }
          }
          await world.views.close();
        }),
        { numRuns: questionsFor(adapter, 25) },
      );
    });

    it('adds up to the persons entered, and to the list of that moment', async () => {
      await fc.assert(
        fc.asyncProperty(steps, async (caseload) => {
          const world = await recorded(adapter, caseload, 7);
          const { queries } = world.engine;
          for (const moment of (await momentsOf(world)).slice(0, 40)) {
            const asked = { workflow: tagged, moment };
            const { total, states, events } = await queries.population(testReader, asked);
            expect(sum(states)).toBe(total);
            expect(events['RequestOpened'] ?? 0).toBe(total);
            for (const [state, count] of Object.entries(states)) {
              const list = { search: { states: [state] }, limit: 100, moment };
              const page = await queries.listCases(testReader, list);
              expect(page.cases).toHaveLength(count);
              expect(page.total).toEqual({ value: count, relation: 'eq' });
            }
          }
          await world.views.close();
        }),
        { numRuns: questionsFor(adapter, 15) },
      );
    });
  });
}

/** The cases of a past moment by reading every event: reference, state and revision of each, by reference. */
async function countedList(
  world: World,
  filter: PastCaseFilter,
  { at, clock }: Moment,
): Promise<readonly (readonly [string, string, number])[]> {
  const references = new Map<string, string>();
  const revisions = new Map<string, number>();
  const last = new Map<string, RecordedEvent>();
  for (const { event, ...times } of await timedEvents(world)) {
    if (event.revision === 0n) {
      const data: unknown = isSealed(event.metadata) ? closedData(event.data) : JSON.parse(event.data);
      references.set(event.stream, (data as { readonly requestNo: string }).requestNo);
    }
    if (times[clock] > at) continue;
    revisions.set(event.stream, Number(event.revision));
    if (!isLate(event)) last.set(event.stream, event);
  }
  const since = new Map((await stretches(world)).map((stretch) => [stretch.event.position, stretch.since]));
  const isInPeriod = (at: string) =>
    (filter.sinceFrom === undefined || at >= filter.sinceFrom) &&
    (filter.sinceBefore === undefined || at < filter.sinceBefore);
  return [...last.values()]
    .map((event) => ({ event, state: event.metadata['state'] ?? '' }))
    .filter(
      ({ event, state }) =>
        (filter.states === undefined ||
          filter.states.some((one) => state === one || state.startsWith(`${one}.`))) &&
        (filter.leaves === undefined || filter.leaves['template']?.includes(state) === true) &&
        (filter.outcome === undefined || event.metadata['outcome'] === filter.outcome) &&
        isInPeriod(since.get(event.position) ?? '') &&
        isTagged(event, filter.tags),
    )
    .map(
      ({ event: { stream }, state }) =>
        [references.get(stream) ?? '', state, revisions.get(stream) ?? 0] as const,
    )
    .sort(([left], [right]) => compareText(left, right));
}

const pastFilters: readonly PastCaseFilter[] = [
  {},
  { states: ['open'] },
  { states: ['closed.granted'] },
  { leaves: { template: ['closed.granted', 'closed.declined'] } },
  { leaves: { template: ['open'], another: ['closed.granted'] }, outcome: 'GRANTED' },
  { leaves: { another: ['open'] } },
  { states: ['open', 'closed.declined'] },
  { outcome: 'DECLINED' },
  { sinceFrom: '2025-03-01T10:00:00.000Z' },
  { states: ['open'], sinceFrom: '2025-03-01T08:30:00.000Z', sinceBefore: '2025-03-01T20:00:00.000Z' },
  { tags: { notes: ['SOME'] } },
  { states: ['closed'], outcome: 'GRANTED', tags: { answer: ['NO', 'YES'], notes: ['NONE'] } },
];

/** Lists of past moments, judged by reading every event. */
export function pastListFacts(adapter: ViewQueriesAdapter): void {
  describe('the list of a past moment', () => {
    it('is what reading every event says, in both directions, searched, and page by page', async () => {
      await fc.assert(
        fc.asyncProperty(steps, fc.integer({ min: 1, max: 3 }), async (caseload, limit) => {
          const world = await recorded(adapter, caseload, 7);
          const { queries } = world.views;
          for (const moment of past(await momentsOf(world)).slice(0, 30)) {
            for (const filter of pastFilters) {
              const expected = await countedList(world, filter, moment);
              const all = await queries.listCasesAt(moment, { filter, limit: 100 });
              expect(
                all.cases.map(({ reference, state, subState, revision }) => [
                  reference,
                  subState ?? state,
                  revision,
                ]),
              ).toEqual(expected);
              const groups = await queries.caseGroupsAt(moment, { filter });
              expect(leavesOf(groups)).toEqual(expected.map(([, leaf]) => leaf).sort(compareText));
              const references = expected.map(([reference]) => reference);
              const searched = await queries.listCasesAt(moment, {
                filter: { ...filter, words: [{ begins: 'r1', tokens: [] }] },
                limit: 9,
              });
              expect(searched.cases.map(({ reference }) => reference)).toEqual(
                references.filter((reference) => reference === 'R-1'),
              );
              const page = await queries.listCasesAt(moment, { filter, limit, descending: true });
              const after = page.next;
              const rest =
                after && (await queries.listCasesAt(moment, { filter, limit: 100, descending: true, after }));
              const shown = [...page.cases, ...(rest?.cases ?? [])].map(({ reference }) => reference);
              expect(shown).toEqual(references.toReversed());
              for (const { total } of [all, page, ...(rest ? [rest] : [])])
                expect(isTotalOf(adapter, total, expected.length)).toBe(true);
            }
          }
          await world.views.close();
        }),
        { numRuns: questionsFor(adapter, 8) },
      );
    });
  });
}

/** The offset at the end of a day in each zone: whole hours, a half, and one that changes on a day of the period. */
const offsets: Readonly<Record<string, (day: string) => string>> = {
  UTC: () => 'Z',
  'Asia/Baghdad': () => '+03:00',
  'Asia/Kolkata': () => '+05:30',
  'America/New_York': (day) => (day < '2025-03-09' ? '-05:00' : '-04:00'),
};

function seriesAndFlowFacts(adapter: ViewQueriesAdapter): void {
  describe('series and flows', () => {
    const caseload: readonly Step[] = [
      { person: 1, command: 'note', recordedAfter: 0, lateBy: 0 },
      { person: 2, command: 'grant', recordedAfter: 60, lateBy: 0 },
      { person: 1, command: 'decline', recordedAfter: 24 * 60, lateBy: 0 },
    ];

    it('count the end of each day', async () => {
      const { engine, views } = await recorded(adapter, caseload, 100);
      const days = { from: '2025-02-28', to: '2025-03-02', clock: 'occurred' } as const;
      const series = await engine.queries.populationSeries(testReader, { ...days, workflow: tagged });
      expect(series.map(({ day, total, states }) => [day, total, states['open'], states['closed']])).toEqual([
        ['2025-02-28', 0, 0, 0],
        ['2025-03-01', 2, 1, 1],
        ['2025-03-02', 2, 0, 2],
      ]);
      await views.close();
    });

    it.each(['occurred', 'recorded'] as const)(
      'are what each day is for itself, in the %s clock and in any time zone',
      async (clock) => {
        const { engine, views } = await recorded(adapter, caseload, 2);
        const days = { from: '2025-02-27', to: '2025-03-10', clock, workflow: tagged };
        for (const [zone, offsetOn] of Object.entries(offsets)) {
          const series = await engine.queries.populationSeries(testReader, { ...days, zone });
          expect(series).toHaveLength(12);
          for (const { day, ...population } of series) {
            const at = new Date(`${day}T23:59:59.999${offsetOn(day)}`).toISOString();
            const asked = { workflow: tagged, moment: { at, clock } };
            expect(population).toEqual(await engine.queries.population(testReader, asked));
          }
        }
        await views.close();
      },
    );

    it('count days in the zone of the workflow', async () => {
      const { engine, views } = await recorded(adapter, caseload, 2);
      const days = { from: '2025-03-01', to: '2025-03-02', clock: 'occurred' } as const;
      const series = (of: object) =>
        engine.queries.populationSeries(testReader, { ...days, workflow: { ...tagged, ...of } });
      const [first] = await series({ zone: 'Pacific/Kiritimati' });
      // Fourteen hours ahead: that day ends there at ten in the morning, UTC.
      expect([first?.day, first?.asOf, first?.total]).toEqual(['2025-03-01', '2025-03-01T09:59:59.999Z', 2]);
      expect(await series({})).toEqual(await series({ zone: 'Etc/UTC' }));
      await views.close();
    });

    it('say where those who are somewhere now were before', async () => {
      const { engine, views } = await recorded(adapter, caseload, 100);
      const period = {
        from: '2025-03-01T08:30:00.000Z',
        to: '2025-03-03T00:00:00.000Z',
        clock: 'occurred',
      } as const;
      const { flows } = await engine.queries.populationFlows(testReader, { ...period, workflow: tagged });
      expect(flows).toEqual([
        { from: null, to: 'closed.granted', count: 1 },
        { from: 'open', to: 'closed.declined', count: 1 },
      ]);
      await views.close();
    });

    it('say of every case where it was, between any two moments, in both clocks', async () => {
      await fc.assert(
        fc.asyncProperty(steps, async (caseload) => {
          const world = await recorded(adapter, caseload, 7);
          const moments = past(await momentsOf(world));
          for (const [index, { at: from, clock }] of moments.entries()) {
            for (const { at: to } of moments.slice(index, index + 12)) {
              if (to < from) continue;
              const query = { from, to, clock, tags: askedTags[index % askedTags.length] };
              const flows = await world.views.queries.flows({ ...query, workflow: 'template' });
              expect(new Set(flows)).toEqual(new Set(await countedFlows(world, query)));
            }
          }
          await world.views.close();
        }),
        { numRuns: questionsFor(adapter, 5) },
      );
    });

    it('lead to the lists of those who went each way, in both clocks', async () => {
      await fc.assert(
        fc.asyncProperty(steps, async (caseload) => {
          const world = await recorded(adapter, caseload, 7);
          const { queries } = world.engine;
          const moments = past(await momentsOf(world));
          for (const [index, { at: earlier, clock }] of moments.entries()) {
            for (const { at } of moments.slice(index, index + 4)) {
              if (at < earlier) continue;
              const period = { from: earlier, to: at, clock, workflow: tagged };
              for (const { from, to, count } of (await queries.populationFlows(testReader, period)).flows) {
                const list = {
                  ...{ search: { states: [to] }, limit: 100, moment: { at, clock } },
                  earlier: { at: earlier, state: from, workflow: tagged.name },
                };
                const page = await queries.listCases(testReader, list);
                expect([page.cases.length, page.total]).toEqual([count, { value: count, relation: 'eq' }]);
                const first = await queries.listCases(testReader, { ...list, limit: 1 });
                expect(first.total).toEqual({ value: count, relation: 'eq' });
              }
            }
          }
          await world.views.close();
        }),
        { numRuns: questionsFor(adapter, 3) },
      );
    });
  });
}
