import type { ClockName, Moment, PastCaseFilter } from '@safeconduct/engine';
import { sql, type RawBuilder } from 'kysely';
import { keptInstant } from './codes.js';
import { lastKnown } from './ledger-counters.js';
import type { Db } from './view-tables.js';

/** The column of a stay that says when it began, and the one that says when it ended, in each clock. */
export const beganBy = { occurred: 'occurred_from', recorded: 'ordinal_from' } as const;
const endedBy = { occurred: 'occurred_until', recorded: 'ordinal_until' } as const;

/** How far a moment reaches, as rows have it: milliseconds of what happened, or how many events the log had that were known. */
export const boundOf = async (db: Db, { at, clock }: Moment): Promise<number> =>
  clock === 'occurred' ? keptInstant(at) : (await lastKnown(db, at)).ordinal;

/** The condition that a stay lasted at a bound of its clock. @param stay  what its table is called in the statement */
export function lastsAt(stay: string, clock: ClockName, bound: number): RawBuilder<boolean> {
  const [began, ended] = [sql.ref(`${stay}.${beganBy[clock]}`), sql.ref(`${stay}.${endedBy[clock]}`)];
  return sql<boolean>`${began} <= ${bound} and (${ended} is null or ${ended} > ${bound})`;
}

/** The conditions that a case had been in its state since some time, as a list asks for it. */
export const sinceConditions = ({
  sinceFrom,
  sinceBefore,
}: PastCaseFilter): readonly RawBuilder<boolean>[] => [
  ...(sinceFrom === undefined ? [] : [sql<boolean>`stay.state_since >= ${keptInstant(sinceFrom)}`]),
  ...(sinceBefore === undefined ? [] : [sql<boolean>`stay.state_since < ${keptInstant(sinceBefore)}`]),
];
