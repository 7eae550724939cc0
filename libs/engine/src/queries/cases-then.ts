import { sql, type ExpressionBuilder, type Kysely } from 'kysely';
import type { CaseRow, ViewTables } from '../projections/view-tables.js';
import type { CaseCursor, CaseFilter, PageRange } from './cases-asked.js';
import { hasWord } from './case-words.js';
import type { Moment } from './moment.js';

type Db = Kysely<ViewTables>;

/** A row of a list, whichever moment it is of. */
export type ListRow = Pick<
  CaseRow,
  | 'case_id'
  | 'workflow'
  | 'reference'
  | 'subject_latin'
  | 'subject_arabic'
  | 'leaf'
  | 'place'
  | 'outcome'
  | 'assignee'
  | 'state_since'
  | 'revision'
  | 'due_at'
> & { readonly recorded_at: string | null };

/** Cases as they were at a past moment, by reference: one more than a page has. */
export async function casesThen(
  db: Db,
  { filter, words = [] }: { readonly filter: CaseFilter; readonly words: readonly string[] | undefined },
  { limit, after, order }: PageRange,
  { at, clock }: Moment,
): Promise<readonly ListRow[]> {
  const began = `stay.${clock}_from` as const;
  const ended = `stay.${clock}_until` as const;
  const way = order?.descending === true ? 'desc' : 'asc';
  let query = db
    .selectFrom('case_list')
    .innerJoin('stay', 'stay.case_id', 'case_list.case_id')
    .where(began, '<=', at)
    .where((row) => row.or([row(ended, 'is', null), row(ended, '>', at)]))
    .orderBy('case_list.reference', way)
    .orderBy('case_list.case_id', way)
    .limit(limit + 1);
  if (filter.workflow !== undefined) query = query.where('case_list.workflow', '=', filter.workflow);
  if (filter.caseId !== undefined) query = query.where('case_list.case_id', '=', filter.caseId);
  if (filter.state !== undefined) query = query.where(inState(filter.state));
  if (filter.place !== undefined) query = query.where('stay.place', '=', filter.place);
  if (filter.outcome !== undefined) query = query.where('stay.outcome', '=', filter.outcome);
  for (const word of words) query = query.where(hasWord(word) as never);
  if (after !== undefined) query = query.where(beyond(after, way));
  const rows = await query
    .select([
      'case_list.case_id',
      'case_list.workflow',
      'case_list.reference',
      'subject_latin',
      'subject_arabic',
    ])
    .select(['stay.leaf', 'stay.place', 'stay.outcome', 'stay.state_since'])
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
    revision: Number(row.revision),
    assignee: null,
    recorded_at: null,
    due_at: null,
  }));
}

// A dot sorts right before a slash, so one range holds a state and everything inside it.
const inState = (state: string) => (row: ExpressionBuilder<ViewTables, 'stay'>) =>
  row.or([
    row('stay.leaf', '=', state),
    row.and([row('stay.leaf', '>', `${state}.`), row('stay.leaf', '<', `${state}/`)]),
  ]);

const beyond = ({ key, caseId }: CaseCursor, way: 'asc' | 'desc') =>
  sql<boolean>`(case_list.reference, case_list.case_id) ${way === 'desc' ? sql`<` : sql`>`} (${key}, ${caseId})`;
