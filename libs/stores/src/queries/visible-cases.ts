import {
  caseCell,
  isInScope,
  openedMax,
  type CaseFilter,
  type VisibleCases,
  type VisiblePart,
} from '@safeconduct/engine';
import { sql } from 'kysely';
import { cellsNow, type Cell, type Narrowed } from './case-keys.js';
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
  const isWhole = (cell: Cell) => open.some((part) => isOf(part)(cell));
  const others = cells.filter((cell) => !isWhole(cell));
  return {
    whole: cells.filter(isWhole),
    ofPerson: visible
      .filter((part) => !open.includes(part))
      .map((part) => ({ ...part, found: others.filter(isOf(part)) }))
      .filter(({ found }) => found.length > 0),
  };
}

/**
 * A list as several lists, of which each is narrowed in a way that an index knows: by cells, by the officer, or to a few
 * cases. Together they have the cases that the reader sees; a case may be in two.
 */
export async function visibleLists(
  db: Db,
  { visible, ...filter }: CaseFilter,
  cells: readonly Cell[],
): Promise<readonly Narrowed[]> {
  if (visible === undefined) return [{ filter, cells }];
  const { whole, ofPerson } = splitCells(visible, cells);
  const lists: Narrowed[] = whole.length === 0 ? [] : [{ filter, cells: whole }];
  for (const { assignee = filter.assignee, opened, found } of ofPerson) {
    if (filter.assignee !== undefined && filter.assignee !== assignee) continue;
    const caseIds = opened === undefined ? filter.caseIds : await openedOf(db, opened, filter.caseIds);
    if (caseIds?.length !== 0) lists.push({ filter: { ...filter, assignee, caseIds }, cells: found });
  }
  return lists;
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
  const { whole, ofPerson } = splitCells(visible, await cellsNow(db, {}));
  const column = (name: string) => sql.ref(`${listed}.${name}`);
  const isIn = (cells: readonly Cell[]) => sql`${column('cell')} in ${codesOfNames(cells.map(caseCell))}`;
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
