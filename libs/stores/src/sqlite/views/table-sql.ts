import {
  epochMsOf,
  type ColumnType,
  type Generation,
  type Key,
  type TableDefinition,
  type Value,
  type ViewDefinition,
} from '@safeconduct/engine';
import { dictionaryOf, isInstant } from '../../queries/coded-columns.js';

/** SQL for the tables of a view. Names come from definitions in code, never from outside; they are quoted all the same. */

/** The name of a table in one generation. */
export const physicalName = (
  { name }: { readonly name: string },
  { number }: Pick<Generation, 'number'>,
): string => `${name}__${number}`;

export function createTable(table: TableDefinition, generation: Pick<Generation, 'number'>): string {
  const columns = Object.entries(table.columns).map(([name, type]) => `${quoted(name)} ${sqlType(type)}`);
  // A key of several columns holds most of its small row, so the row is kept in the key's tree and not beside it. A row
  // with one key is large, and most are appended: those keep a place of their own.
  const layout = table.key.length > 1 ? 'STRICT, WITHOUT ROWID' : 'STRICT';
  return `CREATE TABLE ${quoted(physicalName(table, generation))} (
    ${columns.join(', ')}, PRIMARY KEY (${list(table.key)})) ${layout}`;
}

/** One statement an index; each can be repeated. A row whose first value is null is asked for by none, so it is in none. */
export function createIndexes(
  { tables }: ViewDefinition,
  generation: Pick<Generation, 'number'>,
): readonly string[] {
  return tables.flatMap((table) => {
    const name = physicalName(table, generation);
    return table.indexes.map(
      (columns) =>
        `CREATE INDEX IF NOT EXISTS ${quoted(`${name}__${columns.join('_')}`)} ON ${quoted(name)} (${list(columns)})${present(table, columns)}`,
    );
  });
}

const present = ({ columns }: TableDefinition, [first = '']: readonly string[]): string =>
  columns[first]?.endsWith('?') === true ? ` WHERE ${quoted(first)} IS NOT NULL` : '';

/** The plain name of a table leads to one generation of it. */
export const createView = (table: TableDefinition, generation: Pick<Generation, 'number'>): string =>
  `CREATE VIEW ${quoted(table.name)} AS SELECT * FROM ${quoted(physicalName(table, generation))}`;

function insertRow(table: TableDefinition, generation: Pick<Generation, 'number'>): string {
  const columns = Object.keys(table.columns);
  return `INSERT INTO ${quoted(physicalName(table, generation))} (${list(columns)})
    VALUES (${columns.map(() => '?').join(', ')})`;
}

/** Inserts a row unless there is one with its key. */
export const insertNewRow = (table: TableDefinition, generation: Pick<Generation, 'number'>): string =>
  `${insertRow(table, generation)} ON CONFLICT DO NOTHING`;

/** Inserts a row, or replaces the one with its key in place: cheaper by half than deleting it first. */
export const putRow = (table: TableDefinition, generation: Pick<Generation, 'number'>): string =>
  insertOrUpdate(table, generation, (name) => `excluded.${name}`);

/** Inserts a row, or adds it to the one with its key, column by column. */
export const addRow = (table: TableDefinition, generation: Pick<Generation, 'number'>): string =>
  insertOrUpdate(table, generation, (name) => `${name} + excluded.${name}`);

function insertOrUpdate(
  table: TableDefinition,
  generation: Pick<Generation, 'number'>,
  value: (name: string) => string,
): string {
  const others = Object.keys(table.columns).filter((name) => !table.key.includes(name));
  const updated = others.map(quoted).map((name) => `${name} = ${value(name)}`);
  const update = updated.length > 0 ? `UPDATE SET ${updated.join(', ')}` : 'NOTHING';
  return `${insertRow(table, generation)} ON CONFLICT (${list(table.key)}) DO ${update}`;
}

export const updateRow = (
  table: TableDefinition,
  generation: Pick<Generation, 'number'>,
  columns: readonly string[],
): string =>
  `UPDATE ${quoted(physicalName(table, generation))}
   SET ${columns.map((name) => `${quoted(name)} = ?`).join(', ')} WHERE ${hasKey(table)}`;

