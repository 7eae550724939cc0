import {
  compareText,
  countedMax,
  isByInstant,
  type CaseCursor,
  type CaseFilter,
  type CaseOrder,
} from '@safeconduct/engine';
import { sql, type RawBuilder } from 'kysely';
import type { ListLimits, Walk } from './case-keys.js';
import { isInRange, rangesOf } from './case-ranges.js';
import { codeOfName, codesOfCases, keptInstant, toldInstant } from './codes.js';

const caseList = sql.table('case_list');

export type Condition = RawBuilder<unknown>;

/** Up to 5,000 cases, looking them up one by one and sorting them is faster than walking an index. */
export const listLimits: ListLimits = { candidatesMax: 5000, countedMax };

export const byReference: CaseOrder = { by: 'reference', descending: false };

/** Cases of one state or of one officer follow each other by reference (`case-sections.ts`). */
const columns = {
  reference: 'case_list.reference',
  due: 'case_list.due_order',
  since: 'case_list.state_since',
  updated: 'case_list.recorded_at',
  subject: 'case_list.latin_order',
  subjectArabic: 'case_list.arabic_order',
  state: 'case_list.reference',
  assignee: 'case_list.reference',
} as const;

/** Orders in which an index has the cases of each officer. */
export const isByOfficer = ({ by }: CaseOrder): boolean => by !== 'subject' && by !== 'subjectArabic';

/** A cursor whose key is what the rows have: instants are numbers. */
export type KeptCursor = CaseCursor;

/** A cursor as it is compared with rows. */
export const keptCursor = (told: CaseCursor, order: CaseOrder): KeptCursor =>
  isByInstant(order.by) && typeof told.key === 'string' ? { ...told, key: keptInstant(told.key) } : told;

/** A cursor as it is given out. */
export const toldCursor = (kept: KeptCursor, order: CaseOrder): CaseCursor =>
  isByInstant(order.by) && typeof kept.key === 'number' ? { ...kept, key: toldInstant(kept.key) } : kept;

/** What cases are sorted by. */
export const keyOf = ({ by }: CaseOrder): RawBuilder<unknown> => sql.ref(columns[by]);

/**
 * The conditions of a filter besides cells and words.
 * @param walked  the order of the index that is walked, which is entered by what it has; left out: single cases are checked
 */
export function conditionsOf(filter: CaseFilter, walked?: CaseOrder): readonly Condition[] {
  const { assignee, caseIds } = filter;
  const found: Condition[] = [];
  if (assignee !== undefined) {
    const column = sql.ref('case_list.assignee');
    const value = walked !== undefined && isByOfficer(walked) ? column : sql`(${column} + 0)`;
    found.push(sql`${value} = ${codeOfName(assignee ?? '')}`);
  }
  if (caseIds !== undefined) found.push(sql`case_list.case_id in ${codesOfCases(caseIds)}`);
  for (const range of rangesOf(filter)) found.push(isInRange(range, range.by === walked?.by));
  return found;
}

/** Whether one index has all cases in the order of a walk: each cell is walked, and nothing is asked of a case. */
export const isWalkedWhole = ({ order, conditions, isWhole }: Walk): boolean =>
  isWhole && order.by === 'reference' && conditions.length === 0;

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
    ${all.length === 0 ? sql`` : sql`where ${sql.join(all, sql` and `)}`}
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
