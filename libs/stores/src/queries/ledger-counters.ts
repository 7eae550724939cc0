import {
  partMs,
  readCaseCell,
  spanOf,
  spans,
  type Instant,
  type LedgerChange,
  type LedgerChangesQuery,
  type LedgerCounters,
  type Moment,
  type Span,
} from '@safeconduct/engine';
import { cellsOfWorkflow, codeOfName, keptInstant, nameIn, toldInstant } from './codes.js';
import { sql, type Compilable } from 'kysely';
import type { Db } from './view-tables.js';

/**
 * The counters of the ledger, now or at a past moment: the sum of the whole spans before it, and the part of
 * the shortest span that is not after it. One statement, so that all of it is of one committed state.
 */
export async function countersAt(
  db: Db,
  workflow: string,
  moment: Moment | undefined,
): Promise<LedgerCounters> {
  const parts =
    moment === undefined ? [sumsOf(db, { span: spans.occurred[0] })] : await partsAt(db, workflow, moment);
  const selects = parts.map((part) => sql`select counter, change from ${part} as part`);
  const { rows } = await sql<CounterRow>`${sql.join(selects, sql` union all `)}`.execute(db);
  const counters: LedgerCounters = { cells: new Map(), events: new Map() };
  for (const { counter, change } of rows) {
    const counted = counterOf(counter, workflow);
    if (counted === undefined) continue;
    add(counted.kind === 'cell' ? counters.cells : counters.events, counted.counter, Number(change));
  }
  return counters;
}

/** By how much a counter has changed in some part of the past. */
interface CounterRow {
  readonly counter: string;
  readonly change: number | string;
}

type Part = Compilable<CounterRow>;

