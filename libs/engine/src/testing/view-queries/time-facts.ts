import { describe, expect, it } from '@jest/globals';
import { compareText } from '@safeconduct/workflow';
import fc from 'fast-check';
import { caseStream } from '../../events/streams.js';
import { ageDays, type AgesRequest, type MovesRequest } from '../../queries/state-times.js';
import { testReader } from '../test-reader.js';
import { questionsFor, type ViewQueriesAdapter } from './adapter.js';
import {
  askedTags,
  isTagged,
  momentsOf,
  past,
  recorded,
  steps,
  stretches,
  type Stretch,
  type World,
} from './made-caseload.js';
import { tagged } from './tagged-template.js';

const [hour, day] = [3_600_000, 86_400_000];

function hoursBetween(since: string, until: string): number {
  const lasted = Math.max(0, Date.parse(until) - Date.parse(since));
  return lasted < 7 * day ? Math.floor(lasted / hour) : Math.floor(lasted / day) * 24;
}

const timesOf = (hours: readonly number[]) => {
  const sorted = hours.toSorted((one, other) => one - other);
  return {
    count: hours.length,
    medianHours: sorted[Math.ceil(sorted.length / 2) - 1],
    longestHours: sorted.at(-1),
  };
};

async function countedAges(world: World, { moment: { at, clock }, tags }: AgesRequest) {
  const last = new Map<string, Stretch>();
  for (const stretch of await stretches(world))
    if (stretch.times[clock] <= at) last.set(stretch.event.stream, stretch);
  const chosen = [...last.values()].filter(({ event }) => isTagged(event, tags));
  const placed = chosen.flatMap((stretch) => [
    ...(stretch.state.includes('.') ? [{ ...stretch, state: stretch.state.split('.')[0] ?? '' }] : []),
    stretch,
  ]);
  return [...Map.groupBy(placed, ({ state }) => state)]
    .sort(([one], [other]) => compareText(one, other))
    .map(([state, cases]) => {
      const days = cases.map(({ since }) => Math.max(0, Date.parse(at) - Date.parse(since)) / day);
      const ages = [0, ...ageDays].map((from, part) => {
        const to = ageDays[part] ?? Infinity;
        return days.filter((one) => one >= from && one < to).length;
      });
      return { state, ages, ...timesOf(cases.map(({ since }) => hoursBetween(since, at))) };
    });
}

/** Every move of a period, by its way. */
async function movesIn(world: World, { from, to, clock, tags }: MovesRequest) {
  const moves = (await stretches(world)).flatMap(({ event, times, state, before }) => {
    const isAsked = times[clock] > from && times[clock] <= to && isTagged(event, tags);
    if (!isAsked || before === undefined || before.state === state) return [];
    const hours = hoursBetween(before.since, times.occurred);
    return [{ way: [before.state, state], hours, stream: event.stream }];
  });
  return Map.groupBy(moves, ({ way }) => way.join('|'));
}

async function countedMoves(world: World, asked: MovesRequest) {
  return [...(await movesIn(world, asked))].map(([way, all]) => {
    const [left, reached] = way.split('|');
    return { from: left, to: reached, ...timesOf(all.map(({ hours }) => hours)) };
  });
}

const casesIn = (values: readonly { readonly count: number }[]): number =>
  values.reduce((sum, { count }) => sum + count, 0);

/** For how long cases are in their states, and after how long they left them, judged by reading every event. */
export function timeFacts(adapter: ViewQueriesAdapter): void {
  describe('times in states', () => {
    it('are what every event says, at every moment, in both clocks', async () => {
      await fc.assert(
        fc.asyncProperty(steps, async (caseload) => {
          const world = await recorded(adapter, caseload, 7);
          const { queries } = world.engine;
          for (const [index, moment] of past(await momentsOf(world)).entries()) {
            const asked = { moment, tags: askedTags[index % askedTags.length] };
            const { roundedTo, rows } = await queries.populationAges(testReader, {
              ...asked,
              workflow: tagged,
            });
            expect(roundedTo).toBeNull();
            expect(rows).toEqual(await countedAges(world, asked));
          }
          await world.views.close();
        }),
        { numRuns: questionsFor(adapter, 8) },
      );
    });

    it('are what the cases that left a state had, in every period, in both clocks', async () => {
      await fc.assert(
        fc.asyncProperty(steps, async (caseload) => {
          const world = await recorded(adapter, caseload, 7);
          const { queries } = world.engine;
          const moments = past(await momentsOf(world));
          for (const [index, { at: from, clock }] of moments.entries()) {
            for (const { at: to } of moments.slice(index, index + 9)) {
              if (to < from) continue;
              const asked = { from, to, clock, tags: askedTags[index % askedTags.length] };
              const { rows } = await queries.populationMoves(testReader, { ...asked, workflow: tagged });
              expect(new Set(rows)).toEqual(new Set(await countedMoves(world, asked)));
            }
          }
          await world.views.close();
        }),
        { numRuns: questionsFor(adapter, 5) },
      );
    });

    it('lead to the lists of the cases that left a state, each once, in both clocks', async () => {
      await fc.assert(
        fc.asyncProperty(steps, async (caseload) => {
          const world = await recorded(adapter, caseload, 7);
          const moments = past(await momentsOf(world));
          for (const [index, { at: after, clock }] of moments.entries()) {
            for (const { at } of moments.slice(index, index + 4)) {
              if (at < after) continue;
              for (const [way, moves] of await movesIn(world, { from: after, to: at, clock })) {
                const [from = '', to = ''] = way.split('|');
                const moved = { workflow: tagged.name, after, from, to };
                const list = { search: {}, limit: 100, moment: { at, clock }, moved };
                const page = await world.engine.queries.listCases(testReader, list);
                const streams = new Set(moves.map(({ stream }) => stream));
                expect(new Set(page.cases.map(({ caseId }) => caseStream(caseId)))).toEqual(streams);
                const first = await world.engine.queries.listCases(testReader, { ...list, limit: 1 });
                expect(first.total).toEqual({ value: streams.size, relation: 'eq' });
                const facets = await world.engine.queries.caseFacets(testReader, list);
                expect([casesIn(facets.open), facets.assignees]).toEqual([streams.size, []]);
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
