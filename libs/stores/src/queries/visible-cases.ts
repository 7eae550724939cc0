import {
  isInScope,
  openedMax,
  type CaseFilter,
  type VisibleCases,
  type VisiblePart,
} from '@safeconduct/engine';
import { sql } from 'kysely';
import { cellsNow, cellsOfOfficer, isMeant, type Cell, type Narrowed } from './case-keys.js';
import { caseIdIn, codeOfName, codesOfNames, keptInstant } from './codes.js';
import type { Condition } from './key-query.js';
import type { Db } from './view-tables.js';

type Opened = NonNullable<VisiblePart['opened']>;

/** The cells that a reader sees all cases of, and those of which only some. */
interface SplitCells<One> {
  readonly whole: readonly One[];
  readonly ofPerson: readonly (VisiblePart & { readonly found: readonly One[] })[];
}

/**
 * Splits cells by how a reader sees their cases. A cell of which all are seen is in no other part, so the parts of one
 * person have no case in common with it.
 */
function splitCells(visible: VisibleCases, cells: readonly Cell[]): SplitCells<Cell> {
  const isOf = (part: VisiblePart) => (cell: Cell) => part.cells.some((scope) => isInScope(cell, scope));
  const open = visible.filter(({ assignee, opened }) => assignee === undefined && opened === undefined);
  const ofPerson = visible.filter((part) => !open.includes(part));
  const isWhole = (cell: Cell) => open.some((part) => isOf(part)(cell));
  const others = cells.filter((cell) => !isWhole(cell));
  return {
    whole: cells.filter(isWhole),
    ofPerson: joined(ofPerson)
      .map((part) => ({ ...part, found: others.filter(isOf(part)) }))
      .filter(({ found }) => found.length > 0),
  };
}

/** Parts with the cases of the same officer as one part; those of who opened a case come last. */
function joined(parts: VisibleCases): VisibleCases {
  const byOfficer = new Map<string, VisiblePart>();
  for (const part of parts.filter(({ opened }) => opened === undefined)) {
    const { assignee = '', cells } = part;
    byOfficer.set(assignee, { ...part, cells: [...(byOfficer.get(assignee)?.cells ?? []), ...cells] });
  }
  return [...byOfficer.values(), ...parts.filter(({ opened }) => opened !== undefined)];
}

/**
 * A list as several lists, of which each is narrowed in a way that an index knows: by cells, by the officer, or to a few
 * cases. Together they have the cases that the reader sees; a case may be in two.
 */
export async function visibleLists(db: Db, { visible, ...filter }: CaseFilter): Promise<readonly Narrowed[]> {
  const all = await cellsNow(db);
  const cells = all.filter((cell) => isMeant(cell, filter));
  const { whole, ofPerson } =
    visible === undefined ? { whole: cells, ofPerson: [] } : splitCells(visible, cells);
  const isWhole = whole.length === all.length;
  const lists: Narrowed[] =
    whole.length === 0 ? [] : [await ofOfficer(db, { filter, cells: whole, isWhole })];
  const theirs: Narrowed[] = [];
  for (const { assignee = filter.assignee, opened, found } of ofPerson) {
    if (filter.assignee !== undefined && filter.assignee !== assignee) continue;
    const caseIds = opened === undefined ? filter.caseIds : await openedOf(db, opened, filter.caseIds);
    if (caseIds?.length === 0) continue;
    const narrowed = { ...filter, assignee, ...(caseIds !== undefined && { caseIds }) };
    const list = await ofOfficer(db, { filter: narrowed, cells: found });
    theirs.push(opened === undefined ? list : { ...list, besides: [...theirs] });
  }
  return [...lists, ...theirs];
}

/** A list of one officer, or of nobody, with the cells in which they have cases. */
const ofOfficer = async (db: Db, list: Narrowed): Promise<Narrowed> =>
  list.filter.assignee === undefined
    ? list
    : { ...list, isWhole: false, cells: await cellsOfOfficer(db, list.filter.assignee, list.cells) };

/** Whether a reader sees every case there is now. */
export async function seesAll(db: Db, visible: VisibleCases | undefined): Promise<boolean> {
  if (visible === undefined) return true;
  const cells = await cellsNow(db);
  return splitCells(visible, cells).whole.length === cells.length;
}

/** The cases that a person opened, among some. */
async function openedOf(
  db: Db,
  opened: Opened,
  among: readonly string[] | undefined,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select ${caseIdIn('found.case_id')} as "id" from (${casesOpened(opened)}) as found`.execute(db);
  const ids = rows.map(({ id }) => id);
  return among === undefined ? ids : ids.filter((id) => among.includes(id));
}

/** Positions only grow, so the range of one actor begins where the first event of the period stands. */
const casesOpened = ({ by, since }: Opened): Condition => {
  const timeline = sql.table('timeline');
  return sql`
    select case_id from ${timeline}
    where actor = ${codeOfName(by)} and revision = 0 and position >= (
      select min(position) from ${timeline} where known_at >= ${keptInstant(since)})
    order by position desc limit ${openedMax}`;
};

/**
 * What a case must fulfil so that a reader sees it.
 * @param listed  what its row in the list of cases is called in the statement
 */
export async function isVisible(db: Db, visible: VisibleCases, listed = 'case_list'): Promise<Condition> {
  const { whole, ofPerson } = splitCells(visible, await cellsNow(db));
  const column = (name: string) => sql.ref(`${listed}.${name}`);
  const isIn = (cells: readonly Cell[]) =>
    sql`${column('cell')} in ${codesOfNames(cells.map(({ text }) => text))}`;
  const ways = [
    ...(whole.length === 0 ? [] : [isIn(whole)]),
    ...ofPerson.map(({ assignee, opened, found }) => {
      const isTheirs = [
        ...(assignee === undefined ? [] : [sql`${column('assignee')} = ${codeOfName(assignee)}`]),
        ...(opened === undefined ? [] : [sql`${column('case_id')} in (${casesOpened(opened)})`]),
      ];
      return sql`(${sql.join([...isTheirs, isIn(found)], sql` and `)})`;
    }),
  ];
  return ways.length === 0 ? sql`1 = 0` : sql`(${sql.join(ways, sql` or `)})`;
}

/** The same for a row of another table, of which the case is known by its number. */
export async function isOfVisibleCase(
  db: Db,
  visible: VisibleCases,
  caseNumber: Condition,
): Promise<Condition> {
  const condition = await isVisible(db, visible, 'visible_case');
  return sql`exists (select 1 from ${sql.table('case_list')} as visible_case
    where visible_case.case_id = ${caseNumber} and ${condition})`;
}

/** The one officer whose cases a reader sees, when the reader sees no others. */
export function onlyAssignee(visible: VisibleCases | undefined): string | undefined {
  const [first, ...others] = visible ?? [];
  return first?.opened === undefined && others.every(({ assignee }) => assignee === first?.assignee)
    ? first?.assignee
    : undefined;
}

/** Whether what a reader sees depends on who opened a case, which another view knows. */
export const dependsOnOpening = (visible: VisibleCases | undefined): boolean =>
  visible?.some(({ opened }) => opened !== undefined) === true;
