import {
  caseCell,
  isInFilter,
  readCaseCell,
  type CaseCell,
  type CaseFilter,
  type CaseOrder,
  type SearchedWord,
} from '@safeconduct/engine';
import { alsoFoundBy, completions, hasWord, rarestWord } from './case-words.js';
import { nameIn } from './codes.js';
import { byReference, compareBy, conditionsOf, type Condition, type KeptCursor } from './key-query.js';
import { firstDifferent } from './merged-ranges.js';
import type { Db } from './view-tables.js';

/** A cell, and how many cases are in it. */
export interface Cell extends CaseCell {
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

/** The first cases behind a cursor, in an order, that are in one of some cells and fulfil all conditions. */
export interface Walk extends Pick<KeyPage, 'order' | 'after' | 'limit'> {
  readonly cells: readonly string[];
  readonly conditions: readonly Condition[];
}

/** A few cases: those that a word finds, or those with some ids. */
export type FewCases =
  | { readonly of: 'word'; readonly word: SearchedWord }
  | { readonly of: 'ids'; readonly ids: readonly string[] };

/**
 * How a database finds the first cases of an order. What makes it fast depends on the planner, so each adapter has its
 * own. A case is in an answer once.
 */
export interface CaseWalks {
  /** Walks the cells: an index has the cases of each in order, for all officers and for each one. */
  inCells(db: Db, walk: Walk): Promise<readonly KeptCursor[]>;
  /** Walks the cases found by some whole words, by reference. A condition may name the row of the word, `found`. */
  byWords(db: Db, words: readonly string[], walk: Walk): Promise<readonly KeptCursor[]>;
  /** Looks up each of a few cases, and sorts them. */
  ofFew(db: Db, few: FewCases, walk: Walk): Promise<readonly KeptCursor[]>;
}

/** A word with more completions than this, such as a single letter, finds nearly every case. */
const completionsMax = 16;

/**
 * The non-empty cells that a filter matches. Their number grows with states, facilities and tags, not with cases.
 */
export async function cellsNow(db: Db, filter: CaseFilter): Promise<readonly Cell[]> {
  const rows = await db
    .selectFrom('case_cell')
    .select([nameIn('cell').as('cell'), 'cases'])
    .where('cases', '>', 0)
    .execute();
  return rows
    .map(({ cell, cases }) => ({ ...readCaseCell(cell), cases }))
    .filter((cell) => isInFilter(cell, filter));
}

/** The cases that are listed now, and how the database walks them. */
export interface ListedCases {
  readonly db: Db;
  readonly walks: CaseWalks;
}

/**
 * The cursors of the first cases behind a cursor, in order. An index has the cases of each cell in order, for
 * all officers and for each one, so the first cases of the cells are merged. Where words narrow more than
 * cells do, the cases found by the words are sorted instead. So the time hardly depends on the number of
 * cases.
 */
async function keysOf(cases: ListedCases, narrowed: Narrowed, page: KeyPage): Promise<readonly KeptCursor[]> {
  const { caseIds, words = [] } = narrowed.filter;
  if (narrowed.cells.length === 0) return [];
  if (caseIds !== undefined) return sortedOf(cases, { of: 'ids', ids: caseIds }, { narrowed, page });
  return words.length === 0 ? byCells(cases, narrowed, page) : byWords(cases, narrowed, page);
}

/** The same of several lists, merged. */
export async function keysOfAll(
  cases: ListedCases,
  lists: readonly Narrowed[],
  page: KeyPage,
): Promise<readonly KeptCursor[]> {
  const [first, ...others] = lists;
  if (first === undefined) return [];
  const found = [...(await keysOf(cases, first, page))];
  if (others.length === 0) return found;
  for (const list of others) found.push(...(await keysOf(cases, list, page)));
  return firstDifferent(found.sort(compareBy(page.order)), page.limit);
}

async function byWords(
  cases: ListedCases,
  narrowed: Narrowed,
  page: KeyPage,
): Promise<readonly KeptCursor[]> {
  const { db, walks } = cases;
  const { words = [], assignee } = narrowed.filter;
  const rare = await rarestWord(db, words, page.candidatesMax);
  if (rare !== undefined) return sortedOf(cases, { of: 'word', word: rare }, { narrowed, page });
  const cellsAreFew = assignee !== undefined || casesIn(narrowed) <= page.candidatesMax;
  if (cellsAreFew) return byCells(cases, narrowed, page);
  const known: (readonly string[] | undefined)[] = [];
  for (const word of words) known.push(await completions(db, word, completionsMax));
  const [whole, ...others] = known.filter((found) => found !== undefined);
  if (whole === undefined) return byCells(cases, narrowed, page);
  const all = walkOf(narrowed, page);
  const found = { ...all, conditions: [...others.map(alsoFoundBy), ...all.conditions] };
  if (page.order.by === 'reference') return walks.byWords(db, whole, found);
  // In another order the cells soon yield a page of cases that one word finds; several words may find too
  // few.
  if (words.length === 1) return byCells(cases, narrowed, page);
  const first = { order: byReference, after: undefined, limit: page.candidatesMax + 1 };
  const some = await walks.byWords(db, whole, { ...found, ...first });
  if (some.length > page.candidatesMax) return byCells(cases, narrowed, page);
  const ids = some.map(({ caseId }) => caseId);
  return ids.length === 0 ? [] : sortedOf(cases, { of: 'ids', ids }, { narrowed, page });
}

const byCells = ({ db, walks }: ListedCases, narrowed: Narrowed, page: KeyPage) =>
  walks.inCells(db, walkOf(narrowed, page));

interface Sorting {
  readonly narrowed: Narrowed;
  readonly page: KeyPage;
}

const sortedOf = ({ db, walks }: ListedCases, few: FewCases, { narrowed, page }: Sorting) =>
  walks.ofFew(db, few, walkOf(narrowed, page));

const walkOf = ({ filter, cells }: Narrowed, { order, after, limit }: KeyPage): Walk => ({
  ...{ order, after, limit, cells: cells.map(caseCell) },
  conditions: [...conditionsOf(filter), ...(filter.words ?? []).map(hasWord)],
});

const casesIn = ({ cells }: Narrowed): number => cells.reduce((sum, { cases }) => sum + cases, 0);
