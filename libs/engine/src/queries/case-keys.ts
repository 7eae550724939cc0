import { sql, type Kysely, type RawBuilder } from 'kysely';
import { caseCell } from '../projections/cases.js';
import type { CaseCellRow, ViewTables } from '../projections/view-tables.js';
import { foundBy, hasWord, rarestWord } from './case-words.js';
import type { CaseCursor, CaseFilter, CaseOrder, PageRange } from './cases-asked.js';

type Db = Kysely<ViewTables>;
type Condition = RawBuilder<unknown>;

/** What a list is narrowed to. */
export interface Narrowed {
  readonly filter: CaseFilter;
  /** Words that a case must be found by, all of them. */
  readonly words: readonly string[] | undefined;
  readonly cells: readonly CaseCellRow[];
}

const columns = {
  reference: 'reference',
  due: 'due_order',
  since: 'state_since',
  updated: 'position',
} as const;
const byReference: CaseOrder = { by: 'reference', descending: false };
// More cells than this are walked together; up to here each gives its first cases.
const cellsMax = 24;
// Far below the number of parts that a statement may have.
const cellsAtOnce = 100;

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
 * The places of up to one case more than a page has, in order. Either few cells are left, and the first cases of each
 * are merged; or few cases, by a word or a person, and those are sorted; or nearly all, and they are walked in order. So
 * the time does not depend on how many cases there are.
 */
export async function keysNow(db: Db, narrowed: Narrowed, range: PageRange): Promise<readonly CaseCursor[]> {
  const { filter, words = [], cells } = narrowed;
  if (cells.length === 0) return [];
  const order = range.order ?? byReference;
  const rare = words.length === 0 ? undefined : await rarestWord(db, words);
  const others = words.filter((word) => word !== rare).map(hasWord);
  const common = [...conditions(filter, order, range.after), ...others];
  const names = cells.map((cell) => sql`${caseCell(cell)}`);
  // Written as an expression, so that it is looked at case by case and never leads the search.
  const inCells = sql`(cell || '') in (${sql.join(names)})`;
  const limit = range.limit + 1;
  const isFew = filter.assignee !== undefined || filter.caseId !== undefined || rare !== undefined;
  if (isFew) {
    const found = rare === undefined ? [] : [foundBy(rare)];
    return read(db, firstOf([...found, ...common, inCells], order, limit));
  }
  if (cells.length > cellsMax) return read(db, firstOf([...common, inCells], order, limit));
  return mergedCells(db, { names, common, order, limit });
}

interface Merging {
  readonly names: readonly Condition[];
  readonly common: readonly Condition[];
  readonly order: CaseOrder;
  readonly limit: number;
}

async function mergedCells(db: Db, { names, common, order, limit }: Merging): Promise<readonly CaseCursor[]> {
  const keys: CaseCursor[] = [];
  for (let from = 0; from < names.length; from += cellsAtOnce) {
    const parts = names.slice(from, from + cellsAtOnce).map((name) => {
      return sql`select * from (${firstOf([sql`cell = ${name}`, ...common], order, limit)}) as part`;
    });
    keys.push(...(await read(db, sql.join(parts, sql` union all `))));
  }
  return keys.sort(compareBy(order)).slice(0, limit);
}

function conditions(
  { assignee, caseId, dueBefore }: CaseFilter,
  { by, descending }: CaseOrder,
  after: CaseCursor | undefined,
): readonly Condition[] {
  const found: Condition[] = [];
  if (assignee !== undefined) found.push(sql`assignee = ${assignee}`);
  if (caseId !== undefined) found.push(sql`case_id = ${caseId}`);
  if (dueBefore !== undefined) found.push(sql`due_order < ${dueBefore}`);
  if (after !== undefined) {
    const beyond = descending ? sql`<` : sql`>`;
    found.push(sql`(${sql.ref(columns[by])}, case_id) ${beyond} (${after.key}, ${after.caseId})`);
  }
  return found;
}

/** The first cases that fulfil all conditions. */
function firstOf(
  all: readonly Condition[],
  { by, descending }: CaseOrder,
  limit: number,
): RawBuilder<CaseCursor> {
  const column = sql.ref(columns[by]);
  const way = descending ? sql`desc` : sql`asc`;
  return sql<CaseCursor>`
    select ${column} as "key", case_id as "caseId" from case_list
    where ${sql.join(all, sql` and `)}
    order by ${column} ${way}, case_id ${way} limit ${limit}`;
}

async function read(db: Db, query: RawBuilder<unknown>): Promise<CaseCursor[]> {
  return [...(await (query as RawBuilder<CaseCursor>).execute(db)).rows];
}

const compareBy = ({ descending }: CaseOrder) => {
  const sign = descending ? -1 : 1;
  return (left: CaseCursor, right: CaseCursor): number => {
    if (left.key !== right.key) return left.key < right.key ? -sign : sign;
    return left.caseId < right.caseId ? -sign : sign;
  };
};
