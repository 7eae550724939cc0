import { compareText, type CaseCursor, type CaseFilter, type CaseOrder } from '@safeconduct/engine';
import { sql, type RawBuilder } from 'kysely';

export type Condition = RawBuilder<unknown>;

/** Up to this many cases, looking them up one by one and sorting them is faster than walking an index. */
export const candidatesMax = 5000;

export const byReference: CaseOrder = { by: 'reference', descending: false };

const columns = {
  reference: 'case_list.reference',
  due: 'case_list.due_order',
  since: 'case_list.state_since',
  updated: 'case_list.position',
} as const;

/** The column that cases are sorted by. */
export const keyOf = ({ by }: CaseOrder): RawBuilder<unknown> => sql.ref(columns[by]);

/** The conditions of a filter besides cells and words. */
export function conditionsOf({ assignee, caseId, dueBefore }: CaseFilter): readonly Condition[] {
  const found: Condition[] = [];
  if (assignee !== undefined) found.push(sql`case_list.assignee = ${assignee}`);
  if (caseId !== undefined) found.push(sql`case_list.case_id = ${caseId}`);
  if (dueBefore !== undefined) found.push(sql`case_list.due_order < ${dueBefore}`);
  return found;
}

/** The condition of coming after a cursor in an order; none when there is no cursor. */
export function afterCursor(after: CaseCursor | undefined, order: CaseOrder): readonly Condition[] {
  if (after === undefined) return [];
  const beyond = order.descending ? sql`<` : sql`>`;
  return [sql`(${keyOf(order)}, case_list.case_id) ${beyond} (${after.key}, ${after.caseId})`];
}

/** The cursors of the first cases that fulfil all conditions. */
export function firstOf(all: readonly Condition[], order: CaseOrder, limit: number): RawBuilder<CaseCursor> {
  const way = order.descending ? sql`desc` : sql`asc`;
  return sql<CaseCursor>`
    select ${keyOf(order)} as "key", case_list.case_id as "caseId" from case_list
    where ${sql.join(all, sql` and `)}
    order by ${keyOf(order)} ${way}, case_list.case_id ${way} limit ${limit}`;
}

/** Sorts cursors as the database does. */
export const compareBy = ({ descending }: CaseOrder) => {
  const sign = descending ? -1 : 1;
  return (left: CaseCursor, right: CaseCursor): number =>
    sign * (compareKeys(left.key, right.key) || compareText(left.caseId, right.caseId));
};

const compareKeys = (left: CaseCursor['key'], right: CaseCursor['key']): number =>
  typeof left === 'number' && typeof right === 'number'
    ? left - right
    : compareText(String(left), String(right));
