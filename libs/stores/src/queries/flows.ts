import {
  compareText,
  isInFilter,
  readCaseCell,
  type ClockName,
  type Flow,
  type FlowQuery,
  type LedgerCounters,
} from '@safeconduct/engine';
import { sql, type RawBuilder } from 'kysely';
import { isDeepStrictEqual } from 'node:util';
import { cellsOfWorkflow, nameIn } from './codes.js';
import { add, countersAt } from './ledger-counters.js';
import { beganBy, boundOf, lastsAt } from './stays-at.js';
import type { Db } from './view-tables.js';

const stay = sql.table('stay');

// Looking up one case that moved costs six times as much as visiting it in a pass over all cases.
const movedShareMax = 0.1;

/**
 * How many cases went from which innermost state to which, outcomes included. Only the cases that moved
 * between the two moments are looked up, unless they are many; the ledger gives the count of the others.
 */
export async function flowsBetween(db: Db, query: FlowQuery): Promise<readonly Flow[]> {
  const { workflow } = query;
  const moment = { at: query.to, clock: query.clock };
  const counters = await countersAt(db, workflow, moment);
  const before = await countersAt(db, workflow, { ...moment, at: query.from });
  const ofAllCases = async () => flowsOf(db, await boundsOf(db, query), false);
  if (eventsIn(counters) - eventsIn(before) > movedShareMax * eventsIn(counters)) return ofAllCases();
  const moves = await flowsOf(db, await boundsOf(db, query), true);
  // An event with an earlier time may have been recorded meanwhile. Then all cases are looked up, in one statement.
  return isDeepStrictEqual(counters, await countersAt(db, workflow, moment))
    ? withOthers(moves, counters, query)
    : ofAllCases();
}

const eventsIn = ({ events }: LedgerCounters): number =>
  [...events.values()].reduce((total, count) => total + count, 0);

/** The two moments as the rows of stays have them: milliseconds, or ordinals. */
interface Bounds {
  readonly workflow: string;
  readonly clock: ClockName;
  readonly from: number;
  readonly to: number;
  readonly asked: Asked;
}

/** Where cases are at the second moment, and which tags they have then. */
type Asked = Pick<FlowQuery, 'place' | 'tags'>;

async function boundsOf(db: Db, { workflow, clock, from, to, place, tags }: FlowQuery): Promise<Bounds> {
  return {
    ...{ workflow, clock, asked: { place, tags } },
    from: await boundOf(db, { at: from, clock }),
    to: await boundOf(db, { at: to, clock }),
  };
}

/** From where to where; only of the stays that began after the first moment, or of all. */
async function flowsOf(
  db: Db,
  { workflow, clock, from, to, asked }: Bounds,
  onlyMoved: boolean,
): Promise<readonly Flow[]> {
  // Of each cell one range of an index; without the bound, one pass over all stays. Written as an expression, the cell
  // leads the search in no index.
  const which: RawBuilder<unknown> = onlyMoved
    ? sql`later.cell in ${cellsOfWorkflow(workflow)} and ${sql.ref(`later.${beganBy[clock]}`)} > ${from}`
    : sql`later.cell + 0 in ${cellsOfWorkflow(workflow)}`;
  // The stay of the first moment is looked up by the case.
  const { rows } = await sql<{
    readonly from: string | null;
    readonly to: string;
    readonly count: number | string;
  }>`
    select ${nameIn('counts.earlier')} as "from", ${nameIn('counts.later')} as "to", counts.count as "count" from (
      select earlier.cell as earlier, later.cell as later, count(*) as "count"
      from ${stay} as later left join ${stay} as earlier
        on earlier.case_id = later.case_id and ${lastsAt('earlier', clock, from)}
      where ${which} and ${lastsAt('later', clock, to)}
      group by earlier.cell, later.cell) as counts`.execute(db);
  return byLeaf(rows.filter((row) => isInFilter(readCaseCell(row.to), asked)));
}

/** Cells of one state become one. */
function byLeaf(
  rows: readonly { readonly from: string | null; readonly to: string; readonly count: number | string }[],
): readonly Flow[] {
  const flows = new Map<string, Flow>();
  for (const row of rows) {
    const from = row.from === null ? null : readCaseCell(row.from).leaf;
    const to = readCaseCell(row.to).leaf;
    const way = `${from ?? ''}|${to}`;
    flows.set(way, { from, to, count: (flows.get(way)?.count ?? 0) + Number(row.count) });
  }
  return [...flows.values()].sort(byCount);
}

/** A case with no transition between the two moments has the same state at both. */
function withOthers(
  moves: readonly Flow[],
  { cells }: LedgerCounters,
  { place, tags: asked }: Asked,
): readonly Flow[] {
  const others = new Map<string, number>();
  for (const [cell, count] of cells) {
    const read = readCaseCell(cell);
    if (isInFilter(read, { place, tags: asked })) add(others, read.leaf, count);
  }
  for (const { to, count } of moves) add(others, to, -count);
  const counts = moves.map((move) =>
    move.from === move.to ? { ...move, count: move.count + take(others, move.to) } : move,
  );
  const stayed = [...others].map(([leaf, count]) => ({ from: leaf, to: leaf, count }));
  return [...counts, ...stayed].filter(({ count }) => count !== 0).sort(byCount);
}

function take(counts: Map<string, number>, name: string): number {
  const count = counts.get(name) ?? 0;
  counts.delete(name);
  return count;
}

const byCount = (left: Flow, right: Flow): number =>
  right.count - left.count ||
  compareText(left.from ?? '', right.from ?? '') ||
  compareText(left.to, right.to);
