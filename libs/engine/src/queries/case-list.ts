import type { Instant } from '@safeconduct/workflow';
import type { ExpressionBuilder, Kysely } from 'kysely';
import type { CaseRow, ViewTables } from '../projections/view-tables.js';
import { topOf } from '../projections/cases.js';
import type { Moment } from './moment.js';

/** Which cases to list. What is left out does not narrow. */
export interface CaseFilter {
  readonly workflow?: string | undefined;
  /** A state as a dotted path; its sub-states belong to it. */
  readonly state?: string | undefined;
  readonly place?: string | undefined;
  readonly outcome?: string | undefined;
  readonly assignee?: string | undefined;
}

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
  readonly revision: number;
  /** The earliest due date that runs; null at a past moment. */
  readonly dueAt: Instant | null;
}

export interface CasePage {
  readonly cases: readonly ListedCase[];
  /** Where the next page begins; null at the end. */
  readonly next: CaseCursor | null;
}

/** The last case of a page. Cases are listed by reference, which never changes, so pages never overlap. */
export interface CaseCursor {
  readonly reference: string;
  readonly caseId: string;
}

export interface PageRange {
  readonly limit: number;
  readonly after?: CaseCursor | undefined;
}

type Db = Kysely<ViewTables>;

/** Cases by reference, now or as they were at a past moment. */
export async function listCases(
  db: Db,
  filter: CaseFilter,
  range: PageRange,
  moment?: Moment,
): Promise<CasePage> {
  const rows = moment === undefined ? await casesNow(db, filter, range) : await casesThen(db, filter, range, moment);
  const cases = rows.slice(0, range.limit).map(listed);
  const last = cases.at(-1);
  const next = rows.length > range.limit && last ? { reference: last.reference, caseId: last.caseId } : null;
  return { cases, next };
}

type Rows = readonly (Omit<CaseRow, 'due' | 'position' | 'opened_at' | 'occurred_at' | 'recorded_at'> & {
  readonly state_since: string;
})[];

async function casesNow(db: Db, filter: CaseFilter, { limit, after }: PageRange): Promise<Rows> {
  let query = db.selectFrom('case_list').selectAll().orderBy('reference').orderBy('case_id').limit(limit + 1);
  if (filter.workflow !== undefined) query = query.where('workflow', '=', filter.workflow);
  if (filter.state !== undefined) query = query.where(inState('leaf', filter.state));
  if (filter.place !== undefined) query = query.where('place', '=', filter.place);
  if (filter.outcome !== undefined) query = query.where('outcome', '=', filter.outcome);
  if (filter.assignee !== undefined) query = query.where('assignee', '=', filter.assignee);
  if (after !== undefined) query = query.where(follows('reference', 'case_id', after));
  return query.execute();
}

async function casesThen(
  db: Db,
  filter: CaseFilter,
  { limit, after }: PageRange,
  { at, clock }: Moment,
): Promise<Rows> {
  const began = `stay.${clock}_from` as const;
  const ended = `stay.${clock}_until` as const;
  let query = db
    .selectFrom('case_list')
    .innerJoin('stay', 'stay.case_id', 'case_list.case_id')
    .where(began, '<=', at)
    .where((row) => row.or([row(ended, 'is', null), row(ended, '>', at)]))
    .orderBy('case_list.reference')
    .orderBy('case_list.case_id')
    .limit(limit + 1);
  if (filter.workflow !== undefined) query = query.where('case_list.workflow', '=', filter.workflow);
  if (filter.state !== undefined) query = query.where(inState('stay.leaf', filter.state));
  if (filter.place !== undefined) query = query.where('stay.place', '=', filter.place);
  if (filter.outcome !== undefined) query = query.where('stay.outcome', '=', filter.outcome);
  if (after !== undefined) query = query.where(follows('case_list.reference', 'case_list.case_id', after));
  const rows = await query
    .select(['case_list.case_id', 'case_list.workflow', 'case_list.reference', 'subject_latin', 'subject_arabic'])
    .select(['stay.leaf', 'stay.place', 'stay.outcome', `${began} as state_since`])
    .select((row) =>
      row
        .selectFrom('timeline')
        .select((inner) => inner.fn.max('revision').as('revision'))
        .whereRef('timeline.case_id', '=', 'case_list.case_id')
        .where(`timeline.${clock}_at`, '<=', at)
        .as('revision'),
    )
    .execute();
  return rows.map((row) => ({
    ...row,
    state: topOf(row.leaf),
    revision: Number(row.revision),
    assignee: null,
    due_at: null,
  }));
}

// A dot sorts right before a slash, so one range holds a state and everything inside it.
const inState =
  (column: 'leaf' | 'stay.leaf', state: string) =>
  (row: ExpressionBuilder<ViewTables, 'case_list' | 'stay'>) =>
    row.or([
      row(column, '=', state),
      row.and([row(column, '>', `${state}.`), row(column, '<', `${state}/`)]),
    ]);

const follows =
  (
    reference: 'reference' | 'case_list.reference',
    caseId: 'case_id' | 'case_list.case_id',
    after: CaseCursor,
  ) =>
  (row: ExpressionBuilder<ViewTables, 'case_list'>) =>
    row.or([
      row(reference, '>', after.reference),
      row.and([row(reference, '=', after.reference), row(caseId, '>', after.caseId)]),
    ]);

function listed(row: Rows[number]): ListedCase {
  const { subject_latin: latin, subject_arabic: arabic } = row;
  return {
    caseId: row.case_id,
    workflow: row.workflow,
    reference: row.reference,
    subject: latin === null && arabic === null ? null : { latin: latin ?? '', arabic: arabic ?? '' },
    state: row.state,
    subState: row.leaf === row.state ? null : row.leaf,
    facility: row.place,
    outcome: row.outcome,
    assignee: row.assignee,
    since: row.state_since,
    revision: row.revision,
    dueAt: row.due_at,
  };
}
