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
  if (after !== undefined) {
    const { dueAt, caseId, deadline } = after;
    query = query.where(
      sql<boolean>`(deadline.due_at, deadline.case_id, deadline.name) > (${dueAt}, ${caseId}, ${deadline})`,
    );
  }
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

/** A deadline whose command the system may send now. */
export interface DueDeadline {
  readonly caseId: string;
  readonly workflow: string;
  readonly deadline: string;
  readonly dueAt: Instant;
  /** The revision of the event since which it runs with this date. */
  readonly sinceRevision: number;
  /** Position of the last event of its case that the view knows. */
  readonly position: number;
}

/** Which deadlines of a workflow to look for. */
export interface DueFilter {
  readonly workflow: string;
  readonly names: readonly string[];
  readonly now: Instant;
  /** Only in cases that nobody has touched since. */
  readonly quietSince: Instant;
  readonly limit: number;
}

/** Deadlines that are over, the oldest first. */
export async function dueDeadlines(
  db: Kysely<ViewTables>,
  { workflow, names, now, quietSince, limit }: DueFilter,
): Promise<readonly DueDeadline[]> {
  if (names.length === 0) return [];
  const rows = await db
    .selectFrom('deadline')
    .innerJoin('case_list', 'case_list.case_id', 'deadline.case_id')
    .select([
      'deadline.case_id',
      'deadline.workflow',
      'deadline.name',
      'deadline.due_at',
      'deadline.since_revision',
      'case_list.position',
    ])
    .where('deadline.workflow', '=', workflow)
    .where('deadline.name', 'in', names)
    .where('deadline.due_at', '<=', now)
    .where('case_list.recorded_at', '<=', quietSince)
    .orderBy('deadline.due_at')
    .orderBy('deadline.case_id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    caseId: row.case_id,
    workflow: row.workflow,
    deadline: row.name,
    dueAt: row.due_at,
    sinceRevision: row.since_revision,
    position: row.position,
  }));
}
