import {
  compareText,
  epochMsOf,
  instantOf,
  readTags,
  type Instant,
  type Workflow,
} from '@safeconduct/workflow';
import type { ClockName, Moment } from '../moment.js';
import type { AskedTags, ViewQueries } from '../ports/view-queries.js';
import type { LedgerCounters } from '../ports/ledger-queries.js';
import { hasTags, isInFilter, readCaseCell } from '../projections/case-cell.js';
import { daysBetween, partOf, type DayIn } from './days.js';

/**
 * How many cases are in each state, facility and outcome, and have which tags. Every figure but `events` is a sum over the
 * same cells, so they always add up to `total`.
 */
export interface Population {
  /** The moment asked for; null for now. */
  readonly asOf: Instant | null;
  readonly clock: ClockName;
  /** Only cases at this place are counted; null for all. */
  readonly place: string | null;
  /** The number of which figures are multiples; null where they are exact. Rounded figures do not add up exactly. */
  readonly roundedTo: number | null;
  /** The tags whose figures are rounded, also where the others are exact. */
  readonly roundedTags: readonly string[];
  readonly total: number;
  /** The total without cases whose outcome says that they are no person. */
  readonly persons: number;
  /** Every top-level state of the workflow, also those without cases. */
  readonly states: Counts;
  /** `camped.returning`: the second level of the states that have one. */
  readonly subStates: Counts;
  /** The innermost states. */
  readonly leaves: Counts;
  readonly places: Counts;
  readonly outcomes: Counts;
  /** By tag: how many cases have each of its codes. Every tag of the workflow, also one that no case has. */
  readonly tags: Readonly<Record<string, Counts>>;
  /** Since when events are counted; null for the beginning. */
  readonly since: Instant | null;
  /** How often each event was recorded up to then. */
  readonly events: Counts;
}

/** Which figures are asked for. */
export interface PopulationRequest {
  /** Left out: now. */
  readonly moment?: Moment | undefined;
  /** Counts the events of this moment and of later ones, in the clock of `moment`; none when it is later. Left out: all. */
  readonly since?: Moment | undefined;
  /** Only cases at this place. No event is counted then, because the ledger counts events without a place. */
  readonly place?: string | undefined;
  readonly measures?: Measures | undefined;
  /** Only cases with one of these codes of each tag; `events` are counted by the tags that the case had after them. */
  readonly tags?: AskedTags | undefined;
}

export type Counts = Readonly<Record<string, number>>;

/** The ledger at the end of a day. */
export type PopulationOfDay = Population & { readonly day: string };

/** Days such as `2024-12-07`, both included. */
export interface SeriesPeriod {
  readonly from: string;
  readonly to: string;
  readonly clock: ClockName;
  /** The time zone of the days; left out: that of the workflow. */
  readonly zone?: string | undefined;
  readonly place?: string | undefined;
  readonly measures?: Measures | undefined;
  readonly tags?: AskedTags | undefined;
}

/** One thing that is counted, and how often. */
export interface CountedCell {
  /** Tells it apart from all others. */
  readonly key: string;
  readonly count: number;
}

/** How a figure is made of what it counts. */
export interface Measure {
  /** The number that every figure is a multiple of; null where figures are exact. */
  readonly roundedTo: number | null;
  readonly figureOf: (cells: readonly CountedCell[]) => number;
}

/** How figures are made; left out: as they are. */
export interface Measures {
  readonly of: Measure;
  /** Some tags have a measure of their own. */
  readonly ofTags?: { readonly names: readonly string[]; readonly of: Measure } | undefined;
}

export const sumOf = (cells: readonly CountedCell[]): number =>
  cells.reduce((total, { count }) => total + count, 0);

/** Figures as they are. */
export const exact: Measures = { of: { roundedTo: null, figureOf: sumOf } };

type Ledger = Pick<ViewQueries, 'ledger' | 'ledgerChanges'>;

/** The ledger now, or at a past moment in either clock. */
export async function populationAt(
  views: Ledger,
  workflow: Workflow,
  asked: PopulationRequest = {},
): Promise<Population> {
  const { name } = workflow;
  const { moment, since } = asked;
  const { cells, events } = await views.ledger({ workflow: name, moment });
  if (since !== undefined) {
    const before = await views.ledger({ workflow: name, moment: justBefore(since, moment) });
    for (const [counter, count] of before.events) addTo(events, counter, -count);
  }
  return populationOf(workflow, { cells, events }, asked);
}

/** The moment before one that is not later than the figures themselves. */
const justBefore = ({ at, clock }: Moment, last: Moment | undefined): Moment =>
  last !== undefined && at > last.at ? { at: last.at, clock } : { at: instantOf(epochMsOf(at) - 1), clock };

