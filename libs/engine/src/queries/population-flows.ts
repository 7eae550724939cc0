import type { Instant, Workflow } from '@safeconduct/workflow';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { isDeepStrictEqual } from 'node:util';
import { readCell } from '../projections/population.js';
import type { ViewTables } from '../projections/view-tables.js';
import { add, countersAt, positionAt, type Counters } from './ledger-counters.js';
import type { ClockName } from './moment.js';

/** How many went from one state to another between two moments. */
export interface Flow {
  /** Null for those who had not entered yet. */
  readonly from: string | null;
  readonly to: string;
  readonly count: number;
}

/** Two moments of a clock. */
export interface Period {
  readonly from: Instant;
  readonly to: Instant;
  readonly clock: ClockName;
}

type Db = Kysely<ViewTables>;

// To look up one who came in between costs six times as much as his part of a look at everybody, which goes by case.
const fewOfEvents = 0.1;

/**
 * Where those who are somewhere at the second moment were at the first, by innermost state, outcome included. Only those
 * who came after the first moment to where they are at the second are looked up, unless they are many; how many the
 * others are, the ledger says.
 */
export async function populationFlows(db: Db, workflow: Workflow, period: Period): Promise<readonly Flow[]> {
  const moment = { at: period.to, clock: period.clock };
  const counters = await countersAt(db, workflow.name, moment);
  const before = await countersAt(db, workflow.name, { ...moment, at: period.from });
  const everybody = () => flowsOf(db, workflow, period, sql`true`);
  if (eventsIn(counters) - eventsIn(before) > fewOfEvents * eventsIn(counters)) return everybody();
  const leaves = [...new Set([...counters.cells.keys()].map((cell) => readCell(cell).leaf))];
  const moves = await flowsOf(db, workflow, period, await cameWithin(db, leaves, period));
  // Somebody may have said meanwhile what had happened by then. Then everybody is looked up, in one statement.
  return isDeepStrictEqual(counters, await countersAt(db, workflow.name, moment))
    ? withOthers(moves, counters)
    : everybody();
}

const eventsIn = ({ events }: Counters): number =>
  [...events.values()].reduce((total, count) => total + count, 0);

async function flowsOf(
  db: Db,
  workflow: Workflow,
  { from, to, clock }: Period,
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
    where later.workflow = ${workflow.name} and ${which} and ${isAt('later', to)}
    group by earlier.leaf, later.leaf order by "count" desc, earlier.leaf, later.leaf`.execute(db);
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** The stays that began after the first moment and not after the second: of each state one range of an index. */
async function cameWithin(db: Db, leaves: readonly string[], { from, to, clock }: Period) {
  if (leaves.length === 0) return sql`false`;
  const isIn = sql`later.leaf in (${sql.join(leaves)})`;
  if (clock === 'occurred') return sql`${isIn} and later.occurred_from > ${from}`;
  const [first, last] = [await positionAt(db, from), await positionAt(db, to)].map(Number);
  return sql`${isIn} and later.position > ${first} and later.position <= ${last}`;
}

/** Who did not come in between to where he is at the second moment was there at the first. */
function withOthers(moves: readonly Flow[], { cells }: Counters): readonly Flow[] {
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
  right.count - left.count || compare(left.from ?? '', right.from ?? '') || compare(left.to, right.to);

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
