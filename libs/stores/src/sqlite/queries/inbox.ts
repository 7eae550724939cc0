import type { InboxItem, InboxQuery, PassedDeadline, PassedDeadlinesQuery } from '@safeconduct/engine';
import { sql } from 'kysely';
import { cellsOfWorkflow, codeOfName, keptInstant, nameIn } from '../../queries/codes.js';
import { inboxItem, isBehind, passedDeadline } from '../../queries/deadline-rows.js';
import type { Db } from '../../queries/view-tables.js';
import { isVisible, onlyAssignee } from '../../queries/visible-cases.js';

/** Running deadlines, the most urgent first. */
export async function selectInbox(
  db: Db,
  { filter, now, limit, after }: InboxQuery,
): Promise<readonly InboxItem[]> {
  // The order of a cross join is kept. The deadlines of one officer are found by their cases; others are
  // walked by date.
  const { assignee = onlyAssignee(filter.visible) } = filter;
  const joined =
    assignee === undefined
      ? db.selectFrom('deadline').crossJoin('case_list').where(isCaseOfDeadline)
      : db
          .selectFrom('case_list')
          .crossJoin('deadline')
          .whereRef('deadline.case_id', '=', 'case_list.id_order');
  let query = joined
    .select(['deadline.case_id', 'deadline.name', 'deadline.due_at', 'case_list.reference'])
    .select([nameIn('deadline.role').as('role'), nameIn('case_list.cell').as('cell')])
    .select(nameIn('case_list.assignee').as('assignee'))
    .orderBy('deadline.due_at')
    .orderBy('deadline.case_id')
    .orderBy('deadline.name')
    .limit(limit);
  if (after !== undefined) query = query.where(isBehind(after));
  if (filter.workflow !== undefined)
    query = query.where('case_list.cell', 'in', cellsOfWorkflow(filter.workflow));
  if (filter.role !== undefined) query = query.where('deadline.role', '=', codeOfName(filter.role));
  if (assignee !== undefined) query = query.where('case_list.assignee', '=', codeOfName(assignee));
  if (filter.deadline !== undefined) query = query.where('deadline.name', '=', filter.deadline);
  if (filter.quietSince !== undefined)
    query = query.where('case_list.recorded_at', '<=', keptInstant(filter.quietSince));
  if (filter.visible !== undefined) query = query.where(sql<boolean>`${await isVisible(db, filter.visible)}`);
  if (filter.dueBefore !== undefined)
    query = query.where('deadline.due_at', '<', keptInstant(filter.dueBefore));
  return (await query.execute()).map((row) => inboxItem(row, now));
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
    .where(isCaseOfDeadline)
    .select(['deadline.case_id', nameIn('case_list.cell').as('cell'), 'deadline.name', 'deadline.due_at'])
    .select(['deadline.since_revision', 'case_list.position', 'case_list.recorded_at'])
    .where('deadline.due_at', '<=', keptInstant(now))
    .orderBy('deadline.due_at')
    .orderBy('deadline.case_id')
    .orderBy('deadline.name')
    .limit(limit);
  if (after !== undefined) query = query.where(isBehind(after));
  return (await query.execute()).map(passedDeadline);
}

// Deadlines of one date are walked in the order of the ids of their cases, so they have those, and not their numbers.
const isCaseOfDeadline = sql<boolean>`case_list.case_id = (select code from known_case where text = deadline.case_id)`;
