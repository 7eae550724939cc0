import type { CaseFilter, CaseGroup, Total } from '@safeconduct/engine';
import { sql } from 'kysely';
import {
  casesIn,
  checksOf,
  type Cell,
  type Checks,
  type FewCases,
  type Lead,
  type ListedCases,
  type Narrowed,
} from './case-keys.js';
import { casesEntered, isInRange, rangesOf } from './case-ranges.js';
import { codesFoundBy, rarestWord } from './case-words.js';
import { codeOfName, codesOfCases, codesOfNames, nameIn } from './codes.js';
import type { Condition } from './key-query.js';
import type { Db } from './view-tables.js';

/** Whether counters have the number of cases: a list is narrowed by cells and officer alone. */
const isCounted = ({ caseIds, words, ...filter }: CaseFilter): boolean =>
  caseIds === undefined && words === undefined && rangesOf(filter).length === 0;

/** How many cases some lists have together. */
export async function totalOf(listed: ListedCases, lists: readonly Narrowed[]): Promise<Total> {
  let [value, isExact] = [0, true];
  for (const list of lists) {
    const found = await countOf(listed, list);
    value += found.value;
    isExact &&= found.relation === 'eq';
  }
  return { value, relation: isExact ? 'eq' : 'gte' };
}

async function countOf(listed: ListedCases, list: Narrowed): Promise<Total> {
  const { lead, cells, filter } = list;
  const { countedMax } = listed.limits;
  if (isCounted(filter)) return { value: casesIn(list), relation: 'eq' };
  if (cells.length === 0 || filter.caseIds?.length === 0) return { value: 0, relation: 'eq' };
  if (filter.words !== undefined) return countFound(listed, list);
  const isLed = lead !== undefined && rangesOf(filter).length === 1;
  const rows = isLed ? undefined : await rowsOf(listed, list);
  const found = rows === undefined ? (lead?.found ?? 0) : await countUpTo(listed.db, rows, countedMax);
  return found > countedMax ? { value: countedMax, relation: 'gte' } : { value: found, relation: 'eq' };
}

/** @returns up to one more than `most` */
async function countUpTo(db: Db, rows: Condition, most: number): Promise<number> {
  const counted = sql<{ cases: number | string }>`
    select count(*) as "cases" from (select 1 from (${rows}) as found limit ${most + 1}) as counted`;
  return Number((await counted.execute(db)).rows[0]?.cases ?? 0);
}

/** A word finds some cases several times, so of so many rows for each case that is counted the cases are told apart. */
const rowsForEach = 2;

/** What a word finds of so few rows is counted at once. */
const rareMax = 1000;

/** How many cases are found by words: at least so many, where there are more rows than are looked at. */
async function countFound(listed: ListedCases, list: Narrowed): Promise<Total> {
  const { candidatesMax, countedMax } = listed.limits;
  const few = await fewOf(listed, list);
  const isRare =
    few.of === 'word' &&
    (await rarestWord(listed.db, [few.word], Math.min(rareMax, candidatesMax))) !== undefined;
  const checks = checksBesides(list);
  // The one condition is the word itself.
  const isOfIndex = few.of === 'word' && checks.conditions.length === 1 && list.isWhole === true;
  const rows = isOfIndex ? codesFoundBy(few.word) : listed.walks.rowsOfFew(few, checks, 'repeated');
  const rowsMax = countedMax * rowsForEach;
  const counted = sql<{ rows: number | string; cases: number | string }>`
    select count(*) as "rows", count(distinct code) as "cases"
    from (select code from (${rows}) as found limit ${rowsMax + 1}) as counted`;
  const [found] = (await counted.execute(isRare ? listed.db : (listed.counting ?? listed.db))).rows;
  const value = Number(found?.cases ?? 0);
  const isAll = Number(found?.rows ?? 0) <= rowsMax && value <= countedMax;
  return { value: Math.min(value, countedMax), relation: isAll ? 'eq' : 'gte' };
}

/** The cases of one officer, or of nobody, in one cell that is known by its text. */
export interface KnownGroup extends CaseGroup {
  readonly cell: Cell;
}

/** How many cases of a list each officer has in each cell; those without any are left out. */
export async function groupsOf(listed: ListedCases, list: Narrowed): Promise<readonly KnownGroup[]> {
  const { cells, filter } = list;
  const { assignee } = filter;
  if (cells.length === 0 || filter.caseIds?.length === 0) return [];
  if (isCounted(filter) && assignee !== undefined)
    return cells.map((cell) => ({ cell, assignee, cases: cell.cases }));
  const counted = await groupRows(listed, list);
  const { rows } = await sql<GroupRow>`
    select ${nameIn('grouped.cell')} as "cell", ${nameIn('grouped.assignee')} as "assignee",
      grouped.cases as "cases" from (${counted}) as grouped`.execute(listed.db);
  const byText = new Map(cells.map((cell) => [cell.text, cell]));
  return rows.flatMap((row) => {
    const cell = byText.get(row.cell);
    return cell === undefined
      ? []
      : [{ cell, assignee: row.assignee === '' ? null : row.assignee, cases: Number(row.cases) }];
  });
}

