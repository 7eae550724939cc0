import { sql } from 'kysely';
import type { CaseWalks, Checks, FewCases, Walk } from '../../queries/case-keys.js';
import { casesEntered } from '../../queries/case-ranges.js';
import { codesFoundBy } from '../../queries/case-words.js';
import {
  afterCursor,
  firstOf,
  isWalkedWhole,
  keyOf,
  type Condition,
  type KeptCursor,
} from '../../queries/key-query.js';
import { mergedRanges } from '../../queries/merged-ranges.js';
import type { Db } from '../../queries/view-tables.js';
import { textArray } from '../views/array-parameters.js';
import { takeFromRanges, type Range } from './take-from-ranges.js';

const caseList = sql.table('case_list');
const caseWord = sql.table('case_word');
const knownName = sql.table('known_name');
const knownCase = sql.table('known_case');

/**
 * How PostgreSQL walks the list of cases: several ranges of an index, merged; or a few cases, sorted. A part behind
 * `LATERAL` is done for each row before it, and `OFFSET 0` keeps the planner from doing it another way.
 */
export const caseWalks: CaseWalks = {
  async inCells(db, walk) {
    if (!isWalkedWhole(walk))
      return mergedRanges({ ...walk, ranges: walk.cells }, takeFromRanges(db, rangeOfCell(walk), walk.order));
    const conditions = [...walk.conditions, ...afterCursor(walk.after, walk.order)];
    return (await firstOf(conditions, walk.order, walk.limit).execute(db)).rows;
  },

  byWords: (db, words, walk) =>
    mergedRanges({ ...walk, ranges: words }, takeFromRanges(db, rangeOfWord(walk), walk.order)),

  ofFew,

  rowsOfFew: (few, checks, times) =>
    few.of === 'entry'
      ? casesEntered(few.entry, checks.conditions)
      : sql`
    select candidate.code, found.cell, found.assignee from ${
      few.of === 'word' && times === 'repeated' ? sql`(${codesFoundBy(few.word)})` : candidatesOf(few)
    } as candidate cross join lateral (
      select case_list.cell, case_list.assignee from ${caseList}
      where case_list.case_id = candidate.code and ${allOf(checks)} offset 0) as found`,
};

/** The cases of one cell, `asked.name`. */
const rangeOfCell =
  ({ conditions, order }: Walk): Range =>
  ({ isBehind, take }) => {
    const inCell = sql`case_list.cell = (select code from ${knownName} where text = asked.name)`;
    const behind = isBehind ? [isBeyond(keyOf(order), sql`case_list.id_order`, order)] : [];
    return firstOf([inCell, ...behind, ...conditions], order, take);
  };

/** The cases that exactly one word finds, `asked.name`, by reference. */
const rangeOfWord =
  (walk: Walk): Range =>
  ({ isBehind, take }) => {
    const { order } = walk;
    const way = order.descending ? sql`desc` : sql`asc`;
    // The index is entered by the reference. Those that are equal in it are few, and sorted by their ids.
    const entered = order.descending ? sql`found.reference <= asked.key` : sql`found.reference >= asked.key`;
    const behind = [entered, isBeyond(sql`found.reference`, sql`listed.id_order`, order)];
    return sql<KeptCursor>`
      select found.reference as "key", listed.id_order as "caseId" from ${caseWord} as found cross join lateral (
        select case_list.id_order from ${caseList}
        where case_list.case_id = found.case_id and ${allOf(walk)} offset 0) as listed
      where ${sql.join([sql`found.word = asked.name`, ...(isBehind ? behind : [])], sql` and `)}
      order by found.reference ${way}, listed.id_order ${way} limit ${take}`;
  };

const isBeyond = (key: Condition, id: Condition, { descending }: Walk['order']): Condition =>
  sql`(${key}, ${id}) ${descending ? sql`<` : sql`>`} (asked.key, asked.id)`;

async function ofFew(db: Db, few: FewCases, walk: Walk): Promise<readonly KeptCursor[]> {
  const { order, after, limit } = walk;
  const way = order.descending ? sql`desc` : sql`asc`;
  const conditions = [allOf(walk), ...afterCursor(after, order)];
  const { rows } = await sql<KeptCursor>`
    select found.key as "key", found.id as "caseId" from ${candidatesOf(few)} as candidate cross join lateral (
      select ${keyOf(order)} as key, case_list.id_order as id from ${caseList}
      where case_list.case_id = candidate.code and ${sql.join(conditions, sql` and `)} offset 0) as found
    order by found.key ${way}, found.id ${way} limit ${limit}`.execute(db);
  return rows;
}

/** The numbers of a few cases. */
function candidatesOf(few: FewCases): Condition {
  switch (few.of) {
    case 'word':
      return sql`(select distinct code from (${codesFoundBy(few.word)}) as words)`;
    case 'ids':
      return sql`(select code from ${knownCase} where text = any (${textArray(few.ids)}::text[]))`;
    case 'entry':
      return sql`(${casesEntered(few.entry, [], [])})`;
  }
}

/** Every condition of a search, to check single cases. */
function allOf({ cells, conditions }: Checks): Condition {
  const codes = sql`array (select code from ${knownName} where text = any (${textArray(cells)}::text[]))`;
  return sql.join([...conditions, sql`case_list.cell = any (${codes})`], sql` and `);
}
