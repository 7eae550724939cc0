import type {
  caseList,
  CaseCursor,
  Moment,
  PastCaseFilter,
  PastCaseListQuery,
  RowOf,
} from '@safeconduct/engine';
import { sql } from 'kysely';
import type { Db } from '../../queries/view-tables.js';
import { candidatesAt } from './candidates-at.js';
import { hasWord } from './case-words.js';

/** A case at a past moment. */
export type PastRow = Pick<
  RowOf<typeof caseList>,
  | 'case_id'
  | 'workflow'
  | 'reference'
  | 'subject_latin'
  | 'subject_arabic'
  | 'leaf'
  | 'place'
  | 'outcome'
  | 'state_since'
  | 'revision'
>;

/** Cases as they were at a past moment, by reference. */
export async function casesAt(
  db: Db,
  { filter, moment, limit, after, descending = false }: PastCaseListQuery & { readonly moment: Moment },
  candidatesMax: number | undefined,
): Promise<readonly PastRow[]> {
  const candidates = await candidatesAt(db, { filter, moment }, candidatesMax);
  if (candidates?.length === 0) return [];
  const { at, clock } = moment;
  const began = `stay.${clock}_from` as const;
  const ended = `stay.${clock}_until` as const;
  const direction = descending ? 'desc' : 'asc';
  // The order of a cross join is kept: cases by reference, and of each the stay of that moment.
  let query = db
    .selectFrom('case_list')
    .crossJoin('stay')
    .whereRef('stay.case_id', '=', 'case_list.case_id')
    .where(began, '<=', at)
    .where((row) => row.or([row(ended, 'is', null), row(ended, '>', at)]))
    .orderBy('case_list.reference', direction)
    .orderBy('case_list.case_id', direction)
    .limit(limit);
  if (candidates !== undefined) query = query.where('case_list.case_id', 'in', candidates);
  if (after !== undefined) query = query.where(beyond(after, direction));
  for (const condition of conditionsOf(filter)) query = query.where(condition);
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
  return rows.map((row) => ({ ...row, revision: Number(row.revision) }));
}

function conditionsOf({ workflow, state, place, outcome, words = [] }: PastCaseFilter) {
  const conditions = words.map((word) => sql<boolean>`${hasWord(word)}`);
  if (workflow !== undefined) conditions.push(sql`case_list.workflow = ${workflow}`);
  if (state !== undefined) conditions.push(inState(state));
  if (place !== undefined) conditions.push(sql`stay.place = ${place}`);
  if (outcome !== undefined) conditions.push(sql`stay.outcome = ${outcome}`);
  return conditions;
}

// A dot sorts right before a slash, so one range holds a state and everything inside it.
const inState = (state: string) =>
  sql<boolean>`(stay.leaf = ${state} or (stay.leaf > ${`${state}.`} and stay.leaf < ${`${state}/`}))`;

const beyond = ({ key, caseId }: CaseCursor, direction: 'asc' | 'desc') =>
  sql<boolean>`(case_list.reference, case_list.case_id) ${direction === 'desc' ? sql`<` : sql`>`} (${key}, ${caseId})`;
