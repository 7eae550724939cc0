import type { AuditAsked, VisibleCases } from '@safeconduct/engine';
import { sql } from 'kysely';
import { lineTable } from './audit.js';
import { cellsNow } from './case-keys.js';
import type { Condition } from './key-query.js';
import type { Db } from './view-tables.js';
import { isOfVisibleCase, isVisible, seesAll } from './visible-cases.js';

/**
 * Which lines a reader sees, so that as few as possible are looked at: all, some by a condition, or most: all without those
 * of some other cases.
 */
export type LinesSeen =
  | { readonly how: 'all' }
  | { readonly how: 'some'; readonly condition: Condition }
  | { readonly how: 'most'; readonly others: Condition };

/** Of up to this share of the cases, finding lines by an index is faster than looking at every line. */
const fewShare = 0.25;

export async function linesSeen(db: Db, { part, filter }: AuditAsked): Promise<LinesSeen> {
  const { visible, caseId } = filter;
  const column = sql.ref(`${lineTable[part]}.case_id`);
  if (visible !== undefined && caseId !== undefined)
    return { how: 'some', condition: await isOfVisibleCase(db, visible, column) };
  if (visible === undefined || (await seesAll(db, visible)))
    // The lines of one case are few, and no counter has them.
    return caseId === undefined ? { how: 'all' } : { how: 'some', condition: sql`1 = 1` };
  const isSeen = await isVisible(db, visible, 'visible_case');
  const cases = (which: Condition) => sql`(
    select visible_case.case_id from ${sql.table('case_list')} as visible_case where ${which})`;
  const share = await shareOf(db, visible);
  if (share >= 1 - fewShare) return { how: 'most', others: sql`${column} in ${cases(sql`not ${isSeen}`)}` };
  // Written as an expression, the case leads the search in no index.
  const lines = share <= fewShare ? column : sql`${column} + 0`;
  return { how: 'some', condition: sql`${lines} in ${cases(isSeen)}` };
}

/** The share of the cases that a reader sees. */
async function shareOf(db: Db, visible: VisibleCases): Promise<number> {
  const isSeen = await isVisible(db, visible, 'visible_case');
  const { rows } = await sql<{ cases: number | string }>`
    select count(*) as "cases" from ${sql.table('case_list')} as visible_case where ${isSeen}`.execute(db);
  const total = (await cellsNow(db)).reduce((sum, { cases }) => sum + cases, 0);
  return total === 0 ? 0 : Number(rows[0]?.cases ?? 0) / total;
}