/** The ledger at the end of each day of a period. At most 3,660 days. */
export async function populationSeries(
  views: Ledger,
  workflow: Workflow,
  { from, to, clock, zone = workflow.zone, ...narrowed }: SeriesPeriod,
): Promise<readonly PopulationOfDay[]> {
  const days = daysBetween(from, to, zone).map((one) => {
    const moment = { at: instantOf(epochMsOf(one.ends) - 1), clock };
    return { ...one, asked: { ...narrowed, moment } };
  });
  if (clock === 'occurred') return seriesByChanges(views, workflow, days);
  const series: PopulationOfDay[] = [];
  for (const { day, asked } of days) series.push({ day, ...(await populationAt(views, workflow, asked)) });
  return series;
}

/** A day, and what is asked of its end. */
interface AskedDay extends DayIn {
  readonly asked: PopulationRequest & { readonly moment: Moment };
}

/** In the clock whose spans are lengths of time, each day is computed from the day before and the changes. */
async function seriesByChanges(
  views: Ledger,
  workflow: Workflow,
  days: readonly AskedDay[],
): Promise<readonly PopulationOfDay[]> {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { name } = workflow;
  const counters = await views.ledger({ workflow: name, moment: first.asked.moment });
  const period = { part: partOf(days), from: first.ends, to: last.ends };
  const changes = await views.ledgerChanges({ workflow: name, ...period });
  const inOrder = changes.toSorted((left, right) => compareText(left.begins, right.begins));
  let next = 0;
  return days.map(({ day, ends, asked }) => {
    for (let change = inOrder[next]; change !== undefined && change.begins < ends; change = inOrder[next]) {
      addTo(change.kind === 'cell' ? counters.cells : counters.events, change.counter, change.change);
      next += 1;
    }
    return { day, ...populationOf(workflow, counters, asked) };
  });
}

function populationOf(
  workflow: Workflow,
  { cells, events }: LedgerCounters,
  { moment, since, place, tags: asked, measures = exact }: PopulationRequest,
): Population {
  const { chart, tags: lists = {}, notPersons = [] } = workflow.source;
  const counted = [...cells]
    .filter(([, count]) => count !== 0)
    .map(([key, count]) => ({ ...readCaseCell(key), key, count }))
    .filter((cell) => isInFilter(cell, { place, tags: asked }))
    .map((cell) => ({ ...cell, tags: readTags(cell.tags) }));
  const { of: measure, ofTags } = measures;
  const tally = tallyBy(measure);
  const tallyOfTag = (tag: string) => (ofTags?.names.includes(tag) === true ? tallyBy(ofTags.of) : tally);
  return {
    asOf: moment?.at ?? null,
    clock: moment?.clock ?? 'occurred',
    place: place ?? null,
    roundedTo: measure.roundedTo,
    roundedTags: measure.roundedTo === null ? (ofTags?.names ?? []) : Object.keys(lists),
    total: measure.figureOf(counted),
    persons: measure.figureOf(counted.filter(({ outcome }) => !notPersons.includes(outcome))),
    states: tally(counted, ({ leaf }) => prefix(leaf, 1), Object.keys(chart.states ?? {})),
    subStates: tally(counted, ({ leaf }) => (leaf.includes('.') ? prefix(leaf, 2) : '')),
    leaves: tally(counted, ({ leaf }) => leaf),
    places: tally(counted, ({ place }) => place),
    outcomes: tally(counted, ({ outcome }) => outcome),
    tags: Object.fromEntries(
      Object.keys(lists).map((name) => [name, tallyOfTag(name)(counted, ({ tags }) => tags[name] ?? '')]),
    ),
    since: since?.at ?? null,
    events: place === undefined ? tally(countedEvents(events, asked), ({ type }) => type) : {},
  };
}

const countedEvents = (events: LedgerCounters['events'], asked: AskedTags | undefined) =>
  [...events]
    .filter(([, count]) => count !== 0)
    .map(([key, count]) => {
      const [type = '', tags = ''] = key.split('|', 2);
      return { key, count, type, tags };
    })
    .filter(({ tags }) => hasTags(tags, asked));

/** One figure for each name that something counted has; those of 0 only where they are always listed. */
const tallyBy =
  ({ figureOf }: Measure) =>
  <Cell extends CountedCell>(
    cells: readonly Cell[],
    nameOf: (cell: Cell) => string,
    always: readonly string[] = [],
  ): Counts => {
    const groups = new Map<string, Cell[]>(always.map((name) => [name, []]));
    for (const cell of cells) {
      const name = nameOf(cell);
      const group = groups.get(name);
      if (group !== undefined) group.push(cell);
      else if (name !== '') groups.set(name, [cell]);
    }
    const counts = [...groups].map(([name, group]) => [name, figureOf(group)] as const);
    const listed = counts.filter(([name, count]) => count !== 0 || always.includes(name));
    return Object.fromEntries(always.length === 0 ? listed.sort(byName) : listed);
  };

const addTo = (counts: Map<string, number>, name: string, change: number): void => {
  counts.set(name, (counts.get(name) ?? 0) + change);
};

const prefix = (leaf: string, parts: number): string => leaf.split('.').slice(0, parts).join('.');

const byName = ([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number =>
  compareText(left, right);
