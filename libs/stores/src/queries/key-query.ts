import { compareText, type CaseCursor, type CaseFilter, type CaseOrder } from '@safeconduct/engine';
import { sql, type RawBuilder } from 'kysely';
import { codeOfCase, codeOfName, keptInstant, toldInstant } from './codes.js';

const caseList = sql.table('case_list');

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

/** A cursor whose key is what the rows have: instants are numbers. */
export type KeptCursor = CaseCursor;

const isByInstant = ({ by }: CaseOrder): boolean => by === 'due' || by === 'since';

/** A cursor as it is compared with rows. */
export const keptCursor = (told: CaseCursor, order: CaseOrder): KeptCursor =>
  isByInstant(order) && typeof told.key === 'string' ? { ...told, key: keptInstant(told.key) } : told;

/** A cursor as it is given out. */
export const toldCursor = (kept: KeptCursor, order: CaseOrder): CaseCursor =>
  isByInstant(order) && typeof kept.key === 'number' ? { ...kept, key: toldInstant(kept.key) } : kept;

/** What cases are sorted by. */
export const keyOf = ({ by }: CaseOrder): RawBuilder<unknown> => sql.ref(columns[by]);

/** The conditions of a filter besides cells and words. */
export function conditionsOf({ assignee, caseIds, dueBefore }: CaseFilter): readonly Condition[] {
  const found: Condition[] = [];
  if (assignee !== undefined) found.push(sql`case_list.assignee = ${codeOfName(assignee)}`);
  if (caseIds !== undefined) found.push(sql`case_list.case_id in (${sql.join(caseIds.map(codeOfCase))})`);
  if (dueBefore !== undefined) found.push(sql`case_list.due_order < ${keptInstant(dueBefore)}`);
  return found;
}

/** Behind a cursor in an order; everywhere, when there is none. */
export function afterCursor(after: KeptCursor | undefined, order: CaseOrder): readonly Condition[] {
  if (after === undefined) return [];
  const beyond = order.descending ? sql`<` : sql`>`;
  return [sql`(${keyOf(order)}, case_list.id_order) ${beyond} (${after.key}, ${after.caseId})`];
}

/** The cursors of the first cases that fulfil all conditions. */
export function firstOf(all: readonly Condition[], order: CaseOrder, limit: number): RawBuilder<KeptCursor> {
  const way = order.descending ? sql`desc` : sql`asc`;
  return sql<KeptCursor>`
    select ${keyOf(order)} as "key", case_list.id_order as "caseId" from ${caseList}
    where ${sql.join(all, sql` and `)}
    order by ${keyOf(order)} ${way}, case_list.id_order ${way} limit ${limit}`;
}

/** Sorts cursors as the database does. */
export const compareBy = ({ descending }: CaseOrder) => {
  const sign = descending ? -1 : 1;
  return (left: KeptCursor, right: KeptCursor): number =>
    sign * (compareKeys(left.key, right.key) || compareText(left.caseId, right.caseId));
};

const compareKeys = (left: KeptCursor['key'], right: KeptCursor['key']): number =>
  typeof left === 'number' && typeof right === 'number'
    ? left - right
    : compareText(String(left), String(right));