/** What adds up to the counters of a past moment. What was known then never changes, so it may be looked up before. */
async function partsAt(db: Db, workflow: string, { clock, at }: Moment): Promise<readonly Part[]> {
  const last = clock === 'occurred' ? undefined : await lastKnown(db, at);
  const until = last === undefined ? keptInstant(at) : last.ordinal;
  const parts: Part[] = [];
  let from: number | undefined;
  for (const span of spans[clock]) {
    const before = spanOf(until, span);
    parts.push(sumsOf(db, { span, before, ...(from !== undefined && { from }) }));
    from = before * span.length;
  }
  const edge: Edge = { from: from ?? until, until, last };
  return [...parts, ...staysOf(db, workflow, edge), eventsOf(db, workflow, edge)];
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

/** An event of a case, by its index in the log. */
interface KnownEvent {
  readonly ordinal: number;
  readonly position: number;
}

/** The part of the shortest span a moment falls into that is not after it: milliseconds, or ordinals. */
interface Edge {
  readonly from: number;
  readonly until: number;
  /** The last event known then; `undefined` in the clock of what happened. */
  readonly last: KnownEvent | undefined;
}

/** The last event of a case that was known at a moment. Everything before it in the log was known as well. */
export async function lastKnown(db: Db, at: Instant): Promise<KnownEvent> {
  const last = await db
    .selectFrom('timeline')
    .select(['ordinal', 'position'])
    .where('known_at', '<=', keptInstant(at))
    .orderBy('known_at', 'desc')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ?? { ordinal: 0, position: 0 };
}

interface Spans {
  readonly span: Span;
  /** Where the longer span begins that they are in, and the one that comes after them; all of them when left out. */
  readonly from?: number;
  readonly before?: number;
}

function sumsOf(db: Db, { span, from, before }: Spans): Part {
  let sums = db
    .selectFrom('ledger')
    .select((row) => ['counter', row.fn.sum<number | string>('change').as('change')])
    .where('grain', '=', span.grain)
    .groupBy('counter');
  if (from !== undefined) sums = sums.where('span', '>=', spanOf(from, span));
  if (before !== undefined) sums = sums.where('span', '<', before);
  return db
    .selectFrom(sums.as('sums'))
    .select([nameIn('sums.counter').as('counter'), 'sums.change as change']);
}

/**
 * What a row of the ledger counts; `undefined` when it is of another workflow. Events within the edge are told by their type
 * and the cell in which their case was.
 */
function counterOf(text: string, workflow: string): Pick<LedgerChange, 'kind' | 'counter'> | undefined {
  const [ofCell, ofEvent] = [`cell|${workflow}|`, `event|${workflow}|`];
  if (text.startsWith(ofCell)) return { kind: 'cell', counter: text.slice('cell|'.length) };
  if (text.startsWith(ofEvent)) return { kind: 'event', counter: text.slice(ofEvent.length) };
  if (!text.startsWith('at|')) return undefined;
  const [type = '', ...cell] = text.slice('at|'.length).split('|');
  return { kind: 'event', counter: `${type}|${readCaseCell(cell.join('|')).tags}` };
}

/** What changed in each part of a period, by the time at which it happened: of the longest spans that fit into the parts. */
export async function ledgerChanges(
  db: Db,
  { workflow, part, from, to }: LedgerChangesQuery,
): Promise<readonly LedgerChange[]> {
  const length = partMs[part];
  const span = spans.occurred.find((one) => one.length <= length) ?? spans.occurred[0];
  const begin = (at: Instant) => spanOf(keptInstant(at), span);
  const sums = db
    .selectFrom('ledger')
    .select(sql<number | string>`span / ${sql.lit(length / span.length)}`.as('part'))
    .select((row) => ['counter', row.fn.sum<number | string>('change').as('change')])
    .where('grain', '=', span.grain)
    .where('span', '>=', begin(from))
    .where('span', '<', begin(to))
    .groupBy(['part', 'counter']);
  const rows = await db
    .selectFrom(sums.as('sums'))
    .select(['sums.part as part', nameIn('sums.counter').as('counter'), 'sums.change as change'])
    .execute();
  return rows.flatMap((row) => {
    const counted = counterOf(row.counter, workflow);
    const begins = toldInstant(Number(row.part) * length);
    return counted === undefined ? [] : [{ begins, ...counted, change: Number(row.change) }];
  });
}

/** A stay that begins within the edge takes its case from the cell before into its own. */
function staysOf(db: Db, workflow: string, { from, until, last }: Edge): readonly Part[] {
  const began = last === undefined ? 'occurred_from' : 'ordinal_from';
  return (['cell', 'before'] as const).map((column) => {
    const moves = db
      .selectFrom('stay')
      .select((row) => [`${column} as cell`, row.fn.countAll<number | string>().as('count')])
      // Every cell that anybody was in, also one of a state that the chart no longer has: of each one range of an index.
      .where('cell', 'in', cellsOfWorkflow(workflow))
      .where(began, '>=', from)
      .where(began, '<=', until)
      .where(column, 'is not', null)
      .groupBy(column);
    const sign = column === 'cell' ? 1 : -1;
    return db
      .selectFrom(moves.as('moves'))
      .select(sql<string>`'cell|' || ${nameIn('moves.cell')}`.as('counter'))
      .select(sql<number | string>`${sql.lit(sign)} * moves.count`.as('change'));
  });
}

function eventsOf(db: Db, workflow: string, { from, until, last }: Edge): Part {
  const all = db.selectFrom('timeline').select(['case_id', 'type', 'workflow', 'ordinal']);
  // The events of a span of ordinals are the last ones up to a position, and at most as many as it is long.
  const some =
    last === undefined
      ? all.where('occurred_at', '>=', from).where('occurred_at', '<=', until)
      : all
          .where('position', '<=', last.position)
          .orderBy('position', 'desc')
          .limit(until - from + 1);
  const counts = db
    .selectFrom(some.as('some'))
    // The stay that the event began or fell into has the tags that hold after it.
    .leftJoin('stay', (join) =>
      join
        .onRef('stay.case_id', '=', 'some.case_id')
        .onRef('stay.ordinal_from', '<=', 'some.ordinal')
        .on((row) =>
          row.or([row('ordinal_until', 'is', null), row('ordinal_until', '>', row.ref('some.ordinal'))]),
        ),
    )
    .select((row) => ['some.type', 'stay.cell', row.fn.countAll<number | string>().as('count')])
    .where('some.workflow', '=', codeOfName(workflow))
    .where('some.ordinal', '>=', last === undefined ? 0 : from)
    .groupBy(['some.type', 'stay.cell']);
  const cell = sql`coalesce(${nameIn('counts.cell')}, ${`${workflow}|`})`;
  return db
    .selectFrom(counts.as('counts'))
    .select(sql<string>`'at|' || ${nameIn('counts.type')} || '|' || ${cell}`.as('counter'))
    .select('counts.count as change');
}

/** Changes a count. */
export const add = (counts: Map<string, number>, name: string, change: number): void => {
  counts.set(name, (counts.get(name) ?? 0) + change);
};
