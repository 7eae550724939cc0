import type { PastCaseFilter } from '@safeconduct/engine';
import { sql, type RawBuilder } from 'kysely';
import { candidatesAt } from '../../queries/candidates-at.js';
import type { ListLimits } from '../../queries/case-keys.js';
import { listLimits } from '../../queries/key-query.js';
import type { PastCases, PastQuery, PastRow } from '../../queries/case-list.js';
import { hasWord } from '../../queries/case-words.js';
import { eachLeaf, nameIn, tagTexts } from '../../queries/codes.js';
import { wasEarlier } from '../../queries/earlier-stay.js';
import { hasMoved } from '../../queries/moved-cases.js';
import { boundOf, lastsAt, sinceConditions } from '../../queries/stays-at.js';
import type { Db } from '../../queries/view-tables.js';
import { isVisible } from '../../queries/visible-cases.js';
import { textArray } from '../views/array-parameters.js';

const caseList = sql.table('case_list');
const stay = sql.table('stay');
const timeline = sql.table('timeline');
const knownName = sql.table('known_name');
const knownCase = sql.table('known_case');

/**
 * Cases as they were at a past moment, by reference: the list is walked in that order, and for each case its stay of the
 * moment is looked up (`OFFSET 0` keeps it so).
 */
export const pastCases = (
  db: Db,
  { candidatesMax, countedMax = listLimits.countedMax }: Partial<ListLimits>,
): PastCases => ({
  countedMax,

  async rows(query) {
    const found = await casesAt(db, query, candidatesMax);
    return found === undefined ? [] : (await found.execute(db)).rows;
  },

  async count(query) {
    const found = await casesAt(db, query, candidatesMax);
    if (found === undefined) return 0;
    const counted = sql<{ cases: string }>`select count(*) as cases from (${found}) as found`;
    return Number((await counted.execute(db)).rows[0]?.cases ?? 0);
  },

  async groups(query) {
    const found = await casesAt(db, query, candidatesMax);
    if (found === undefined) return [];
    const counted = sql<{ cell: string; cases: string }>`
      select cell, count(*) as cases from (${found}) as found group by cell`;
    return (await counted.execute(db)).rows.map((row) => ({ ...row, cases: Number(row.cases) }));
  },
});

/** The cases of a page; `undefined` when there are none. */
async function casesAt(
  db: Db,
  { filter, moment, earlier, moved, limit, after, descending = false }: PastQuery,
  candidatesMax: number | undefined,
): Promise<RawBuilder<PastRow> | undefined> {
  const candidates = await candidatesAt(db, { filter, moment }, candidatesMax);
  if (candidates?.length === 0) return undefined;
  const bound = await boundOf(db, moment);
  const at = sql.id(moment.clock === 'occurred' ? 'occurred_at' : 'ordinal');
  const ofStay = [lastsAt('stay', moment.clock, bound), isInCell(filter), ...sinceConditions(filter)];
  const [way, beyond] = descending ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`];
  const ofCase = (filter.words ?? []).map(hasWord);
  if (candidates !== undefined) ofCase.push(isAmong(candidates));
  if (earlier !== undefined) ofCase.push(await wasEarlier(db, earlier, moment.clock));
  if (moved !== undefined) ofCase.push(await hasMoved(db, moved, moment));
  if (filter.visible !== undefined) ofCase.push(await isVisible(db, filter.visible));
  if (after !== undefined)
    ofCase.push(sql`(case_list.reference, case_list.id_order) ${beyond} (${after.key}, ${after.caseId})`);
  return sql<PastRow>`
    select case_list.id_order as case_id, case_list.reference, case_list.subject_latin, case_list.subject_arabic,
      ${nameIn('past.cell')} as cell, past.state_since,
      (select max(revision) from ${timeline} as event
        where event.case_id = case_list.case_id and event.${at} <= ${bound}) as revision
    from ${caseList} cross join lateral (
      select stay.cell, stay.state_since from ${stay} as stay
      where stay.case_id = case_list.case_id and ${sql.join(ofStay, sql` and `)} offset 0) as past
    where ${ofCase.length === 0 ? sql`true` : sql.join(ofCase, sql` and `)}
    order by case_list.reference ${way}, case_list.id_order ${way} limit ${limit}`;
}

const isAmong = (caseIds: readonly string[]): RawBuilder<unknown> =>
  sql`case_list.case_id = any (array (
    select code from ${knownCase} where text = any (${textArray(caseIds)}::text[])))`;

/** What the text of a cell must fulfil: `workflow|leaf|place|outcome|tags`, of which no part has a bar. */
function isInCell({
  workflow,
  states,
  leaves,
  place,
  outcome,
  tags = {},
}: PastCaseFilter): RawBuilder<unknown> {
  const part = (index: number) => sql`split_part(text, '|', ${sql.lit(index)})`;
  const conditions: RawBuilder<unknown>[] = [];
  if (workflow !== undefined) conditions.push(sql`${part(1)} = ${workflow}`);
  if (states !== undefined) {
    const isOneOf = states.map(
      (state) => sql`${part(2)} = ${state} or starts_with(${part(2)}, ${`${state}.`})`,
    );
    conditions.push(sql`(${sql.join(isOneOf, sql` or `)})`);
  }
  if (leaves !== undefined) {
    const known = eachLeaf(leaves).map((one) => one.join('|'));
    conditions.push(sql`${part(1)} || '|' || ${part(2)} = any (${textArray(known)}::text[])`);
  }
  if (place !== undefined) conditions.push(sql`${part(3)} = ${place}`);
  if (outcome !== undefined) conditions.push(sql`${part(4)} = ${outcome}`);
  for (const texts of tagTexts(tags))
    conditions.push(sql`string_to_array(${part(5)}, ';') && ${textArray(texts)}::text[]`);
  if (conditions.length === 0) return sql`true`;
  const isCell = sql`text like '%|%|%|%|%' and text not like '%|%|%|%|%|%'`;
  return sql`stay.cell = any (array (
    select code from ${knownName} where ${sql.join([isCell, ...conditions], sql` and `)}))`;
}
