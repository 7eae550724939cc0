import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import {
  chartOf,
  commandsOf,
  compileChart,
  defineWorkflow,
  evolveOf,
  type Chart,
  type EventOf,
} from './index.js';
import { foldOf } from './fold.js';
import { judgeChart } from './testing/index.js';
import { luggage } from './testing/luggage/index.js';

const Step = z.strictObject({ n: z.number() });
const events = {
  Opened: z.strictObject({ key: z.string() }),
  Red: Step,
  Blue: Step,
  Green: Step,
  Gone: Step,
};
type Events = typeof events;

interface Facts {
  readonly sum: number;
  readonly seen: readonly string[];
}

const chart = chartOf<Facts, Events>();
const evenSum = { name: 'even sum', test: ({ sum }: Facts) => sum % 2 === 0 };
const manySeen = { name: 'many seen', test: ({ seen }: Facts) => seen.length > 3 };
const positive = { name: 'positive', test: (_facts: Facts, { n }: { n: number }) => n > 0 };

const examples: readonly EventOf<Events>[] = [
  { type: 'Opened', data: { key: 'k' } },
  ...(['Red', 'Blue', 'Green', 'Gone'] as const).flatMap((type) =>
    [-1, 2].map((n) => ({ type, data: { n } })),
  ),
];

const leaf = { end: true };

const charts: readonly (readonly [string, Chart<Facts, Events>])[] = [
  [
    'nested states with events in the parents and at the top',
    chart({
      initial: 'a',
      on: { Gone: 'c' },
      states: {
        a: {
          initial: 'b',
          on: { Blue: 'c', Green: 'a.d' },
          states: { b: { initial: 'x', states: { x: { on: { Red: 'a.b.y' } }, y: {} } }, d: {} },
        },
        c: { end: true, on: { Red: 'a.b.y' } },
      },
    }),
  ],
  [
    'guards that fall through to the parent, and from there to the top',
    chart({
      initial: 'a',
      on: { Red: 'c' },
      states: {
        a: {
          initial: 'b',
          on: {
            Red: [{ guard: evenSum, target: 'd' }],
            Blue: [{ guard: positive, target: 'c' }, { target: 'd' }],
          },
          states: {
            b: { on: { Red: [{ guard: positive, target: 'a.e' }], Blue: { guard: manySeen } } },
            e: {},
          },
        },
        c: { on: { Green: 'a' }, ...leaf },
        d: { on: { Green: 'a.e' }, ...leaf },
      },
    }),
  ],
  [
    'transitions without a target, alone, guarded, and over one of the parent',
    chart({
      initial: 'a',
      states: {
        a: {
          initial: 'b',
          on: { Red: 'c', Blue: {}, Green: 'c' },
          states: {
            b: { on: { Red: {}, Blue: [{ guard: positive, target: 'a.d' }], Green: { guard: evenSum } } },
            d: {},
          },
        },
        c: { on: { Gone: [{ guard: manySeen }, { guard: positive, target: 'a' }] }, ...leaf },
      },
    }),
  ],
  [
    'targets that are the state itself, its parent and the parent of that',
    chart({
      initial: 'a',
      states: {
        a: {
          initial: 'b',
          states: {
            b: {
              initial: 'x',
              on: { Green: 'a.b' },
              states: { x: { on: { Red: 'a.b.x', Gone: 'a.b.y' } }, y: { on: { Blue: 'a.b', Red: 'a' } } },
            },
            d: { on: { Red: 'a.d', Blue: 'a' } },
          },
          on: { Gone: 'a.d' },
        },
      },
    }),
  ],
  [
    'several guards in a row, on the facts and on the event',
    chart({
      initial: 'a',
      states: {
        a: {
          on: {
            Red: [{ guard: manySeen, target: 'c' }, { guard: evenSum, target: 'b' }, { guard: positive }],
            Blue: {},
          },
        },
        b: {
          on: {
            Red: [
              { guard: positive, target: 'a' },
              { guard: evenSum, target: 'c' },
            ],
            Green: 'a',
          },
        },
        c: { on: { Gone: 'b' }, ...leaf },
      },
    }),
  ],
];

const define = (given: Chart<Facts, Events>) =>
  defineWorkflow({
    name: 'judged',
    version: 1,
    roles: ['clerk'],
    events,
    initialFacts: { sum: 0, seen: [] },
    evolve: {
      Red: ({ sum, seen }, { n }) => ({ sum: sum + n, seen: [...seen, 'red'] }),
      Blue: ({ sum, seen }) => ({ sum, seen: [...seen, 'blue'] }),
    },
    chart: given,
    commands: {
      Open: commandsOf<Facts, Events, 'clerk'>()({
        input: events.Opened,
        opens: 'key',
        roles: ['clerk'],
        guards: [],
        yields: ['Opened'],
      }),
    },
    deadlines: {},
    summary: () => ({}),
    subject: {},
    texts: luggage.texts,
  });

describe('the compiled chart', () => {
  it.each(charts)('agrees with XState in every verdict and in random histories: %s', (_name, given) => {
    const workflow = define(given);
    const { verdicts, visited } = judgeChart(workflow, examples, { histories: 10_000 / charts.length });
    expect(verdicts).toBeGreaterThanOrEqual(workflow.chart.leaves.length * Object.keys(events).length);
    expect([...visited].sort()).toEqual([...workflow.chart.leaves].sort());
  });
});

describe('judgeChart', () => {
  const [, [, given]] = charts as [unknown, (typeof charts)[number]];
  const sound = define(given);

  it('finds a table that leads elsewhere, with state and event', () => {
    const broken = { ...sound, chart: { ...sound.chart, candidates: () => [] } };
    expect(() => judgeChart(broken, examples)).toThrow(
      'Red in a.b, of whose guards 0 hold: the table says refused, XState says c',
    );
  });

  it('finds guards in the wrong order', () => {
    const candidates = (state: string, type: string) => sound.chart.candidates(state, type).toReversed();
    expect(() => judgeChart({ ...sound, chart: { ...sound.chart, candidates } }, examples)).toThrow(
      'the table says c, XState says a.e',
    );
  });

  it('finds a fold whose facts differ, with the history and a seed', () => {
    const evolve = evolveOf(sound.source);
    const fold = foldOf(compileChart(given), new Set(['Opened']), (facts, event) =>
      event.type === 'Red' ? facts : evolve(facts, event),
    );
    expect(() => judgeChart({ ...sound, fold }, examples, { seed: 7 })).toThrow(
      /seed: 7[\s\S]*Opened, Red: the fold says .*"sum":0.*, XState says .*"sum":(-1|2)/,
    );
  });

  it('asks for an example of the opening event', () => {
    expect(() => judgeChart(sound, [])).toThrow('give an example of Opened');
  });
});
