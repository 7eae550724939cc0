import type { ClockName, Moment, MovedCases } from '@safeconduct/engine';
import { sql, type RawBuilder } from 'kysely';
import { cellsOfLeaf } from './codes.js';
import { beganBy, boundOf } from './stays-at.js';
import type { Db } from './view-tables.js';

const stay = sql.table('stay');

/** A stay and the one before it. The event that ends a stay begins the next one, so both have the same ordinal. */
export const followingStays = sql`${stay} as later join ${stay} as earlier
  on earlier.case_id = later.case_id and earlier.ordinal_until = later.ordinal_from`;

interface Bounds {
  readonly clock: ClockName;
  /** Left out. */
  readonly from: string;
  readonly to: string;
}

/** The condition that the later stay began in a period. */
export async function beganBetween(db: Db, { clock, from, to }: Bounds): Promise<RawBuilder<boolean>> {
  const began = sql.ref(`later.${beganBy[clock]}`);
  const [after, until] = [await boundOf(db, { at: from, clock }), await boundOf(db, { at: to, clock })];
  return sql<boolean>`${began} > ${after} and ${began} <= ${until}`;
}

/** The condition that a case of the list went from one innermost state to another in a period. */
export async function hasMoved(
  db: Db,
  { workflow, after, from, to }: MovedCases,
  { at, clock }: Moment,
): Promise<RawBuilder<boolean>> {
  return sql<boolean>`case_list.case_id in (
    select later.case_id from ${followingStays}
    where later.cell in ${cellsOfLeaf(workflow, to)} and earlier.cell in ${cellsOfLeaf(workflow, from)}
      and ${await beganBetween(db, { clock, from: after, to: at })})`;
}
