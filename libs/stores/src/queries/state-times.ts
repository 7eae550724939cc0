import type { Age, AgesQuery, Move, MovesQuery } from '@safeconduct/engine';
import { sql, type RawBuilder } from 'kysely';
import { cellsOfWorkflow, keptInstant, nameIn } from './codes.js';
import { beganBetween, followingStays } from './moved-cases.js';
import { boundOf, lastsAt } from './stays-at.js';
import type { Db } from './view-tables.js';

const stay = sql.table('stay');

/** For how long cases had been in their state at a moment: one pass over all stays. */
export async function agesAt(db: Db, { workflow, moment }: AgesQuery): Promise<readonly Age[]> {
  const bound = await boundOf(db, moment);
  const age = hoursOf(sql`${keptInstant(moment.at)}`, sql`state_since`);
  const { rows } = await sql<Counted<Age>>`
    select ${nameIn('counts.cell')} as cell, counts.hours as hours, counts.cases as "count" from (
      select cell, ${age} as hours, count(*) as cases from ${stay}
      where cell + 0 in ${cellsOfWorkflow(workflow)}
        and ${lastsAt('stay', moment.clock, bound)}
      group by 1, 2) as counts`.execute(db);
  return rows.map((row) => ({ ...row, hours: Number(row.hours), count: Number(row.count) }));
}

/** The changes of cell in a period: of each cell one range of an index. */
export async function movesBetween(db: Db, { workflow, ...period }: MovesQuery): Promise<readonly Move[]> {
  const { rows } = await sql<Counted<Move>>`
    select ${nameIn('counts.earlier')} as "from", ${nameIn('counts.later')} as "to",
      counts.hours as hours, counts.cases as "count" from (
      select earlier.cell as earlier, later.cell as later,
        ${hoursOf(sql`later.occurred_from`, sql`earlier.state_since`)} as hours, count(*) as cases
      from ${followingStays}
      where later.cell in ${cellsOfWorkflow(workflow)} and ${await beganBetween(db, period)}
      group by 1, 2, 3) as counts`.execute(db);
  return rows.map((row) => ({ ...row, hours: Number(row.hours), count: Number(row.count) }));
}

/** Databases give large counts as texts. */
type Counted<Row extends { readonly hours: number; readonly count: number }> = Omit<
  Row,
  'hours' | 'count'
> & {
  readonly hours: number | string;
  readonly count: number | string;
};

/**
 * Whole hours up to a week, whole days beyond it: as exact as people say it, and few enough to be counted. What was said
 * to have happened later than the moment has lasted for no time.
 */
function hoursOf(until: RawBuilder<unknown>, since: RawBuilder<unknown>): RawBuilder<number> {
  const lasted = sql`(cast(${until} as bigint) - ${since})`;
  return sql`case when ${lasted} < 0 then 0 when ${lasted} < 604800000 then ${lasted} / 3600000
    else ${lasted} / 86400000 * 24 end`;
}
