import { sql, type ExpressionBuilder } from 'kysely';
import { isDeepStrictEqual } from 'node:util';
import { readCell } from '../projections/population.js';
import type { CaseRow, ViewTables } from '../projections/view-tables.js';
import type { CaseCursor, CaseFilter, PageRange } from './cases-asked.js';
import { casesFoundBy, hasWord, rarestWord } from './case-words.js';
import { fewMax, type Db } from './key-query.js';
import type { Moment } from './moment.js';
import { cellsAt, positionAt } from './ledger-counters.js';

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
  { limit, after, order, few }: PageRange & { readonly few?: number },
  moment: Moment,
): Promise<readonly ListRow[]> {
  const who = await whoThen(db, { filter, words }, moment, few);
  if (who?.length === 0) return [];
  const { at, clock } = moment;
  const began = `stay.${clock}_from` as const;
  const ended = `stay.${clock}_until` as const;
  const way = order?.descending === true ? 'desc' : 'asc';
  // The order of a cross join is kept: cases by reference, and of each the stay of that moment.
  let query = db
    .selectFrom('case_list')
    .crossJoin('stay')
    .whereRef('stay.case_id', '=', 'case_list.case_id')
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
  if (who !== undefined) query = query.where('case_list.case_id', 'in', who);
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

/**
 * Those among whom all of a page are, if they are few: found by a word, or all who were in a state. The ledger says how
 * many those were, so they are looked for from the moment backwards until the last of them is found.
 */
async function whoThen(
  db: Db,
  { filter, words }: { readonly filter: CaseFilter; readonly words: readonly string[] },
  moment: Moment,
  given: number | undefined,
): Promise<readonly string[] | undefined> {
  if (filter.caseId !== undefined) return [filter.caseId];
  const few = given ?? (await fewOfAll(db));
  const rare = await rarestWord(db, words, few);
  if (rare !== undefined) return casesFoundBy(db, rare);
  const counts = await countsThen(db, filter, moment);
  if (sum(counts) > few) return undefined;
  const found: string[] = [];
  for (const [leaf, count] of counts) found.push(...(await staysThen(db, { filter, moment, leaf, count })));
  // Somebody may have said meanwhile what had happened by then. Then nobody is left out: everybody is looked at.
  return isDeepStrictEqual(counts, await countsThen(db, filter, moment)) ? found : undefined;
}

/** The fewer of all they were, the longer is the walk to a page of them; the two ways cost alike near the root of all. */
async function fewOfAll(db: Db): Promise<number> {
  const { cases } = await db
    .selectFrom('case_cell')
    .select((row) => row.fn.sum<number | string | null>('cases').as('cases'))
    .executeTakeFirstOrThrow();
  return Math.min(fewMax, Math.ceil(10 * Math.sqrt(Number(cases))));
}

/** How many of those asked for were in each state. */
async function countsThen(db: Db, filter: CaseFilter, moment: Moment): Promise<ReadonlyMap<string, number>> {
  const all = await db.selectFrom('case_cell').select('workflow').distinct().execute();
  const counts = new Map<string, number>();
  for (const { workflow } of all) {
    if (filter.workflow !== undefined && filter.workflow !== workflow) continue;
    for (const [cell, count] of await cellsAt(db, workflow, moment)) {
      const { leaf, place, outcome } = readCell(cell);
      if (filter.state !== undefined && leaf !== filter.state && !leaf.startsWith(`${filter.state}.`))
        continue;
      if (filter.place !== undefined && filter.place !== place) continue;
      if (filter.outcome !== undefined && filter.outcome !== outcome) continue;
      counts.set(leaf, (counts.get(leaf) ?? 0) + count);
    }
  }
  return counts;
}

interface StaysAsked {
  readonly filter: CaseFilter;
  readonly moment: Moment;
  readonly leaf: string;
  readonly count: number;
}

/** The cases that were in a state, of which there are so many; the search ends with the last of them. */
async function staysThen(
  db: Db,
  { filter, moment: { at, clock }, leaf, count }: StaysAsked,
): Promise<readonly string[]> {
  const ended = `${clock}_until` as const;
  let query = db
    .selectFrom('stay')
    .select('case_id')
    .where('leaf', '=', leaf)
    .where(`${clock}_from`, '<=', at)
    .where((row) => row.or([row(ended, 'is', null), row(ended, '>', at)]))
    .orderBy(clock === 'occurred' ? 'occurred_from' : 'position', 'desc')
    .limit(count);
  if (clock === 'recorded') query = query.where('position', '<=', Number(await positionAt(db, at)));
  if (filter.workflow !== undefined) query = query.where('workflow', '=', filter.workflow);
  if (filter.place !== undefined) query = query.where('place', '=', filter.place);
  if (filter.outcome !== undefined) query = query.where('outcome', '=', filter.outcome);
  return (await query.execute()).map((row) => row.case_id);
}

const sum = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((total, count) => total + count, 0);

// A dot sorts right before a slash, so one range holds a state and everything inside it.
const inState = (state: string) => (row: ExpressionBuilder<ViewTables, 'stay'>) =>
  row.or([
    row('stay.leaf', '=', state),
    row.and([row('stay.leaf', '>', `${state}.`), row('stay.leaf', '<', `${state}/`)]),
  ]);

const beyond = ({ key, caseId }: CaseCursor, way: 'asc' | 'desc') =>
  sql<boolean>`(case_list.reference, case_list.case_id) ${way === 'desc' ? sql`<` : sql`>`} (${key}, ${caseId})`;
