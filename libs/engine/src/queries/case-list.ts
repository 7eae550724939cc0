import type { Instant } from '@safeconduct/workflow';
import type { Kysely } from 'kysely';
import { topOf } from '../projections/cases.js';
import { wordsSearched } from '../projections/search-words.js';
import type { ViewTables } from '../projections/view-tables.js';
import { cellsNow, keysNow } from './case-keys.js';
import { casesThen, type ListRow } from './cases-then.js';
import type { CaseCursor, CaseFilter, PageRange } from './cases-asked.js';
import type { Moment } from './moment.js';

/** One case of a list, now or at a past moment. */
export interface ListedCase {
  readonly caseId: string;
  readonly workflow: string;
  readonly reference: string;
  readonly subject: { readonly latin: string; readonly arabic: string } | null;
  readonly state: string;
  /** The innermost state as a dotted path; null for a state without sub-states. */
  readonly subState: string | null;
  readonly facility: string | null;
  readonly outcome: string | null;
  readonly assignee: string | null;
  readonly since: Instant;
  /** When its last event was recorded; null at a past moment. */
  readonly updatedAt: Instant | null;
  readonly revision: number;
  /** The earliest due date that runs; null at a past moment. */
  readonly dueAt: Instant | null;
}

export interface CasePage {
  readonly cases: readonly ListedCase[];
  /** Where the next page begins; null at the end. */
  readonly next: CaseCursor | null;
  /** How many there are, where that is known without counting them one by one. */
  readonly total: number | null;
}

type Db = Kysely<ViewTables>;

/** Cases now, or as they were at a past moment. */
export async function listCases(
  db: Db,
  filter: CaseFilter,
  range: PageRange,
  moment?: Moment,
): Promise<CasePage> {
  const words = filter.search === undefined ? undefined : wordsSearched(filter.search);
  // Nothing but signs was searched for, and no case is found by them.
  if (words?.length === 0) return { cases: [], next: null, total: 0 };
  if (moment !== undefined) {
    const rows = await casesThen(db, { filter, words }, range, moment);
    const keys = rows.map((row) => ({ key: row.reference, caseId: row.case_id }));
    return { cases: rows.slice(0, range.limit).map(listed), next: nextOf(keys, range), total: null };
  }
  const cells = await cellsNow(db, filter);
  const keys = await keysNow(db, { filter, words, cells }, range);
  const rows = await rowsOf(db, keys.slice(0, range.limit));
  return { cases: rows.map(listed), next: nextOf(keys, range), total: totalOf(filter, cells) };
}

/** One case of the list; `undefined` while the views have not seen it. */
export async function listedCase(db: Db, caseId: string): Promise<ListedCase | undefined> {
  const [row] = await rowsOf(db, [{ key: '', caseId }]);
  return row && listed(row);
}

const nextOf = (keys: readonly CaseCursor[], { limit }: PageRange): CaseCursor | null =>
  keys.length > limit ? (keys[limit - 1] ?? null) : null;

/** What narrows to whole cells can be told from their sums. */
function totalOf(filter: CaseFilter, cells: readonly { readonly cases: number }[]): number | null {
  const { search, assignee, dueBefore, caseId } = filter;
  if ([search, assignee, dueBefore, caseId].some((given) => given !== undefined)) return null;
  return cells.reduce((sum, { cases }) => sum + cases, 0);
}

async function rowsOf(db: Db, keys: readonly CaseCursor[]): Promise<readonly ListRow[]> {
  if (keys.length === 0) return [];
  const ids = keys.map(({ caseId }) => caseId);
  const rows = await db.selectFrom('case_list').selectAll().where('case_id', 'in', ids).execute();
  const byId = new Map(rows.map((row) => [row.case_id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function listed(row: ListRow): ListedCase {
  const { subject_latin: latin, subject_arabic: arabic } = row;
  const state = topOf(row.leaf);
  return {
    caseId: row.case_id,
    workflow: row.workflow,
    reference: row.reference,
    subject: latin === null && arabic === null ? null : { latin: latin ?? '', arabic: arabic ?? '' },
    state,
    subState: row.leaf === state ? null : row.leaf,
    facility: row.place,
    outcome: row.outcome,
    assignee: row.assignee,
    since: row.state_since,
    updatedAt: row.recorded_at,
    revision: row.revision,
    dueAt: row.due_at,
  };
}
