import {
  isInFilter,
  isRunning,
  readListCell,
  type CaseFilter,
  type CaseOrder,
  type ListCell,
  type SearchedWord,
} from '@safeconduct/engine';
import type { CaseRange, Entry } from './case-ranges.js';
import { alsoFoundBy, completions, hasWord, rarestWord } from './case-words.js';
import { codeOfName, nameIn } from './codes.js';
import {
  byReference,
  compareBy,
  conditionsOf,
  isByOfficer,
  type Condition,
  type KeptCursor,
} from './key-query.js';
import { firstDifferent } from './merged-ranges.js';
import type { Db } from './view-tables.js';

/** A cell, and how many cases are in it. */
export interface Cell extends ListCell {
  readonly text: string;
  readonly cases: number;
}

/** What a list is narrowed to. */
export interface Narrowed {
  readonly filter: CaseFilter;
  /** With the numbers of cases of the officer, where the filter names one. */
  readonly cells: readonly Cell[];
  /** Of the periods of the filter the one with the fewest cases, where nothing but cells and officer narrows more. */
  readonly lead?: Lead | undefined;
  /** All cells there are, so each case is in one of them. */
  readonly isWhole?: boolean | undefined;
  /** Lists of which this one may have some cases as well. */
  readonly besides?: readonly Narrowed[] | undefined;
}

/** A period, and how many cases are in it: at most one more than are counted. */
export interface Lead {
  readonly range: CaseRange;
  readonly found: number;
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
  /** These are all cells there are. */
  readonly isWhole: boolean;
  readonly conditions: readonly Condition[];
}

/** A few cases: those that a word finds, those with some ids, or those that an index is entered by. */
export type FewCases =
  | { readonly of: 'word'; readonly word: SearchedWord }
  | { readonly of: 'ids'; readonly ids: readonly string[] }
  | { readonly of: 'entry'; readonly entry: Entry };

/** What each of a few cases must fulfil. */
export type Checks = Pick<Walk, 'cells' | 'conditions'>;

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
  /**
   * A statement that looks up each of a few cases: `code`, `cell` and `assignee` of those that fulfil the checks.
   * @param times  whether a case that a word finds several times is there once; `repeated` ends as soon as enough rows are read
   */
  rowsOfFew(few: FewCases, checks: Checks, times: 'once' | 'repeated'): Condition;
}

/** A word with more completions than this, such as a single letter, finds nearly every case. */
const completionsMax = 16;

/**
 * The non-empty cells. Their number grows with states, facilities and tags, not with cases.
 */
export async function cellsNow(db: Db): Promise<readonly Cell[]> {
  const rows = await db
    .selectFrom('case_cell')
    .select([nameIn('cell').as('cell'), 'cases'])
    .where('cases', '>', 0)
    .execute();
  return rows.map(({ cell, cases }) => ({ ...readListCell(cell), text: cell, cases }));
}

/** Whether a cell is one of those that a filter means. */
export const isMeant = (cell: Cell, filter: CaseFilter): boolean =>
  isInFilter(cell, filter) && isRunning(cell, filter.running);

/** Those of some cells in which an officer has cases, or nobody, with the numbers of these. */
export async function cellsOfOfficer(
  db: Db,
  assignee: string | null,
  cells: readonly Cell[],
): Promise<readonly Cell[]> {
  const rows = await db
    .selectFrom('assigned_cell')
    .select([nameIn('cell').as('cell'), 'cases'])
    .where('assignee', '=', codeOfName(assignee ?? ''))
    .where('cases', '>', 0)
    .execute();
  const found = new Map(rows.map(({ cell, cases }) => [cell, cases]));
  return cells.flatMap((cell) => {
    const cases = found.get(cell.text);
    return cases === undefined ? [] : [{ ...cell, cases }];
  });
}

/** The cases that are listed now, and how the database walks them. */
export interface ListedCases {
  readonly db: Db;
  readonly walks: CaseWalks;
  readonly limits: ListLimits;
  /** Where what words find is counted, which takes longer than to list it; left out: at the same place. */
  readonly counting?: Db | undefined;
}

export interface ListLimits {
  /** Up to so many cases are looked up one by one. */
  readonly candidatesMax: number;
  /** Up to so many cases are counted one by one. */
  readonly countedMax: number;
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
  if (words.length > 0) return byWords(cases, narrowed, page);
  const entry = fewerThan(narrowed, page);
  if (entry !== undefined) return sortedOf(cases, { of: 'entry', entry }, { narrowed, page });
  return byCells(cases, narrowed, page);
}

/** By what a few cases are found, where the index of the order would lead to others as well. */
function fewerThan({ filter, cells, lead }: Narrowed, page: KeyPage): Entry | undefined {
  const { order, candidatesMax } = page;
  const { assignee } = filter;
  const texts = cells.map(({ text }) => text);
  if (lead !== undefined && lead.range.by !== order.by && lead.found <= candidatesMax)
    return { cells: texts, assignee, range: lead.range };
  const isOfFew = assignee !== undefined && !isByOfficer(order) && casesIn({ cells }) <= candidatesMax;
  return isOfFew ? { cells: texts, assignee } : undefined;
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
  const all = walkOf(narrowed, page, 'single');
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
  walks.inCells(db, walkOf(narrowed, page, 'index'));

interface Sorting {
  readonly narrowed: Narrowed;
  readonly page: KeyPage;
}

const sortedOf = ({ db, walks }: ListedCases, few: FewCases, { narrowed, page }: Sorting) =>
  walks.ofFew(db, few, walkOf(narrowed, page, 'single'));

/** @param looked  whether the index of the order is walked, or single cases are looked at */
const walkOf = (
  { filter, cells, isWhole = false }: Narrowed,
  { order, after, limit }: KeyPage,
  looked: 'index' | 'single',
): Walk => ({
  ...{ order, after, limit, isWhole, cells: cells.map(({ text }) => text) },
  conditions: [
    ...conditionsOf(filter, looked === 'index' ? order : undefined),
    ...(filter.words ?? []).map(hasWord),
  ],
});

/** What single cases of a list must fulfil. */
export const checksOf = ({ filter, cells }: Narrowed): Checks => ({
  cells: cells.map(({ text }) => text),
  conditions: [...conditionsOf(filter), ...(filter.words ?? []).map(hasWord)],
});

/** How many cases are in the cells of a list. */
export const casesIn = ({ cells }: Pick<Narrowed, 'cells'>): number =>
  cells.reduce((sum, { cases }) => sum + cases, 0);
