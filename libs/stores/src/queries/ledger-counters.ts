import {
  cellOf,
  firstPositionIn,
  grains,
  positionText,
  readCell,
  type ClockName,
  type Instant,
  type LedgerChange,
  type LedgerCounters,
  type Moment,
} from '@safeconduct/engine';
import type { Db } from './view-tables.js';

/**
 * The counters of the ledger, now or at a past moment: the sum of the whole spans before it, and the part of
 * the shortest span that is not after it.
 */
export async function countersAt(
  db: Db,
  workflow: string,
  moment: Moment | undefined,
): Promise<LedgerCounters> {
  const counters: LedgerCounters = { cells: new Map(), events: new Map() };
  if (moment === undefined) {
    await addSpans(db, counters, { workflow, clock: 'occurred', grain: grains.occurred[0] });
    return counters;
  }
  const { clock } = moment;
  const text = clock === 'occurred' ? moment.at : positionText(await positionAt(db, moment.at));
  let within = '';
  for (const grain of grains[clock]) {
    const before = text.slice(0, grain);
    await addSpans(db, counters, { workflow, clock, grain, within, before });
    within = before;
  }
  const edge: Edge =
    clock === 'occurred'
      ? { clock, from: within, until: moment.at }
      : { clock, from: firstPositionIn(within), until: Number(text) };
  await addStays(db, counters, { workflow, edge, leaves: await leavesUntil(db, workflow, { clock, text }) });
  await addEvents(db, counters, workflow, edge);
  return counters;
}

/** The number of cases in each cell at a past moment; cells without cases are left out. */
export async function cellsAt(
  db: Db,
  workflow: string,
  moment: Moment,
): Promise<ReadonlyMap<string, number>> {
  const { cells } = await countersAt(db, workflow, moment);
  return new Map([...cells].filter(([, count]) => count > 0));
}

/** The part of the shortest span a moment falls into that is not after it. */
type Edge =
  | { readonly clock: 'occurred'; readonly from: string; readonly until: string }
  | { readonly clock: 'recorded'; readonly from: number; readonly until: number };

/**
 * Positions follow the recorded clock, so the last one before a moment is where the index of that clock ends.
 */
export async function positionAt(db: Db, at: Instant): Promise<bigint> {
  const last = await db
    .selectFrom('timeline')
    .select('position')
    .where('recorded_at', '<=', at)
    .orderBy('recorded_at', 'desc')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return BigInt(last?.position ?? 0);
}

interface Spans {
  readonly workflow: string;
  readonly clock: ClockName;
  readonly grain: number;
  /** The longer span they are in, and the one that comes after them; all of them when left out. */
  readonly within?: string;
  readonly before?: string;
}

async function addSpans(
  db: Db,
  counters: LedgerCounters,
  { workflow, clock, grain, within = '', before }: Spans,
): Promise<void> {
  let query = db
    .selectFrom('ledger')
    .select((row) => ['kind', 'counter', row.fn.sum<number | string>('change').as('change')])
    .where('workflow', '=', workflow)
    .where('clock', '=', clock)
    .where('grain', '=', grain)
    .where('span', '>=', within)
    .groupBy(['kind', 'counter']);
  if (before !== undefined) query = query.where('span', '<', before);
  for (const { kind, counter, change } of await query.execute()) {
    add(kind === 'cell' ? counters.cells : counters.events, counter, Number(change));
  }
}

/** What changed on each day after one and up to another, by the time at which it happened. */
export async function ledgerChanges(
  db: Db,
  { workflow, after, to }: { readonly workflow: string; readonly after: string; readonly to: string },
): Promise<readonly LedgerChange[]> {
  const rows = await db
    .selectFrom('ledger')
    .select(['span as day', 'kind', 'counter', 'change'])
    .where('workflow', '=', workflow)
    .where('clock', '=', 'occurred')
    .where('grain', '=', grains.occurred[1])
    .where('span', '>', after)
    .where('span', '<=', to)
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind === 'cell' ? 'cell' : 'event' }));
}

/** Every state that a case was in by then, also one that the chart no longer has. */
async function leavesUntil(
  db: Db,
  workflow: string,
  { clock, text }: { readonly clock: ClockName; readonly text: string },
): Promise<readonly string[]> {
  const [longest] = grains[clock];
  const rows = await db
    .selectFrom('ledger')
    .select('counter')
    .distinct()
    .where('workflow', '=', workflow)
    .where('clock', '=', clock)
    .where('grain', '=', longest)
    .where('span', '<=', text.slice(0, longest))
    .where('kind', '=', 'cell')
    .execute();
  return [...new Set(rows.map(({ counter }) => readCell(counter).leaf))];
}

/** A stay that begins within the edge takes its case from the cell before into its own. */
async function addStays(
  db: Db,
  { cells }: LedgerCounters,
  {
    workflow,
    edge,
    leaves,
  }: { readonly workflow: string; readonly edge: Edge; readonly leaves: readonly string[] },
): Promise<void> {
  if (leaves.length === 0) return;
  let query = db
    .selectFrom('stay')
    .select((row) => ['leaf', 'place', 'outcome', 'before', row.fn.countAll<number | string>().as('count')])
    .where('workflow', '=', workflow)
    .where('leaf', 'in', leaves)
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

async function addEvents(db: Db, { events }: LedgerCounters, workflow: string, edge: Edge): Promise<void> {
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

/** Changes a count. */
export const add = (counts: Map<string, number>, name: string, change: number): void => {
  counts.set(name, (counts.get(name) ?? 0) + change);
};
