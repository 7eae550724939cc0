import {
  type DeadlineCursor,
  type InboxItem,
  type InboxQuery,
  type PassedDeadline,
  type PassedDeadlinesQuery,
  positionOf,
} from '@safeconduct/engine';
import { sql } from 'kysely';
import type { Db } from '../../queries/view-tables.js';

/** Running deadlines, the most urgent first. */
export async function selectInbox(
  db: Db,
  { filter, now, limit, after }: InboxQuery,
): Promise<readonly InboxItem[]> {
  // The order of a cross join is kept. The deadlines of one officer are found by their cases; others are
  // walked by date.
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
    place: row.place,
    assignee: row.assignee,
  }));
}

/**
 * A page of the deadlines that have passed, the oldest first, whichever role has to act. It filters only by
 * columns of the index it walks, so every page costs the same.
 */
export async function selectPassedDeadlines(
  db: Db,
  { now, limit, after }: PassedDeadlinesQuery,
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
    sinceRevision: BigInt(row.since_revision),
    position: positionOf(row.position),
    touchedAt: row.recorded_at,
  }));
}

const isBehind = ({ dueAt, caseId, deadline }: DeadlineCursor) =>
  sql<boolean>`(deadline.due_at, deadline.case_id, deadline.name) > (${dueAt}, ${caseId}, ${deadline})`;
