import {
  neverDue,
  readCaseCell,
  readTags,
  topOf,
  type CaseCell,
  type CaseCursor,
  type CaseFilter,
  type CaseListQuery,
  type CasePage,
  type ListedCase,
} from '@safeconduct/engine';
import { cellsNow, keysOfAll, type ListedCases, type Narrowed } from './case-keys.js';
import { codesOfCases, keptInstant, nameIn, toldInstant } from './codes.js';
import { byReference, keptCursor, toldCursor, type KeptCursor } from './key-query.js';
import type { Db } from './view-tables.js';
import { visibleLists } from './visible-cases.js';

/** Cases as they are now. */
export async function listCases(
  listed: ListedCases,
  { filter, limit, after, order = byReference }: CaseListQuery,
  candidatesMax: number,
): Promise<CasePage> {
  const { db } = listed;
  const cells = await cellsNow(db, filter);
  const behind = after && keptCursor(after, order);
  const page = { order, after: behind, limit: limit + 1, candidatesMax };
  const lists = await visibleLists(db, filter, cells);
  const keys = await keysOfAll(listed, lists, page);
  const rows = await rowsOf(db, keys.slice(0, limit));
  const next = nextOf(keys, limit);
  return { cases: rows.map(listedOf), next: next && toldCursor(next, order), total: totalOf(filter, lists) };
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

/** The page that begins a list of a past moment. */
export function pastPage(rows: readonly PastRow[], limit: number): CasePage {
  const keys = rows.map((row) => ({ key: row.reference, caseId: row.case_id }));
  const cases = rows.slice(0, limit).map((row) => listedOf({ ...row, ...unknownInThePast }));
  return { cases, next: nextOf(keys, limit), total: null };
}

/** One case of the list. */
export async function listedCase(db: Db, caseId: string): Promise<ListedCase | undefined> {
  const [row] = await rowsOf(db, [{ key: '', caseId }]);
  return row && listedOf(row);
}

const unknownInThePast = { assignee: null, recorded_at: null, due_order: keptInstant(neverDue) };

const nextOf = (keys: readonly CaseCursor[], limit: number): CaseCursor | null =>
  keys.length > limit ? (keys[limit - 1] ?? null) : null;

/** The total of a filter that selects whole cells is the sum of their counts. */
function totalOf({ visible: _visible, ...filter }: CaseFilter, lists: readonly Narrowed[]): number | null {
  const narrowing = [filter, ...lists.map((list) => list.filter)].flatMap(
    ({ words, assignee, dueBefore, caseIds }) => [words, assignee, dueBefore, caseIds],
  );
  if (narrowing.some((given) => given !== undefined)) return null;
  return lists.flatMap(({ cells }) => cells).reduce((sum, { cases }) => sum + cases, 0);
}

async function rowsOf(db: Db, keys: readonly KeptCursor[]): Promise<readonly ListRow[]> {
  if (keys.length === 0) return [];
  const ids = keys.map(({ caseId }) => caseId);
  const rows = await db
    .selectFrom('case_list')
    .select(['id_order as case_id', 'reference', 'subject_latin', 'subject_arabic'])
    .select([nameIn('cell').as('cell'), nameIn<string | null>('assignee').as('assignee')])
    .select(['state_since', 'recorded_at', 'revision', 'due_order'])
    .where('case_list.case_id', 'in', codesOfCases(ids))
    .execute();
  const byId = new Map(rows.map((row) => [row.case_id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** A row of a list, now or at a past moment. */
type ListRow = PastRow & {
  readonly assignee: string | null;
  readonly recorded_at: number | null;
  readonly due_order: number;
};

function listedOf(row: ListRow): ListedCase {
  const { subject_latin: latin, subject_arabic: arabic } = row;
  const { workflow, leaf, place, outcome, tags }: CaseCell = readCaseCell(row.cell);
  const state = topOf(leaf);
  const dueAt = toldInstant(row.due_order);
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
    assignee: row.assignee,
    since: toldInstant(row.state_since),
    updatedAt: row.recorded_at === null ? null : toldInstant(row.recorded_at),
    revision: row.revision,
    dueAt: dueAt === neverDue ? null : dueAt,
  };
}
