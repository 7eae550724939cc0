import { caseCell, readCaseCell, type CaseCell, type CaseFilter, type CaseOrder } from '@safeconduct/engine';
import { sql } from 'kysely';
import { codeOfName, codesOfCases, codesOfNames, nameIn } from '../../queries/codes.js';
import type { Db } from '../../queries/view-tables.js';
import { alsoFoundBy, completions, foundBy, hasWord, rangeOf, rarestWord } from './case-words.js';
import {
  afterCursor,
  byReference,
  conditionsOf,
  firstOf,
  type Condition,
  type KeptCursor,
} from './key-query.js';
import { mergedRanges, type Range } from './merged-ranges.js';

interface Cell extends CaseCell {
  readonly cases: number;
}

/** What a list is narrowed to. */
export interface Narrowed {
  readonly filter: CaseFilter;
  readonly cells: readonly Cell[];
}

/** Which cursors are wanted. */
export interface KeyPage {
  readonly order: CaseOrder;
  readonly after: KeptCursor | undefined;
  readonly limit: number;
  /** Up to how many cases are looked up one by one. */
  readonly candidatesMax: number;
}

/** A word with more completions than this, such as a single letter, finds nearly every case. */
const completionsMax = 16;

/**
 * The non-empty cells that a filter matches. Their number grows with states and facilities, not with cases.
 */
export async function cellsNow(db: Db, filter: CaseFilter): Promise<readonly Cell[]> {
  const rows = await db
    .selectFrom('case_cell')
    .select([nameIn('cell').as('cell'), 'cases'])
    .where('cases', '>', 0)
    .execute();
  const { workflow, state, place, outcome } = filter;
  return rows
    .map(({ cell, cases }) => ({ ...readCaseCell(cell), cases }))
    .filter(
      (cell) =>
        (workflow === undefined || cell.workflow === workflow) &&
        (state === undefined || cell.leaf === state || cell.leaf.startsWith(`${state}.`)) &&
        (place === undefined || cell.place === place) &&
        (outcome === undefined || cell.outcome === outcome),
    );
}

/**
 * The cursors of the first cases behind a cursor, in order. An index has the cases of each cell in order, for
 * all officers and for each one, so the first cases of the cells are merged. Where words narrow more than
 * cells do, the cases found by the words are sorted instead. So the time hardly depends on the number of
 * cases.
 */
export async function keysOf(db: Db, narrowed: Narrowed, page: KeyPage): Promise<readonly KeptCursor[]> {
  const { caseId, words = [] } = narrowed.filter;
  if (narrowed.cells.length === 0) return [];
  if (caseId !== undefined) return sortedOf(db, { candidates: [], narrowed, page });
  return words.length === 0 ? byCells(db, narrowed, page) : byWords(db, narrowed, page);
}

async function byWords(db: Db, narrowed: Narrowed, page: KeyPage): Promise<readonly KeptCursor[]> {
  const { words = [], assignee } = narrowed.filter;
  const rare = await rarestWord(db, words, page.candidatesMax);
  if (rare !== undefined) return sortedOf(db, { candidates: [foundBy(rare)], narrowed, page });
  if (assignee !== undefined || casesIn(narrowed) <= page.candidatesMax) return byCells(db, narrowed, page);
  const known = await Promise.all(words.map((word) => completions(db, word, completionsMax)));
  const [whole, ...others] = known.filter((found) => found !== undefined);
  if (whole === undefined) return byCells(db, narrowed, page);
  const conditions = [...others.map(alsoFoundBy), ...allOf(narrowed)];
  const found = (order: CaseOrder, after: KeptCursor | undefined, limit: number) =>
    mergedRanges(db, { ranges: whole.map((word) => rangeOf(word, conditions, order)), order, after, limit });
  if (page.order.by === 'reference') return found(page.order, page.after, page.limit);
  // In another order the cells soon yield a page of cases that one word finds; several words may find too
  // few.
  if (words.length === 1) return byCells(db, narrowed, page);
  const some = await found(byReference, undefined, page.candidatesMax + 1);
  if (some.length > page.candidatesMax) return byCells(db, narrowed, page);
  return some.length === 0 ? [] : sortedOf(db, { candidates: [among(some)], narrowed, page });
}

function byCells(db: Db, { filter, cells }: Narrowed, page: KeyPage): Promise<readonly KeptCursor[]> {
  const common = [...conditionsOf(filter), ...(filter.words ?? []).map(hasWord)];
  const ranges = cells.map((cell): Range => {
    const inCell = sql`case_list.cell = ${codeOfName(caseCell(cell))}`;
    return (after, limit) =>
      firstOf([inCell, ...afterCursor(after, page.order), ...common], page.order, limit);
  });
  return mergedRanges(db, { ranges, ...page });
}

interface Sorting {
  /** The conditions that select a few cases. */
  readonly candidates: readonly Condition[];
  readonly narrowed: Narrowed;
  readonly page: KeyPage;
}

/** Looks up each of a few cases, and sorts them. */
async function sortedOf(
  db: Db,
  { candidates, narrowed, page: { order, after, limit } }: Sorting,
): Promise<readonly KeptCursor[]> {
  const conditions = [...candidates, ...allOf(narrowed), ...afterCursor(after, order)];
  return (await firstOf(conditions, order, limit).execute(db)).rows;
}

/** Every condition of a search, to check single cases. */
function allOf({ filter, cells }: Narrowed): readonly Condition[] {
  // Written as an expression, so that no index of cells leads the search.
  return [
    ...conditionsOf(filter),
    ...(filter.words ?? []).map(hasWord),
    sql`(case_list.cell + 0) in ${codesOfNames(cells.map(caseCell))}`,
  ];
}

const among = (cases: readonly KeptCursor[]): Condition =>
  sql`case_list.case_id in ${codesOfCases(cases.map(({ caseId }) => caseId))}`;

const casesIn = ({ cells }: Narrowed): number => cells.reduce((sum, { cases }) => sum + cases, 0);
