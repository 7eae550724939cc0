import type { ClockName, EarlierState } from '@safeconduct/engine';
import { sql, type RawBuilder } from 'kysely';
import { boundOf, lastsAt } from './stays-at.js';
import type { Db } from './view-tables.js';

const [stay, knownName] = [sql.table('stay'), sql.table('known_name')];

/** The condition that a case of the list was in a state at an earlier moment, or nowhere yet. */
export async function wasEarlier(
  db: Db,
  { at, state, workflow }: EarlierState,
  clock: ClockName,
): Promise<RawBuilder<boolean>> {
  const bound = await boundOf(db, { at, clock });
  const isThere = sql`exists (select 1 from ${stay} as earlier where earlier.case_id = case_list.case_id
    and ${lastsAt('earlier', clock, bound)}
    and ${state === null ? sql`true` : sql`earlier.cell in ${cellsOfState(workflow, state)}`})`;
  return state === null ? sql<boolean>`not ${isThere}` : sql<boolean>`${isThere}`;
}

/** A cell begins with its workflow and its innermost state; the characters behind a bar and a dot end what begins so. */
const cellsOfState = (workflow: string, state: string): RawBuilder<unknown> =>
  sql`(select code from ${knownName} where
    (text >= ${`${workflow}|${state}|`} and text < ${`${workflow}|${state}}`})
    or (text >= ${`${workflow}|${state}.`} and text < ${`${workflow}|${state}/`}))`;
