import type { Instant, Workflow } from '@safeconduct/workflow';
import type { Kysely } from 'kysely';
import type { ViewTables } from '../projections/view-tables.js';
import { grains, readCell } from '../projections/population.js';
import { add, addTo, countersAt, type Counters } from './ledger-counters.js';
import type { ClockName, Moment } from './moment.js';

/** How many are where. Every figure but `events` is a sum over the same cells, so they always add up to `total`. */
export interface Population {
  /** The moment asked for; null for now. */
  readonly asOf: Instant | null;
  readonly clock: ClockName;
  readonly total: number;
  /** Every top-level state of the workflow, also those where nobody is. */
  readonly states: Counts;
  /** `camped.returning`: the second level of the states that have one. */
  readonly subStates: Counts;
  /** The innermost states. */
  readonly leaves: Counts;
  readonly facilities: Counts;
  readonly outcomes: Counts;
  /** How often each event was recorded up to then. */
  readonly events: Counts;
}

export type Counts = Readonly<Record<string, number>>;

type Db = Kysely<ViewTables>;

/** The ledger now, or at a past moment in either clock. */
export async function populationAt(db: Db, workflow: Workflow, moment?: Moment): Promise<Population> {
  return populationOf(workflow, await countersAt(db, workflow.name, moment), moment);
}

function populationOf(
  workflow: Workflow,
  { cells, events }: Counters,
  moment: Moment | undefined,
): Population {
  return {
    asOf: moment?.at ?? null,
    clock: moment?.clock ?? 'occurred',
    total: sum(cells.values()),
    states: tally(cells, ({ leaf }) => prefix(leaf, 1), Object.keys(workflow.source.chart.states ?? {})),
    subStates: tally(cells, ({ leaf }) => (leaf.includes('.') ? prefix(leaf, 2) : '')),
    leaves: tally(cells, ({ leaf }) => leaf),
    facilities: tally(cells, ({ place }) => place),
    outcomes: tally(cells, ({ outcome }) => outcome),
    events: Object.fromEntries([...events].filter(([, count]) => count !== 0).sort(byKey)),
  };
}

/** The ledger at the end of a day. */
export type DayOfSeries = Population & { readonly day: string };

/** The ledger at the end of each day (UTC) of a period, both ends included. At most 3,660 days. */
export async function populationSeries(
  db: Db,
  workflow: Workflow,
  { from, to, clock }: { readonly from: string; readonly to: string; readonly clock: ClockName },
): Promise<readonly DayOfSeries[]> {
  const days = [...daysBetween(from, to)].map((day) => ({ day, at: `${day}T23:59:59.999Z`, clock }));
  if (clock === 'occurred') return seriesByDays(db, workflow, days);
  const series: DayOfSeries[] = [];
  for (const { day, ...moment } of days) {
    series.push({ day, ...(await populationAt(db, workflow, moment)) });
  }
  return series;
}

/** In the clock whose spans are days, each day is the one before and what changed. */
async function seriesByDays(
  db: Db,
  workflow: Workflow,
  days: readonly (Moment & { readonly day: string })[],
): Promise<readonly DayOfSeries[]> {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const counters = await countersAt(db, workflow.name, first);
  const rows = await db
    .selectFrom('ledger')
    .select(['span', 'kind', 'counter', 'change'])
    .where('workflow', '=', workflow.name)
    .where('clock', '=', 'occurred')
    .where('grain', '=', grains.occurred[1])
    .where('span', '>', first.day)
    .where('span', '<=', last.day)
    .execute();
  const changes = Map.groupBy(rows, ({ span }) => span);
  return days.map(({ day, ...moment }) => {
    for (const row of changes.get(day) ?? []) addTo(counters, row);
    return { day, ...populationOf(workflow, counters, moment) };
  });
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
    if (name !== '' && count !== 0) add(counts, name, count);
  }
  const found = [...counts].filter(([name, count]) => count !== 0 || always.includes(name));
  return Object.fromEntries(always.length > 0 ? found : found.sort(byKey));
}

const prefix = (leaf: string, parts: number): string => leaf.split('.').slice(0, parts).join('.');

const sum = (counts: Iterable<number>): number => [...counts].reduce((total, count) => total + count, 0);

const byKey = ([left]: readonly [string, number], [right]: readonly [string, number]): number =>
  left < right ? -1 : left > right ? 1 : 0;
