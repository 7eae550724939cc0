import type { Instant } from '@safeconduct/workflow';
import { sql, type Kysely } from 'kysely';
import type { ViewTables } from '../projections/view-tables.js';

/** Something that must happen by a date, with the case it belongs to. */
export interface InboxItem {
  readonly caseId: string;
  readonly workflow: string;
  readonly reference: string;
  readonly deadline: string;
  /** Who has to act. */
  readonly role: string;
  readonly dueAt: Instant;
  readonly overdue: boolean;
  readonly state: string;
  readonly facility: string | null;
  readonly assignee: string | null;
}

export interface InboxFilter {
  readonly workflow?: string | undefined;
  readonly role?: string | undefined;
  readonly assignee?: string | undefined;
  readonly dueBefore?: Instant | undefined;
}

/** Where a page begins: behind this deadline of this case. */
export interface InboxCursor {
  readonly dueAt: Instant;
  readonly caseId: string;
  readonly deadline: string;
}

/** Running deadlines, the most urgent first. */
export async function inbox(
  db: Kysely<ViewTables>,
  filter: InboxFilter,
  {
    now,
    limit,
    after,
  }: { readonly now: Instant; readonly limit: number; readonly after?: InboxCursor | undefined },
): Promise<readonly InboxItem[]> {
  // The order of a cross join is kept. One officer's deadlines are those of his cases; others are walked by date.
  const joined =
    filter.assignee === undefined
      ? db.selectFrom('deadline').crossJoin('case_list')
      : db.selectFrom('case_list').crossJoin('deadline');
  let query = joined
    .whereRef('case_list.case_id', '=', 'deadline.case_id')
    .select(['deadline.case_id', 'deadline.workflow', 'deadline.name', 'deadline.role', 'deadline.due_at'])
    .select(['case_list.reference', 'case_list.leaf', 'case_list.place', 'case_list.assignee'])
    .orderBy('deadline.due_at')
    .orderBy('deadline.case_id')
    .orderBy('deadline.name')
    .limit(limit);
  if (after !== undefined) query = query.where(isBehind(after));
  if (filter.workflow !== undefined) query = query.where('deadline.workflow', '=', filter.workflow);
  if (filter.role !== undefined) query = query.where('deadline.role', '=', filter.role);
  if (filter.assignee !== undefined) query = query.where('case_list.assignee', '=', filter.assignee);
  if (filter.dueBefore !== undefined) query = query.where('deadline.due_at', '<', filter.dueBefore);
  return (await query.execute()).map((row) => ({
    caseId: row.case_id,
    workflow: row.workflow,
    reference: row.reference,
    deadline: row.name,
    role: row.role,
    dueAt: row.due_at,
    overdue: row.due_at <= now,
    state: row.leaf,
    facility: row.place,
    assignee: row.assignee,
  }));
}

/** A deadline that has passed. */
export interface PassedDeadline {
  readonly caseId: string;
  readonly workflow: string;
  readonly deadline: string;
  readonly dueAt: Instant;
  /** The revision of the event since which it runs with this date. */
  readonly sinceRevision: number;
  /** The last event of its case that the view knows: its position, and when it was recorded. */
  readonly position: number;
  readonly touchedAt: Instant;
}

/**
 * A page of the deadlines that have passed, the oldest first, whoever has to act on them and how. It narrows by nothing
 * that is not in the index it walks, so a page costs the same whatever lies before and behind it.
 */
export async function passedDeadlines(
  db: Kysely<ViewTables>,
  {
    now,
    limit,
    after,
  }: { readonly now: Instant; readonly limit: number; readonly after?: InboxCursor | undefined },
): Promise<readonly PassedDeadline[]> {
  // The order of a cross join is kept: deadlines by date, and of each its case.
  let query = db
    .selectFrom('deadline')
    .crossJoin('case_list')
    .whereRef('case_list.case_id', '=', 'deadline.case_id')
    .select(['deadline.case_id', 'deadline.workflow', 'deadline.name', 'deadline.due_at'])
    .select(['deadline.since_revision', 'case_list.position', 'case_list.recorded_at'])
    .where('deadline.due_at', '<=', now)
    .orderBy('deadline.due_at')
    .orderBy('deadline.case_id')
    .orderBy('deadline.name')
    .limit(limit);
  if (after !== undefined) query = query.where(isBehind(after));
  return (await query.execute()).map((row) => ({
    caseId: row.case_id,
    workflow: row.workflow,
    deadline: row.name,
    dueAt: row.due_at,
    sinceRevision: row.since_revision,
    position: row.position,
    touchedAt: row.recorded_at,
  }));
}

const isBehind = ({ dueAt, caseId, deadline }: InboxCursor) =>
  sql<boolean>`(deadline.due_at, deadline.case_id, deadline.name) > (${dueAt}, ${caseId}, ${deadline})`;
