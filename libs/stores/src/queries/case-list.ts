import {
  readCaseCell,
  readTags,
  topOf,
  type CaseCell,
  type CaseCursor,
  type CaseFilter,
  type CaseGroup,
  type CaseListQuery,
  type CasePage,
  type ListedCase,
  type Moment,
  type PastCaseListQuery,
  type PastCasesQuery,
  type Total,
} from '@safeconduct/engine';
import { countsAt } from './candidates-at.js';
import { groupsOf, totalOf, withLead } from './case-counts.js';
import { keysOfAll, type ListedCases, type Narrowed } from './case-keys.js';
import { rangesOf } from './case-ranges.js';
import { isInSections, keysInSections } from './case-sections.js';
import { codesOfCases, nameIn, toldInstant } from './codes.js';
import { byReference, keptCursor, toldCursor, type KeptCursor } from './key-query.js';
import type { Db } from './view-tables.js';
import { seesAll, visibleLists } from './visible-cases.js';

/** Cases as they are now. */
export async function listCases(
  listed: ListedCases,
  { filter, limit, after, order = byReference, uncounted = false }: CaseListQuery,
): Promise<CasePage> {
  const { db, limits } = listed;
  const { candidatesMax } = limits;
  const lists = await listsOf(listed, filter);
  const page = { order, limit: limit + 1, candidatesMax };
  const keys = isInSections(order)
    ? await keysInSections(listed, lists, { ...page, after })
    : await keysOfAll(listed, lists, { ...page, after: after && keptCursor(after, order) });
  const rows = await rowsOf(db, keys.slice(0, limit));
  const next = nextOf(keys, limit);
  const isAll = after === undefined && keys.length <= limit;
  return {
    cases: rows.map(listedOf),
    next: next && toldCursor(next, order),
    total: isAll
      ? exactly(keys.length)
      : uncounted
        ? { value: rows.length, relation: 'gte' }
        : await totalOf(listed, lists),
  };
}

/** How many cases there are. */
export const countCases = async (listed: ListedCases, filter: CaseFilter): Promise<Total> =>
  totalOf(listed, await listsOf(listed, filter));

/** How many of them each officer has in each cell. */
export async function caseGroups(listed: ListedCases, filter: CaseFilter): Promise<readonly CaseGroup[]> {
  const found: CaseGroup[] = [];
  for (const list of await listsOf(listed, filter))
    for (const { cell, assignee, cases } of await groupsOf(listed, list)) {
      const { text: _text, cases: _all, ...told } = cell;
      found.push({ cell: told, assignee, cases });
    }
  return found;
}

/** The lists of which a reader sees the cases, together all that a filter means. */
async function listsOf(listed: ListedCases, filter: CaseFilter): Promise<readonly Narrowed[]> {
  const lists: Narrowed[] = [];
  for (const list of await visibleLists(listed.db, filter)) lists.push(await withLead(listed, list));
  return lists;
}

/** Whether a list may look at many cases: its time depends on how many there are. */
export function mayTakeLong({
  filter,
  order = byReference,
}: Pick<CaseListQuery, 'filter' | 'order'>): boolean {
  const narrowings = rangesOf(filter).length + (filter.words === undefined ? 0 : 1);
  return narrowings > 1 || (narrowings === 1 && isInSections(order));
}

/** What is known of a case at a past moment. */
export interface PastRow {
  readonly case_id: string;
  readonly reference: string;
  readonly subject_latin: string | null;
  readonly subject_arabic: string | null;
  readonly cell: string;
  readonly state_since: number;
  readonly revision: number;
}

/** How a database lists and counts the cases of a past moment. */
export interface PastCases {
  /** The first of them behind the cursor. */
  rows(query: PastQuery): Promise<readonly PastRow[]>;
  readonly countedMax: number;
  /** How many of them there are. */
  count(query: PastQuery): Promise<number>;
  /** How many of them are in each cell. */
  groups(query: PastQuery): Promise<readonly CellCount[]>;
}

/** A cell of the ledger, and how many cases are in it. */
export interface CellCount {
  readonly cell: string;
  readonly cases: number;
}

export type PastQuery = PastCaseListQuery & { readonly moment: Moment };

/** Cases as they were at a past moment. */
export async function listCasesAt(db: Db, past: PastCases, query: PastQuery): Promise<CasePage> {
  const { limit, after } = query;
  const rows = await past.rows({ ...query, limit: limit + 1 });
  const isAll = after === undefined && rows.length <= limit;
  return pastPage(rows, limit, isAll ? exactly(rows.length) : await pastTotal(db, past, query));
}

