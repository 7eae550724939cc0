import {
  positionOf,
  readCaseCell,
  type DeadlineCursor,
  type InboxItem,
  type Instant,
  type PassedDeadline,
} from '@safeconduct/engine';
import { sql } from 'kysely';
import { keptInstant, toldInstant } from './codes.js';
import type { Db } from './view-tables.js';

/** A running deadline with its case, names as texts. */
export interface InboxRow {
  readonly case_id: string;
  readonly name: string;
  readonly role: string;
  readonly due_at: number;
  readonly reference: string;
  readonly cell: string;
  /** Empty: nobody. */
  readonly assignee: string;
}

export function inboxItem(row: InboxRow, now: Instant): InboxItem {
  const { workflow, leaf, place } = readCaseCell(row.cell);
  const dueAt = toldInstant(row.due_at);
  return {
    caseId: row.case_id,
    workflow,
    reference: row.reference,
    deadline: row.name,
    role: row.role,
    dueAt,
    overdue: dueAt <= now,
    state: leaf,
    place: place === '' ? null : place,
    assignee: row.assignee === '' ? null : row.assignee,
  };
}

/** A deadline that has passed, with what is known of its case. */
export interface PassedRow {
  readonly case_id: string;
  readonly cell: string;
  readonly name: string;
  readonly due_at: number;
  readonly since_revision: number;
  readonly position: number;
  readonly recorded_at: number;
}

export const passedDeadline = (row: PassedRow): PassedDeadline => ({
  caseId: row.case_id,
  workflow: readCaseCell(row.cell).workflow,
  deadline: row.name,
  dueAt: toldInstant(row.due_at),
  sinceRevision: BigInt(row.since_revision),
  position: positionOf(row.position),
  touchedAt: toldInstant(row.recorded_at),
});

/** The last date of a deadline before now. */
export async function selectLastPassed(db: Db, now: Instant): Promise<Instant | null> {
  const { last } = await db
    .selectFrom('deadline')
    .select((row) => row.fn.max('due_at').as('last'))
    .where('due_at', '<', keptInstant(now))
    .executeTakeFirstOrThrow();
  // Of no rows the greatest is null, which the type does not say.
  const known = last as number | string | null;
  return known === null ? null : toldInstant(Number(known));
}

/** Behind a deadline, in the order of dates, cases and names. */
export const isBehind = ({ dueAt, caseId, deadline }: DeadlineCursor) =>
  sql<boolean>`(deadline.due_at, deadline.case_id, deadline.name) > (${keptInstant(dueAt)}, ${caseId}, ${deadline})`;
