import type { InboxItem, InboxQuery, PassedDeadline, PassedDeadlinesQuery } from '@safeconduct/engine';
import { sql, type RawBuilder } from 'kysely';
import { cellsOfWorkflow, codeOfName, keptInstant, nameIn } from '../../queries/codes.js';
import {
  inboxItem,
  isBehind,
  passedDeadline,
  type InboxRow,
  type PassedRow,
} from '../../queries/deadline-rows.js';
import type { Db } from '../../queries/view-tables.js';
import { isVisible, onlyAssignee } from '../../queries/visible-cases.js';

const [deadline, caseList, knownCase] = [
  sql.table('deadline'),
  sql.table('case_list'),
  sql.table('known_case'),
];

// `OFFSET 0` keeps a part of a statement as it is written: for each row before it, its rows are looked up by their key.
// So the rows stay in the order of the index that is walked, and the walk ends with the page.

/** Deadlines by date, and of each its case, `listed`. They name it by its id, in whose order they are walked. */
const byDate = sql`${deadline} as deadline cross join lateral (
  select * from ${caseList} as one
  where one.case_id = (select code from ${knownCase} where text = deadline.case_id) offset 0) as listed`;

/** Cases, `listed`, and the deadlines of each. */
const byCase = sql`${caseList} as listed cross join lateral (
  select * from ${deadline} as one where one.case_id = listed.id_order offset 0) as deadline`;

const inOrder = sql`deadline.due_at, deadline.case_id, deadline.name`;

/** Running deadlines, the most urgent first. Those of one officer are found by their cases, others are walked by date. */
export async function selectInbox(
  db: Db,
  { filter, now, limit, after }: InboxQuery,
): Promise<readonly InboxItem[]> {
  const { workflow, role, visible, assignee = onlyAssignee(visible) } = filter;
  const { deadline: name, dueBefore, quietSince } = filter;
  const conditions: RawBuilder<unknown>[] = [];
  if (after !== undefined) conditions.push(isBehind(after));
  // One array instead of a join, so that the planner has no other way through the deadlines.
  if (workflow !== undefined) conditions.push(sql`listed.cell = any (array ${cellsOfWorkflow(workflow)})`);
  if (role !== undefined) conditions.push(sql`deadline.role = ${codeOfName(role)}`);
  if (assignee !== undefined) conditions.push(sql`listed.assignee = ${codeOfName(assignee)}`);
  if (dueBefore !== undefined) conditions.push(sql`deadline.due_at < ${keptInstant(dueBefore)}`);
  if (name !== undefined) conditions.push(sql`deadline.name = ${name}`);
  if (quietSince !== undefined) conditions.push(sql`listed.recorded_at <= ${keptInstant(quietSince)}`);
  if (visible !== undefined) conditions.push(await isVisible(db, visible, 'listed'));
  const { rows } = await sql<InboxRow>`
    select deadline.case_id, deadline.name, deadline.due_at, listed.reference,
      ${nameIn('deadline.role')} as role, ${nameIn('listed.cell')} as cell,
      ${nameIn('listed.assignee')} as assignee
    from ${assignee === undefined ? byDate : byCase}
    where ${allOf(conditions)} order by ${inOrder} limit ${limit}`.execute(db);
  return rows.map((row) => inboxItem(row, now));
}

/** A page of the deadlines that have passed, the oldest first. It filters by the index it walks, so every page costs the same. */
export async function selectPassedDeadlines(
  db: Db,
  { now, limit, after }: PassedDeadlinesQuery,
): Promise<readonly PassedDeadline[]> {
  const conditions = [sql`deadline.due_at <= ${keptInstant(now)}`];
  if (after !== undefined) conditions.push(isBehind(after));
  const { rows } = await sql<PassedRow>`
    select deadline.case_id, ${nameIn('listed.cell')} as cell, deadline.name, deadline.due_at,
      deadline.since_revision, listed.position, listed.recorded_at
    from ${byDate} where ${allOf(conditions)} order by ${inOrder} limit ${limit}`.execute(db);
  return rows.map(passedDeadline);
}

const allOf = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
