import { sql } from 'kysely';
import type { CaseWalks, Checks, FewCases, Walk } from '../../queries/case-keys.js';
import { casesEntered } from '../../queries/case-ranges.js';
import { codesFoundBy } from '../../queries/case-words.js';
import { codeOfName, codesOfCases, codesOfNames } from '../../queries/codes.js';
import { afterCursor, firstOf, isWalkedWhole, type Condition } from '../../queries/key-query.js';
import { mergedRanges } from '../../queries/merged-ranges.js';
import { takeFromRanges, type Range } from './take-from-ranges.js';

/** How SQLite walks the list of cases: several ranges of an index, merged; or a few cases, sorted. */
export const caseWalks: CaseWalks = {
  async inCells(db, walk) {
    if (!isWalkedWhole(walk))
      return mergedRanges({ ...walk, ranges: walk.cells }, takeFromRanges(db, rangeOfCell(walk)));
    const conditions = [...walk.conditions, ...afterCursor(walk.after, walk.order)];
    return (await firstOf(conditions, walk.order, walk.limit).execute(db)).rows;
  },

  byWords: (db, words, walk) =>
    mergedRanges({ ...walk, ranges: words }, takeFromRanges(db, rangeOfWord(walk))),

  async ofFew(db, few, walk) {
    const { order, after, limit } = walk;
    const conditions = [selecting(few), ...allOf(walk), ...afterCursor(after, order)];
    return (await firstOf(conditions, order, limit).execute(db)).rows;
  },

  rowsOfFew(few, checks, times) {
    if (few.of === 'entry') return casesEntered(few.entry, checks.conditions);
    // The order of a cross join is kept.
    const [from, first] =
      few.of === 'word' && times === 'repeated'
        ? [
            sql`(${codesFoundBy(few.word)}) as found cross join case_list`,
            sql`case_list.case_id = found.code`,
          ]
        : [sql`case_list`, selecting(few)];
    return sql`
      select case_list.case_id as code, case_list.cell, case_list.assignee from ${from}
      where ${sql.join([first, ...allOf(checks)], sql` and `)}`;
  },
};

/** The cases of a cell. */
const rangeOfCell =
  ({ conditions, order }: Walk): Range =>
  (cell, after, limit) => {
    const inCell = sql`case_list.cell = ${codeOfName(cell)}`;
    return firstOf([inCell, ...afterCursor(after, order), ...conditions], order, limit);
  };

/** The cases that exactly one word finds and that fulfil the conditions, by reference. */
const rangeOfWord =
  (walk: Walk): Range =>
  (word, after, limit) => {
    const { descending } = walk.order;
    const way = descending ? sql`desc` : sql`asc`;
    const beyond = descending ? sql`<` : sql`>`;
    // The index is entered by the reference. Those that are equal in it are few, and sorted by their ids.
    const behind = after && [
      sql`found.reference ${beyond}= ${after.key}`,
      sql`(found.reference, case_list.id_order) ${beyond} (${after.key}, ${after.caseId})`,
    ];
    const all = [sql`found.word = ${word}`, ...(behind ?? []), ...allOf(walk)];
    // The order of a cross join is kept: the word leads, and each of its cases is looked at.
    return sql`
      select found.reference as "key", case_list.id_order as "caseId" from case_word as found cross join case_list
      where ${sql.join(all, sql` and `)} and case_list.case_id = found.case_id
      order by found.reference ${way}, case_list.id_order ${way} limit ${limit}`;
  };

/** Every condition of a search, to check single cases. */
function allOf({ cells, conditions }: Checks): readonly Condition[] {
  // Written as an expression, so that no index of cells leads the search.
  return [...conditions, sql`(case_list.cell + 0) in ${codesOfNames(cells)}`];
}

function selecting(few: FewCases): Condition {
  switch (few.of) {
    case 'word':
      return sql`case_list.case_id in (${codesFoundBy(few.word)})`;
    case 'ids':
      return sql`case_list.case_id in ${codesOfCases(few.ids)}`;
    case 'entry':
      return sql`case_list.case_id in (${casesEntered(few.entry, [], [])})`;
  }
}
