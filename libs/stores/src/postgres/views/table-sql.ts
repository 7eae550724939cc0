import type { ColumnType, Generation, TableDefinition, ViewDefinition } from '@safeconduct/engine';
import { dictionaryOf } from '../../queries/coded-columns.js';

/** SQL for the tables of a view. Names come from definitions in code, never from outside; they are quoted all the same. */

/** The schema of the views. No statement relies on a search path, because a pooler may give each another session. */
export const viewsSchema = 'safeconduct_views';

export type Numbered = Pick<Generation, 'number'>;

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export const list = (names: readonly string[]): string => names.map(quoted).join(', ');

/** A table, or a view, of the schema. */
export const inSchema = (name: string): string => `${viewsSchema}.${quoted(name)}`;

/** The name of a table in one generation. */
export const physicalName = ({ name }: Pick<TableDefinition, 'name'>, { number }: Numbered): string =>
  `${name}__${number}`;

export const physicalTable = (table: Pick<TableDefinition, 'name'>, generation: Numbered): string =>
  inSchema(physicalName(table, generation));

export function createTable(table: TableDefinition, generation: Numbered): string {
  const columns = Object.entries(table.columns).map(
    ([name, type]) => `${quoted(name)} ${columnType(type)}${isNullable(type) ? '' : ' NOT NULL'}`,
  );
  return `CREATE TABLE ${physicalTable(table, generation)} (
    ${columns.join(', ')}, PRIMARY KEY (${list(table.key)}))`;
}

/** One statement an index; each can be repeated. A row whose first value is null is asked for by none, so it is in none. */
export function createIndexes({ tables }: ViewDefinition, generation: Numbered): readonly string[] {
  return tables.flatMap((table) =>
    table.indexes.map((columns, index) => {
      // The names of columns may be longer than the name of an index can be.
      const name = quoted(`${physicalName(table, generation)}__${index}`);
      return `CREATE INDEX IF NOT EXISTS ${name} ON ${physicalTable(table, generation)}
        (${list(ordered(table, columns))})${present(table, columns)}`;
    }),
  );
}

/** Rows that are equal in an index of one column are walked in the order of the key, so the index has it. */
const ordered = ({ key }: TableDefinition, columns: readonly string[]): readonly string[] =>
  columns.length > 1 ? columns : [...columns, ...key.filter((name) => !columns.includes(name))];

const present = ({ columns }: TableDefinition, [first = '']: readonly string[]): string =>
  isNullable(columns[first]) ? ` WHERE ${quoted(first)} IS NOT NULL` : '';

/** The plain name of a table leads to one generation of it. */
export const createView = (table: TableDefinition, generation: Numbered): string =>
  `CREATE VIEW ${inSchema(table.name)} AS SELECT ${list(Object.keys(table.columns))}
   FROM ${physicalTable(table, generation)}`;

/** Inserts rows, or replaces those with their keys. Its parameters are one array a column. */
export const putRows = (table: TableDefinition, generation: Numbered): string =>
  insertOrUpdate(table, generation, (name) => `excluded.${name}`);

/** Inserts rows, or adds them to those with their keys, column by column. */
export const addRows = (table: TableDefinition, generation: Numbered): string =>
  insertOrUpdate(table, generation, (name) => `kept.${name} + excluded.${name}`);

function insertOrUpdate(
  table: TableDefinition,
  generation: Numbered,
  value: (name: string) => string,
): string {
  const names = Object.keys(table.columns);
  const others = names.filter((name) => !table.key.includes(name)).map(quoted);
  const updated = others.map((name) => `${name} = ${value(name)}`);
  const update = updated.length > 0 ? `UPDATE SET ${updated.join(', ')}` : 'NOTHING';
  const arrays = names.map((name, index) => `$${index + 1}::${sqlType(table.columns[name])}[]`);
  return `INSERT INTO ${physicalTable(table, generation)} AS kept (${list(names)})
    SELECT * FROM unnest(${arrays.join(', ')}) ON CONFLICT (${list(table.key)}) DO ${update}`;
}

/** Removes the rows with some keys. Its parameters are one array a column of the key. */
export const removeRows = (table: TableDefinition, generation: Numbered): string =>
  `DELETE FROM ${physicalTable(table, generation)} AS t USING ${wanted(table, sqlTypeIn(table))}
   WHERE ${table.key.map((name, index) => `t.${quoted(name)} = wanted.key${index}`).join(' AND ')}`;

/**
 * The rows with some keys, in the order of these, texts in place of their numbers, instants as numbers. Its parameters are one array a column of
 * the key, with texts for what is kept as a number.
 */
export function fetchRows(table: TableDefinition, generation: Numbered): string {
  const { columns, key } = table;
  const isCoded = (name: string) => dictionaryOf(columns[name]) !== undefined;
  const types = (name: string) => (isCoded(name) ? 'text' : sqlType(columns[name]));
  const known = key.flatMap((name, index) => {
    const dictionary = dictionaryOf(columns[name]);
    if (dictionary === undefined) return [];
    return `JOIN ${inSchema(dictionary)} AS known${index} ON known${index}.text = wanted.key${index}`;
  });
  const matches = key.map((name, index) => {
    const value = isCoded(name) ? `known${index}.code` : `wanted.key${index}`;
    return `t.${quoted(name)} = ${value}`;
  });
  return `SELECT ${told(table)} FROM ${wanted(table, types)} ${known.join(' ')}
    JOIN ${physicalTable(table, generation)} AS t ON ${matches.join(' AND ')} ORDER BY wanted.place`;
}

function wanted({ key }: TableDefinition, typeOf: (name: string) => string): string {
  const arrays = key.map((name, index) => `$${index + 1}::${typeOf(name)}[]`);
  const names = [...key.map((_, index) => `key${index}`), 'place'];
  return `unnest(${arrays.join(', ')}) WITH ORDINALITY AS wanted (${names.join(', ')})`;
}

/** Every column of a row `t`, with texts in place of their numbers. */
export const told = ({ columns }: TableDefinition): string =>
  Object.entries(columns)
    .map(([name, type]) => `${textOf(name, type)} AS ${quoted(name)}`)
    .join(', ');

/** A column of a row `t`, or the text that its number stands for. */
export function textOf(column: string, type: ColumnType | undefined): string {
  const dictionary = dictionaryOf(type);
  const own = `t.${quoted(column)}`;
  return dictionary === undefined ? own : `(SELECT text FROM ${inSchema(dictionary)} WHERE code = ${own})`;
}

const isNullable = (type: ColumnType | undefined): boolean => type?.endsWith('?') === true;

const sqlTypeIn =
  ({ columns }: TableDefinition) =>
  (name: string): string =>
    sqlType(columns[name]);

/** Texts are compared by their bytes in UTF-8, which is the order of `compareText`. */
const columnType = (type: ColumnType): string =>
  sqlType(type) === 'text' ? 'text COLLATE "C"' : sqlType(type);

function sqlType(type: ColumnType | undefined): string {
  switch (type) {
    case 'integer':
    case 'integer?':
    case 'instant':
    case 'instant?':
      return 'bigint';
    case 'name':
    case 'name?':
    case 'case':
      return 'integer';
    case 'text':
    case 'text?':
    case undefined:
      return 'text';
  }
}