/** A statement that selects cell, officer and number of cases of each group. */
async function groupRows(listed: ListedCases, list: Narrowed): Promise<Condition> {
  const { filter, cells, lead } = list;
  const groups = sql.table('assigned_cell');
  if (isCounted(filter)) return sql`select cell, assignee, cases from ${groups} where cases > 0`;
  if (lead === undefined)
    return sql`select cell, assignee, count(*) as cases from (${await rowsOf(listed, list)}) as found
      group by cell, assignee`;
  // An index has the cases of each group in the order of the period, so nothing is sorted.
  const { conditions } = checksOf(list);
  const inGroup = [sql`case_list.assignee = known.assignee`, sql`case_list.cell = known.cell`];
  const all = [...inGroup, isInRange(lead.range, true), ...conditions];
  const known = [sql`cases > 0`, sql`cell in ${codesOfNames(cells.map(({ text }) => text))}`];
  if (filter.assignee !== undefined) known.push(sql`assignee = ${codeOfName(filter.assignee ?? '')}`);
  return sql`select cell, assignee, cases from (
      select known.cell, known.assignee, (
        select count(*) from ${sql.table('case_list')} where ${sql.join(all, sql` and `)}) as cases
      from (select cell, assignee from ${groups} where ${sql.join(known, sql` and `)}) as known) as counted
    where cases > 0`;
}

interface GroupRow {
  readonly cell: string;
  readonly assignee: string;
  readonly cases: number | string;
}

/** Whether periods and words leave more cases than are counted. */
export async function isMany({ db, limits }: ListedCases, { filter, lead }: Narrowed): Promise<boolean> {
  if (filter.words !== undefined)
    return (await rarestWord(db, filter.words, limits.countedMax)) === undefined;
  return lead !== undefined && lead.found > limits.countedMax;
}

/** A statement that selects number, cell and officer of each case of a list. */
const rowsOf = async (listed: ListedCases, list: Narrowed): Promise<Condition> =>
  listed.walks.rowsOfFew(await fewOf(listed, list), checksBesides(list), 'once');

/** What single cases of a list must fulfil that no list before it counts. */
function checksBesides(list: Narrowed): Checks {
  const { cells, conditions } = checksOf(list);
  return { cells, conditions: [...conditions, ...(list.besides ?? []).map(isNotIn)] };
}

/** What leads to the fewest cases. */
async function fewOf({ db, limits }: ListedCases, { filter, cells, lead }: Narrowed): Promise<FewCases> {
  const { caseIds, words = [], assignee } = filter;
  if (caseIds !== undefined) return { of: 'ids', ids: caseIds };
  const entry = { cells: cells.map(({ text }) => text), assignee, range: lead?.range };
  const [word] = words;
  if (word === undefined || casesIn({ cells }) <= wordsFindMin) return { of: 'entry', entry };
  const rare = await rarestWord(db, words, limits.countedMax);
  if (rare !== undefined) return { of: 'word', word: rare };
  return casesIn({ cells }) <= limits.countedMax ? { of: 'entry', entry } : { of: 'word', word };
}

/** Fewer cases are looked at sooner than words are counted. */
const wordsFindMin = 100;

/** Whether a case is not among those that another list counts. */
function isNotIn({ cells, filter: { assignee, caseIds } }: Narrowed): Condition {
  const conditions = [sql`case_list.cell in ${codesOfNames(cells.map(({ text }) => text))}`];
  if (assignee !== undefined) conditions.push(sql`case_list.assignee = ${codeOfName(assignee ?? '')}`);
  if (caseIds !== undefined) conditions.push(sql`case_list.case_id in ${codesOfCases(caseIds)}`);
  return sql`not (${sql.join(conditions, sql` and `)})`;
}

/** A list with the period that has the fewest of its cases. */
export async function withLead({ db, limits }: ListedCases, list: Narrowed): Promise<Narrowed> {
  const { cells, filter } = list;
  const { assignee, caseIds, words } = filter;
  if (cells.length === 0 || caseIds !== undefined || words !== undefined) return list;
  let lead: Lead | undefined;
  for (const range of rangesOf(filter)) {
    const entry = { cells: cells.map(({ text }) => text), assignee, range };
    const found = await countUpTo(
      db,
      casesEntered(entry, [], []),
      Math.max(limits.candidatesMax, limits.countedMax),
    );
    if (lead === undefined || found < lead.found) lead = { range, found };
  }
  return lead === undefined ? list : { ...list, lead };
}