async function pastTotal(db: Db, past: PastCases, query: PastQuery): Promise<Total> {
  const cells = await countedCells(db, query);
  if (cells !== undefined) return exactly(sumOf(cells.values()));
  const found = await past.count({ ...query, after: undefined, limit: past.countedMax + 1 });
  return found > past.countedMax ? { value: past.countedMax, relation: 'gte' } : exactly(found);
}

/** The ledger has the numbers where whole cells are asked for and the reader sees all of them. */
async function countedCells(
  db: Db,
  { filter, moment, earlier, moved }: PastQuery,
): Promise<ReadonlyMap<string, number> | undefined> {
  const { visible, caseIds, words, sinceFrom, sinceBefore } = filter;
  const narrowing = [earlier, moved, caseIds, words, sinceFrom, sinceBefore];
  const isOfCells = narrowing.every((one) => one === undefined) && (await seesAll(db, visible));
  return isOfCells ? countsAt(db, { filter, moment }) : undefined;
}

/** How many cases of a past moment are in each cell. */
export async function caseGroupsAt(
  db: Db,
  past: PastCases,
  query: PastCasesQuery & { readonly moment: Moment },
): Promise<readonly CaseGroup[]> {
  const all: PastQuery = { ...query, limit: Number.MAX_SAFE_INTEGER };
  const cells = await countedCells(db, all);
  const counts =
    cells === undefined ? await past.groups(all) : [...cells].map(([cell, cases]) => ({ cell, cases }));
  return counts
    .filter(({ cases }) => cases > 0)
    .map(({ cell, cases }) => ({ cell: { ...readCaseCell(cell), running: [] }, assignee: null, cases }));
}

const exactly = (value: number): Total => ({ value, relation: 'eq' });
const sumOf = (counts: Iterable<number>): number => [...counts].reduce((sum, count) => sum + count, 0);

function pastPage(rows: readonly PastRow[], limit: number, total: Total): CasePage {
  const keys = rows.map((row) => ({ key: row.reference, caseId: row.case_id }));
  const cases = rows.slice(0, limit).map((row) => listedOf({ ...row, ...unknownInThePast }));
  return { cases, next: nextOf(keys, limit), total };
}

/** One case of the list. */
export async function listedCase(db: Db, caseId: string): Promise<ListedCase | undefined> {
  const [row] = await rowsOf(db, [{ key: '', caseId }]);
  return row && listedOf(row);
}

const unknownInThePast = { assignee: null, recorded_at: null, due: null };

const nextOf = (keys: readonly CaseCursor[], limit: number): CaseCursor | null =>
  keys.length > limit ? (keys[limit - 1] ?? null) : null;

async function rowsOf(db: Db, keys: readonly KeptCursor[]): Promise<readonly ListRow[]> {
  if (keys.length === 0) return [];
  const ids = keys.map(({ caseId }) => caseId);
  const rows = await db
    .selectFrom('case_list')
    .select(['id_order as case_id', 'reference', 'subject_latin', 'subject_arabic'])
    .select([nameIn('cell').as('cell'), nameIn('assignee').as('assignee')])
    .select(['state_since', 'recorded_at', 'revision', 'due'])
    .where('case_list.case_id', 'in', codesOfCases(ids))
    .execute();
  const byId = new Map(rows.map((row) => [row.case_id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** A row of a list, now or at a past moment. */
type ListRow = PastRow & {
  readonly assignee: string | null;
  readonly recorded_at: number | null;
  readonly due: string | null;
};

function listedOf(row: ListRow): ListedCase {
  const { subject_latin: latin, subject_arabic: arabic } = row;
  const { workflow, leaf, place, outcome, tags }: CaseCell = readCaseCell(row.cell);
  const state = topOf(leaf);
  return {
    caseId: row.case_id,
    workflow,
    reference: row.reference,
    subject: latin === null && arabic === null ? null : { latin: latin ?? '', arabic: arabic ?? '' },
    state,
    subState: leaf === state ? null : leaf,
    place: place === '' ? null : place,
    outcome: outcome === '' ? null : outcome,
    tags: readTags(tags),
    assignee: row.assignee === '' ? null : row.assignee,
    since: toldInstant(row.state_since),
    updatedAt: row.recorded_at === null ? null : toldInstant(row.recorded_at),
    revision: row.revision,
    due: row.due === null ? null : (JSON.parse(row.due) as ListedCase['due']),
  };
}
