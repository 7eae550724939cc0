import { compareText, type Instant, type Workflow } from '@safeconduct/workflow';
import type { ClockName, Moment } from '../moment.js';
import type { LedgerCounters, ViewQueries } from '../ports/view-queries.js';
import { readCell } from '../projections/population.js';

/**
 * How many cases are in each state, facility and outcome. Every figure but `events` is a sum over the same
 * cells, so they always add up to `total`.
 */
export interface Population {
  /** The moment asked for; null for now. */
  readonly asOf: Instant | null;
  readonly clock: ClockName;
  readonly total: number;
  /** Every top-level state of the workflow, also those without cases. */
  readonly states: Counts;
  /** `camped.returning`: the second level of the states that have one. */
  readonly subStates: Counts;
  /** The innermost states. */
  readonly leaves: Counts;
  readonly places: Counts;
  readonly outcomes: Counts;
  /** How often each event was recorded up to then. */
  readonly events: Counts;
}

export type Counts = Readonly<Record<string, number>>;

/** The ledger at the end of a day. */
export type PopulationOfDay = Population & { readonly day: string };

/** Days such as `2024-12-07`, both included. */
export interface SeriesPeriod {
  readonly from: string;
  readonly to: string;
  readonly clock: ClockName;
}

type Ledger = Pick<ViewQueries, 'ledger' | 'ledgerChanges'>;

/** The ledger now, or at a past moment in either clock. */
export async function populationAt(views: Ledger, workflow: Workflow, moment?: Moment): Promise<Population> {
  return populationOf(workflow, await views.ledger({ workflow: workflow.name, moment }), moment);
}

/** The ledger at the end of each day (UTC) of a period. At most 3,660 days. */
export async function populationSeries(
  views: Ledger,
  workflow: Workflow,
  { from, to, clock }: SeriesPeriod,
): Promise<readonly PopulationOfDay[]> {
  const days = [...daysBetween(from, to)].map((day) => ({ day, at: `${day}T23:59:59.999Z`, clock }));
  if (clock === 'occurred') return seriesByChanges(views, workflow, days);
  const series: PopulationOfDay[] = [];
  for (const { day, ...moment } of days) {
    series.push({ day, ...(await populationAt(views, workflow, moment)) });
  }
  return series;
}

/** In the clock whose spans are days, each day is computed from the day before and the changes. */
async function seriesByChanges(
  views: Ledger,
  workflow: Workflow,
  days: readonly (Moment & { readonly day: string })[],
): Promise<readonly PopulationOfDay[]> {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { name } = workflow;
  const counters = await views.ledger({ workflow: name, moment: first });
  const changes = await views.ledgerChanges({ workflow: name, after: first.day, to: last.day });
  const byDay = Map.groupBy(changes, ({ day }) => day);
  return days.map(({ day, ...moment }) => {
    for (const { kind, counter, change } of byDay.get(day) ?? []) {
      addTo(kind === 'cell' ? counters.cells : counters.events, counter, change);
    }
    return { day, ...populationOf(workflow, counters, moment) };
  });
}

function populationOf(
  workflow: Workflow,
  { cells, events }: LedgerCounters,
  moment: Moment | undefined,
): Population {
  return {
    asOf: moment?.at ?? null,
    clock: moment?.clock ?? 'occurred',
    total: sum(cells.values()),
    states: tally(cells, ({ leaf }) => prefix(leaf, 1), Object.keys(workflow.source.chart.states ?? {})),
    subStates: tally(cells, ({ leaf }) => (leaf.includes('.') ? prefix(leaf, 2) : '')),
    leaves: tally(cells, ({ leaf }) => leaf),
    places: tally(cells, ({ place }) => place),
    outcomes: tally(cells, ({ outcome }) => outcome),
    events: Object.fromEntries([...events].filter(([, count]) => count !== 0).sort(byName)),
  };
}

const daysMax = 3660;

function* daysBetween(from: string, to: string): Iterable<string> {
  let day = Date.parse(`${from}T00:00:00Z`);
  const last = Date.parse(`${to}T00:00:00Z`);
  for (let count = 0; day <= last && count < daysMax; count += 1, day += 86_400_000) {
    yield new Date(day).toISOString().slice(0, 10);
  }
}

function tally(
  cells: ReadonlyMap<string, number>,
  nameOf: (cell: ReturnType<typeof readCell>) => string,
  always: readonly string[] = [],
): Counts {
  const counts = new Map<string, number>(always.map((name) => [name, 0]));
  for (const [cell, count] of cells) {
    const name = nameOf(readCell(cell));
    if (name !== '' && count !== 0) addTo(counts, name, count);
  }
  const found = [...counts].filter(([name, count]) => count !== 0 || always.includes(name));
  return Object.fromEntries(always.length > 0 ? found : found.sort(byName));
}

const addTo = (counts: Map<string, number>, name: string, change: number): void => {
  counts.set(name, (counts.get(name) ?? 0) + change);
};

const prefix = (leaf: string, parts: number): string => leaf.split('.').slice(0, parts).join('.');

const sum = (counts: Iterable<number>): number => [...counts].reduce((total, count) => total + count, 0);

const byName = ([left]: readonly [string, number], [right]: readonly [string, number]): number =>
  compareText(left, right);