export const removeRow = (table: TableDefinition, generation: Pick<Generation, 'number'>): string =>
  `DELETE FROM ${quoted(physicalName(table, generation))} WHERE ${hasKey(table)}`;

/** Some columns of the row with a key. */
export const selectIndexed = (
  table: TableDefinition,
  generation: Pick<Generation, 'number'>,
  columns: readonly string[],
): string => `SELECT ${list(columns)} FROM ${quoted(physicalName(table, generation))} WHERE ${hasKey(table)}`;

const hasKey = ({ key }: TableDefinition): string => key.map((name) => `${quoted(name)} = ?`).join(' AND ');

/** Rows by a JSON array of keys: one statement for all costs a fourth of one for each. */
export function fetchRows(table: TableDefinition, generation: Pick<Generation, 'number'>): string {
  const matches = table.key.map((name, index) => `t.${quoted(name)} = k.value ->> ${index}`);
  return `SELECT t.* FROM json_each(?) k CROSS JOIN ${quoted(physicalName(table, generation))} t
    ON ${matches.join(' AND ')}`;
}

interface Scan {
  readonly sql: string;
  /** Those before the limit. */
  readonly parameters: readonly Value[];
}

/**
 * A page of the live generation in the order of its key, behind a key if one is given; texts in place of their numbers,
 * instants as numbers. A key that begins with a number for a text is walked in the order of the dictionary, because the
 * order of the numbers is not that of the texts.
 */
export function scanRows({ name, columns, key }: TableDefinition, after: Key | undefined): Scan {
  const lead = dictionaryOf(columns[key[0] ?? '']);
  const ordered = key.map((column, index) =>
    index === 0 && lead !== undefined ? 'lead.text' : textOf(column, columns[column]),
  );
  const from =
    lead === undefined
      ? `${quoted(name)} AS t`
      : `${lead} AS lead CROSS JOIN ${quoted(name)} AS t ON t.${quoted(key[0] ?? '')} = lead.code`;
  const { sql, parameters } = behind({ columns, key }, ordered, after);
  const selected = Object.entries(columns).map(
    ([column, type]) => `${textOf(column, type)} AS ${quoted(column)}`,
  );
  return {
    sql: `SELECT ${selected.join(', ')} FROM ${from} ${sql} ORDER BY ${ordered.join(', ')} LIMIT ?`,
    parameters,
  };
}

function behind(
  { columns, key }: Pick<TableDefinition, 'columns' | 'key'>,
  ordered: readonly string[],
  after: Key | undefined,
): Scan {
  if (after === undefined) return { sql: '', parameters: [] };
  const values = after.map((value, index) =>
    isInstant(columns[key[index] ?? '']) ? epochMsOf(String(value)) : value,
  );
  // By these columns an index is entered; what is compared as a text is in none.
  const coded = key.findIndex((column) => dictionaryOf(columns[column]) !== undefined);
  const entered = coded === 0 ? 1 : coded < 0 ? key.length : coded;
  const places = (count: number) => Array.from({ length: count }, () => '?').join(', ');
  return {
    sql: `WHERE (${ordered.slice(0, entered).join(', ')}) >= (${places(entered)})
      AND (${ordered.join(', ')}) > (${places(key.length)})`,
    parameters: [...values.slice(0, entered), ...values],
  };
}

/** A column, or the text that its number stands for. */
function textOf(column: string, type: ColumnType | undefined): string {
  const dictionary = dictionaryOf(type);
  const own = `t.${quoted(column)}`;
  return dictionary === undefined ? own : `(SELECT text FROM ${dictionary} WHERE code = ${own})`;
}

export const dropTable = (name: string): string => `DROP TABLE ${quoted(name)}`;
export const dropView = (name: string): string => `DROP VIEW IF EXISTS ${quoted(name)}`;

const list = (names: readonly string[]): string => names.map(quoted).join(', ');

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function sqlType(type: ColumnType): string {
  switch (type) {
    case 'text':
      return 'TEXT NOT NULL';
    case 'text?':
      return 'TEXT';
    case 'integer':
    case 'name':
    case 'case':
    case 'instant':
      return 'INTEGER NOT NULL';
    case 'integer?':
    case 'name?':
    case 'instant?':
      return 'INTEGER';
  }
}
