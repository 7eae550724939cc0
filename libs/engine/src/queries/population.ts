import type { Instant, Workflow } from '@safeconduct/workflow';
import { sql, type Kysely } from 'kysely';
import type { ViewTables } from '../projections/view-tables.js';
import { blockOf, blockStart, cellOf, dayOf, readCell } from '../projections/population.js';
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
  const { cells, events } = await countersAt(db, workflow.name, moment);
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

interface Counters {
  readonly cells: Map<string, number>;
  readonly events: Map<string, number>;
}

async function countersAt(db: Db, workflow: string, moment: Moment | undefined): Promise<Counters> {
  const counters: Counters = { cells: new Map(), events: new Map() };
  const edge = await edgeOf(db, moment);
  await addSpans(db, counters, { workflow, clock: moment?.clock ?? 'occurred', before: edge?.span });
  if (edge !== undefined) {
    await addStays(db, counters, workflow, edge);
    await addEvents(db, counters, workflow, edge);
  }
  return counters;
}

/** The span a moment falls into, and which part of it is before the moment. */
type Edge =
  | { readonly clock: 'occurred'; readonly span: string; readonly from: string; readonly until: string }
  | { readonly clock: 'recorded'; readonly span: string; readonly from: number; readonly until: number };

async function edgeOf(db: Db, moment: Moment | undefined): Promise<Edge | undefined> {
  if (moment === undefined) return undefined;
  if (moment.clock === 'occurred') {
    const day = dayOf(moment.at);
    return { clock: 'occurred', span: day, from: day, until: moment.at };
  }
  // Positions follow this clock, so the last one before the moment is where the index of that clock ends.
  const last = await db
    .selectFrom('timeline')
    .select('position')
    .where('recorded_at', '<=', moment.at)
    .orderBy('recorded_at', 'desc')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  const position = BigInt(last?.position ?? 0);
  return {
    clock: 'recorded',
    span: blockOf(position),
    from: Number(blockStart(position)),
    until: Number(position),
  };
}

async function addSpans(
  db: Db,
  counters: Counters,
  {
    workflow,
    clock,
    before,
  }: { readonly workflow: string; readonly clock: string; readonly before: string | undefined },
): Promise<void> {
  let query = db
    .selectFrom('ledger')
    .select((row) => ['kind', 'counter', row.fn.sum<number | string>('change').as('change')])
    .where('workflow', '=', workflow)
    .where('clock', '=', clock)
    .groupBy(['kind', 'counter']);
  if (before !== undefined) query = query.where('span', '<', before);
  for (const { kind, counter, change } of await query.execute()) {
    add(kind === 'cell' ? counters.cells : counters.events, counter, Number(change));
  }
}

/** A stay that begins within the edge takes its case from the cell before into its own. */
async function addStays(db: Db, { cells }: Counters, workflow: string, edge: Edge): Promise<void> {
  let query = db
    .selectFrom('stay')
    .select((row) => ['leaf', 'place', 'outcome', 'before', row.fn.countAll<number | string>().as('count')])
    .where('workflow', '=', workflow)
    .groupBy(['leaf', 'place', 'outcome', 'before']);
  query =
    edge.clock === 'occurred'
      ? query.where('occurred_from', '>=', edge.from).where('occurred_from', '<=', edge.until)
      : query.where('position', '>=', edge.from).where('position', '<=', edge.until);
  for (const { leaf, place, outcome, before, count } of await query.execute()) {
    add(cells, cellOf(leaf, place, outcome), Number(count));
    if (before !== null) add(cells, before, -Number(count));
  }
}

async function addEvents(db: Db, { events }: Counters, workflow: string, edge: Edge): Promise<void> {
  let query = db
    .selectFrom('timeline')
    .select((row) => ['type', row.fn.countAll<number | string>().as('count')])
    .where('workflow', '=', workflow)
    .groupBy('type');
  query =
    edge.clock === 'occurred'
      ? query.where('occurred_at', '>=', edge.from).where('occurred_at', '<=', edge.until)
      : query.where('position', '>=', edge.from).where('position', '<=', edge.until);
  for (const { type, count } of await query.execute()) add(events, type, Number(count));
}

/** The ledger at the end of each day (UTC) of a period, both ends included. At most 3,660 days. */
export async function populationSeries(
  db: Db,
  workflow: Workflow,
  { from, to, clock }: { readonly from: string; readonly to: string; readonly clock: ClockName },
): Promise<readonly (Population & { readonly day: string })[]> {
  const series: (Population & { readonly day: string })[] = [];
  for (const day of daysBetween(from, to)) {
    series.push({ day, ...(await populationAt(db, workflow, { at: `${day}T23:59:59.999Z`, clock })) });
  }
  return series;
}

/** How many went from one state to another between two moments. */
export interface Flow {
  /** Null for those who had not entered yet. */
  readonly from: string | null;
  readonly to: string;
  readonly count: number;
}

/** Where those who are somewhere at the second moment were at the first, by innermost state, outcome included. */
export async function populationFlows(
  db: Db,
  workflow: Workflow,
  { from, to, clock }: { readonly from: Instant; readonly to: Instant; readonly clock: ClockName },
): Promise<readonly Flow[]> {
  const isAt = (stay: string, moment: Instant) => {
    const [began, ended] = [sql.ref(`${stay}.${clock}_from`), sql.ref(`${stay}.${clock}_until`)];
    return sql`${began} <= ${moment} and (${ended} is null or ${ended} > ${moment})`;
  };
  // One pass over the stays of the second moment; the stay of the first one is looked up by the case.
  const { rows } = await sql<Omit<Flow, 'count'> & { readonly count: number | string }>`
    select earlier.leaf as "from", later.leaf as "to", count(*) as "count"
    from stay as later left join stay as earlier
      on earlier.case_id = later.case_id and ${isAt('earlier', from)}
    where later.workflow = ${workflow.name} and ${isAt('later', to)}
    group by earlier.leaf, later.leaf order by "count" desc, earlier.leaf, later.leaf`.execute(db);
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
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

const add = (counts: Map<string, number>, name: string, change: number): void => {
  counts.set(name, (counts.get(name) ?? 0) + change);
};

const sum = (counts: Iterable<number>): number => [...counts].reduce((total, count) => total + count, 0);

const byKey = ([left]: readonly [string, number], [right]: readonly [string, number]): number =>
  left < right ? -1 : left > right ? 1 : 0;
