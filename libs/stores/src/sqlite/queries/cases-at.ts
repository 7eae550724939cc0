import type { CaseCursor, PastCaseFilter } from '@safeconduct/engine';
import { sql, type RawBuilder } from 'kysely';
import { candidatesAt } from '../../queries/candidates-at.js';
import type { ListLimits } from '../../queries/case-keys.js';
import { listLimits } from '../../queries/key-query.js';
import type { PastCases, PastQuery } from '../../queries/case-list.js';
import { hasWord } from '../../queries/case-words.js';
import { codesOfCases, eachLeaf, nameIn, tagTexts } from '../../queries/codes.js';
import { wasEarlier } from '../../queries/earlier-stay.js';
import { hasMoved } from '../../queries/moved-cases.js';
import { boundOf, lastsAt, sinceConditions } from '../../queries/stays-at.js';
import type { Db } from '../../queries/view-tables.js';
import { isVisible } from '../../queries/visible-cases.js';

/** Cases as they were at a past moment, by reference. */
export const pastCases = (
  db: Db,
  { candidatesMax, countedMax = listLimits.countedMax }: Partial<ListLimits>,
): PastCases => ({
  countedMax,

  async rows(query) {
    const bound = await boundOf(db, query.moment);
    const at = query.moment.clock === 'occurred' ? 'timeline.occurred_at' : 'timeline.ordinal';
    const found = await casesAt(db, query, candidatesMax);
    const rows = await found
      ?.select(['case_list.id_order as case_id', 'case_list.reference', 'subject_latin', 'subject_arabic'])
      .select([nameIn('stay.cell').as('cell'), 'stay.state_since'])
      .select((row) =>
        row
          .selectFrom('timeline')
          .select((inner) => inner.fn.max('revision').as('revision'))
          .whereRef('timeline.case_id', '=', 'case_list.case_id')
          .where(at, '<=', bound)
          .as('revision'),
      )
      .execute();
    return (rows ?? []).map((row) => ({ ...row, revision: Number(row.revision) }));
  },

  async count(query) {
    const found = await casesAt(db, query, candidatesMax);
    if (found === undefined) return 0;
    const counted = db
      .selectFrom(found.select('case_list.case_id').as('past'))
      .select((row) => row.fn.countAll<number>().as('cases'));
    return (await counted.executeTakeFirstOrThrow()).cases;
  },

  async groups(query) {
    const found = await casesAt(db, query, candidatesMax);
    if (found === undefined) return [];
    return db
      .selectFrom(found.select('stay.cell').as('past'))
      .select((row) => [nameIn('past.cell').as('cell'), row.fn.countAll<number>().as('cases')])
      .groupBy('past.cell')
      .execute();
  },
});

/** The cases of a page, without columns; `undefined` when there are none. */
async function casesAt(
  db: Db,
  { filter, moment, earlier, moved, limit, after, descending = false }: PastQuery,
  candidatesMax: number | undefined,
) {
  const candidates = await candidatesAt(db, { filter, moment }, candidatesMax);
  if (candidates?.length === 0) return undefined;
  const direction = descending ? 'desc' : 'asc';
  // The order of a cross join is kept: cases by reference, and of each the stay of that moment.
  let query = db
    .selectFrom('case_list')
    .crossJoin('stay')
    .whereRef('stay.case_id', '=', 'case_list.case_id')
    .where(lastsAt('stay', moment.clock, await boundOf(db, moment)))
    .orderBy('case_list.reference', direction)
    .orderBy('case_list.id_order', direction)
    .limit(limit);
  if (candidates !== undefined) query = query.where('case_list.case_id', 'in', codesOfCases(candidates));
  if (after !== undefined) query = query.where(beyond(after, direction));
  for (const condition of conditionsOf(filter)) query = query.where(condition);
  if (earlier !== undefined) query = query.where(await wasEarlier(db, earlier, moment.clock));
  if (moved !== undefined) query = query.where(await hasMoved(db, moved, moment));
  if (filter.visible !== undefined) query = query.where(sql<boolean>`${await isVisible(db, filter.visible)}`);
  return query;
}

function conditionsOf({ words = [], ...filter }: PastCaseFilter): readonly RawBuilder<boolean>[] {
  const conditions = [...words.map((word) => sql<boolean>`${hasWord(word)}`), ...sinceConditions(filter)];
  const ofCell = cellConditions(filter);
  if (ofCell.length > 0)
    conditions.push(sql`stay.cell in (select code from known_name where ${sql.join(ofCell, sql` and `)})`);
  return conditions;
}

/**
 * What the text of a cell must fulfil: `workflow|leaf|place|outcome|tags`. No part has a bar, so a text of four bars fits a
 * pattern of four bars part by part.
 */
function cellConditions(filter: PastCaseFilter): readonly RawBuilder<unknown>[] {
  const { workflow, states, leaves, place, outcome, tags = {} } = filter;
  const paths = states?.flatMap((state) => [globOf(state), `${globOf(state)}.*`]) ?? ['*'];
  const isLike = (leaf: string) =>
    sql`text glob ${[globOf(workflow), leaf, globOf(place), globOf(outcome), '*'].join('|')}`;
  const isTagged = (tag: string) => sql`instr(replace(text, '|', ';') || ';', ${`;${tag};`}) > 0`;
  const isLeaf = ([name, leaf]: readonly [string, string]) =>
    sql`text glob ${[globOf(name), globOf(leaf), '*'].join('|')}`;
  const parts = [
    paths.map(isLike),
    ...(leaves === undefined ? [] : [[sql`1 = 0`, ...eachLeaf(leaves).map(isLeaf)]]),
    ...tagTexts(tags).map((texts) => texts.map(isTagged)),
  ];
  const narrows = [workflow, states, place, outcome].some((part) => part !== undefined) || parts.length > 1;
  if (!narrows) return [];
  return [
    sql`text not glob '*|*|*|*|*|*'`,
    ...parts.map((alternatives) => sql`(${sql.join(alternatives, sql` or `)})`),
  ];
}

/** A pattern that only this text fits; without a text, one that every text fits. */
const globOf = (text: string | undefined): string => text?.replace(/[*?[]/g, '[$&]') ?? '*';

const beyond = ({ key, caseId }: CaseCursor, direction: 'asc' | 'desc') =>
  sql<boolean>`(case_list.reference, case_list.id_order) ${direction === 'desc' ? sql`<` : sql`>`} (${key}, ${caseId})`;
