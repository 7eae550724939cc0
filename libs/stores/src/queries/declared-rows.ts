import {
  orderColumns,
  type ColumnRange,
  type DeclaredRowsQuery,
  type Row,
  type TableDefinition,
  type Value,
} from '@safeconduct/engine';
import { sql } from 'kysely';
import { isInstant, withInstants } from './coded-columns.js';
import { keptInstant } from './codes.js';
import type { Condition } from './key-query.js';
import type { Db } from './view-tables.js';
import { isOfVisibleCase } from './visible-cases.js';

/**
 * Whether one range of one index has the page, so that it takes the same short time however many rows there are: rows
 * are narrowed by one column at the most, which is that of their order or has one value, and all of them are ordered.
 */
export function isOneRange({ table, where, order: { by } }: DeclaredRowsQuery): boolean {
  const [first, ...others] = where;
  if (others.length > 0) return false;
  if (first === undefined) return by === undefined || !mayBeAbsent(table, by);
  return by === first.column || (by === undefined && isOneValue(first));
}

/** A page of the rows of a declared view. Rows without a value in the column of the order come last. */
export async function selectDeclaredRows(db: Db, query: DeclaredRowsQuery): Promise<readonly Row[]> {
  const { table, where, visible, order, limit, after } = query;
  const { by } = order;
  const caseNumber = sql`(select code from ${sql.table('known_case')} where text = ${sql.table(table.name)}.case_id)`;
  const seen = visible === undefined ? [] : [await isOfVisibleCase(db, visible, caseNumber)];
  if (by === undefined || !mayBeAbsent(table, by)) return pageOf(db, query, seen);
  const isAbsent = after?.[0] === null;
  const present = isAbsent ? [] : await pageOf(db, query, [...seen, sql`${sql.ref(by)} is not null`]);
  const areOfValues = where.some(({ column, from, to }) => column === by && (from ?? to) !== undefined);
  if (present.length === limit || areOfValues) return present;
  const rest = {
    ...query,
    order: { descending: order.descending },
    limit: limit - present.length,
    after: isAbsent ? after.slice(1) : undefined,
  };
  return [...present, ...(await pageOf(db, rest, [...seen, sql`${sql.ref(by)} is null`]))];
}

async function pageOf(
  db: Db,
  { table, where, order, limit, after }: DeclaredRowsQuery,
  conditions: readonly Condition[],
): Promise<readonly Row[]> {
  const ordered = orderColumns(table, order);
  const kept = (column: string, value: Value): Value =>
    isInstant(table.columns[column]) && typeof value === 'string' ? keptInstant(value) : value;
  const all = [...conditions, ...where.flatMap((range) => inRange(range, kept))];
  if (after !== undefined) {
    const values = ordered.map((name, index) => kept(name, after[index] ?? null));
    const beyond = order.descending ? sql`<` : sql`>`;
    all.push(sql`(${sql.join(ordered.map((name) => sql.ref(name)))}) ${beyond} (${sql.join(values)})`);
  }
  const way = order.descending ? sql`desc` : sql`asc`;
  const { rows } = await sql<Row>`
    select ${sql.join(Object.keys(table.columns).map((name) => sql.ref(name)))} from ${sql.table(table.name)}
    where ${all.length === 0 ? sql`true` : sql.join(all, sql` and `)}
    order by ${sql.join(ordered.map((name) => sql`${sql.ref(name)} ${way}`))} limit ${limit}`.execute(db);
  return withInstants(table, rows);
}

const mayBeAbsent = ({ columns }: TableDefinition, column: string): boolean =>
  columns[column]?.endsWith('?') === true;

const isOneValue = ({ from, to }: ColumnRange): boolean => from !== undefined && from === to;

function inRange(range: ColumnRange, kept: (column: string, value: Value) => Value): readonly Condition[] {
  const { column, from, to } = range;
  const own = sql.ref(column);
  if (from !== undefined && isOneValue(range)) return [sql`${own} = ${kept(column, from)}`];
  return [
    ...(from === undefined ? [] : [sql`${own} >= ${kept(column, from)}`]),
    ...(to === undefined ? [] : [sql`${own} <= ${kept(column, to)}`]),
  ];
}
