import { sql } from 'kysely';
import { caseCell } from '../projections/cases.js';
import type { CaseCellRow } from '../projections/view-tables.js';
import { alsoFoundBy, completions, foundBy, hasWord, rangeOf, rarestWord } from './case-words.js';
import type { CaseCursor, CaseFilter, CaseOrder, PageRange } from './cases-asked.js';
import { behind, byReference, conditionsOf, fewMax, firstOf, type Condition, type Db } from './key-query.js';
import { mergedRanges, type Range } from './merged-ranges.js';

/** What a list is narrowed to. */
export interface Narrowed {
  readonly filter: CaseFilter;
  /** Words that a case must be found by, all of them. */
  readonly words: readonly string[] | undefined;
  readonly cells: readonly CaseCellRow[];
}

interface Asked {
  readonly order: CaseOrder;
  readonly after: CaseCursor | undefined;
  readonly limit: number;
  /** How many cases are few enough to be looked at one by one. */
  readonly few: number;
}

/** A word with more completions than this is a beginning, such as a single letter, and finds nearly everybody. */
const completionsMax = 16;

/** The cells a filter leaves that somebody is in. There are as many as the chart has states and places, not as cases. */
export async function cellsNow(db: Db, filter: CaseFilter): Promise<readonly CaseCellRow[]> {
  let query = db.selectFrom('case_cell').selectAll().where('cases', '>', 0);
  if (filter.workflow !== undefined) query = query.where('workflow', '=', filter.workflow);
  if (filter.place !== undefined) query = query.where('place', '=', filter.place);
  if (filter.outcome !== undefined) query = query.where('outcome', '=', filter.outcome);
  const { state } = filter;
  const cells = await query.execute();
  return state === undefined
    ? cells
    : cells.filter(({ leaf }) => leaf === state || leaf.startsWith(`${state}.`));
}

/**
 * The places of up to one case more than a page has, in order. Cells are sorted in an index each, alone and for each
 * officer, so their first cases are merged. Where words narrow more than cells do, the cases that they find are looked
 * at instead. So the time hardly depends on how many cases there are.
 */
export async function keysNow(
  db: Db,
  narrowed: Narrowed,
  { limit, after, order = byReference, few = fewMax }: PageRange & { readonly few?: number },
): Promise<readonly CaseCursor[]> {
  if (narrowed.cells.length === 0) return [];
  const asked = { order, after, few, limit: limit + 1 };
  const { filter, words = [] } = narrowed;
  if (filter.caseId !== undefined) return sortedOf(db, [], narrowed, asked);
  if (words.length === 0) return byCells(db, narrowed, asked);
  return byWords(db, words, narrowed, asked);
}

async function byWords(
  db: Db,
  words: readonly string[],
  narrowed: Narrowed,
  asked: Asked,
): Promise<readonly CaseCursor[]> {
  const rare = await rarestWord(db, words, asked.few);
  if (rare !== undefined) return sortedOf(db, [foundBy(rare)], narrowed, asked);
  if (narrowed.filter.assignee !== undefined || casesIn(narrowed) <= asked.few)
    return byCells(db, narrowed, asked);
  const known = await Promise.all(words.map((word) => completions(db, word, completionsMax)));
  const [whole, ...others] = known.filter((found) => found !== undefined);
  if (whole === undefined) return byCells(db, narrowed, asked);
  const conditions = [...others.map(alsoFoundBy), ...allOf(narrowed)];
  const found = (order: CaseOrder, after: CaseCursor | undefined, limit: number) =>
    mergedRanges(db, { ranges: whole.map((word) => rangeOf(word, conditions, order)), order, after, limit });
  if (asked.order.by === 'reference') return found(asked.order, asked.after, asked.limit);
  // In another order a cell soon fills a page with cases that a word finds, unless words find few together.
  if (words.length === 1) return byCells(db, narrowed, asked);
  const some = await found(byReference, undefined, asked.few + 1);
  if (some.length > asked.few) return byCells(db, narrowed, asked);
  return some.length === 0 ? [] : sortedOf(db, [among(some)], narrowed, asked);
}

function byCells(
  db: Db,
  { filter, words = [], cells }: Narrowed,
  asked: Asked,
): Promise<readonly CaseCursor[]> {
  const common = [...conditionsOf(filter), ...words.map(hasWord)];
  const ranges = cells.map((cell): Range => {
    const inCell = sql`case_list.cell = ${caseCell(cell)}`;
    return (after, limit) => firstOf([inCell, ...behind(after, asked.order), ...common], asked.order, limit);
  });
  return mergedRanges(db, { ranges, ...asked });
}

/** Looks at each of a few cases. */
async function sortedOf(
  db: Db,
  few: readonly Condition[],
  narrowed: Narrowed,
  { order, after, limit }: Asked,
): Promise<readonly CaseCursor[]> {
  const { rows } = await firstOf([...few, ...allOf(narrowed), ...behind(after, order)], order, limit).execute(
    db,
  );
  return rows;
}

/** Everything a case must fulfil, to be asked of one that is at hand. */
function allOf({ filter, words = [], cells }: Narrowed): readonly Condition[] {
  const names = cells.map((cell) => sql`${caseCell(cell)}`);
  // Written as an expression, so that no index of cells leads the search.
  return [
    ...conditionsOf(filter),
    ...words.map(hasWord),
    sql`(case_list.cell || '') in (${sql.join(names)})`,
  ];
}

const among = (cases: readonly CaseCursor[]): Condition =>
  sql`case_list.case_id in (${sql.join(cases.map(({ caseId }) => caseId))})`;

const casesIn = ({ cells }: Narrowed): number => cells.reduce((sum, { cases }) => sum + cases, 0);
