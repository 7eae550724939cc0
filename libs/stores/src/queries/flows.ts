import {
  compareText,
  readCell,
  type Flow,
  type Instant,
  type LedgerCounters,
  type Period,
} from '@safeconduct/engine';
import { sql, type RawBuilder } from 'kysely';
import { isDeepStrictEqual } from 'node:util';
import { add, countersAt, positionAt } from './ledger-counters.js';
import type { Db } from './view-tables.js';

type FlowQuery = Period & { readonly workflow: string };

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
  const ofAllCases = () => flowsOf(db, query, sql`true`);
  if (eventsIn(counters) - eventsIn(before) > movedShareMax * eventsIn(counters)) return ofAllCases();
  const leaves = [...new Set([...counters.cells.keys()].map((cell) => readCell(cell).leaf))];
  const moves = await flowsOf(db, query, await movedBetween(db, leaves, query));
  // An event with an earlier time may have been recorded meanwhile. Then all cases are looked up, in one
  // statement.
  return isDeepStrictEqual(counters, await countersAt(db, workflow, moment))
    ? withOthers(moves, counters)
    : ofAllCases();
}

const eventsIn = ({ events }: LedgerCounters): number =>
  [...events.values()].reduce((total, count) => total + count, 0);

async function flowsOf(
  db: Db,
  { workflow, from, to, clock }: FlowQuery,
  which: RawBuilder<unknown>,
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
    where later.workflow = ${workflow} and ${which} and ${isAt('later', to)}
    group by earlier.leaf, later.leaf order by "count" desc, earlier.leaf, later.leaf`.execute(db);
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/**
 * The stays that began after the first moment and not after the second: of each state one range of an index.
 */
async function movedBetween(db: Db, leaves: readonly string[], { from, to, clock }: Period) {
  if (leaves.length === 0) return sql`false`;
  const isIn = sql`later.leaf in (${sql.join(leaves)})`;
  if (clock === 'occurred') return sql`${isIn} and later.occurred_from > ${from}`;
  const [first, last] = [await positionAt(db, from), await positionAt(db, to)].map(Number);
  return sql`${isIn} and later.position > ${first} and later.position <= ${last}`;
}

/** A case with no transition between the two moments has the same state at both. */
function withOthers(moves: readonly Flow[], { cells }: LedgerCounters): readonly Flow[] {
  const others = new Map<string, number>();
  for (const [cell, count] of cells) add(others, readCell(cell).leaf, count);
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
