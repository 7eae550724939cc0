import {
  epochMsOf,
  type ColumnType,
  type Generation,
  type Key,
  type Row,
  type TableChanges,
  type TableDefinition,
  type Value,
} from '@safeconduct/engine';
import { dictionaryOf, isInstant, type DictionaryName } from '../../queries/coded-columns.js';
import type { Statement, TransactionQuery } from '../database.js';
import { numberArray, textArray } from './array-parameters.js';
import type { CodesOfBatch } from './dictionary.js';
import { addRows, putRows, removeRows } from './table-sql.js';

/** The numbers of the texts of a batch, by dictionary. */
export type BatchCodes = Readonly<Record<DictionaryName, CodesOfBatch>>;

/** What a batch does to one table of one generation. */
export interface ChangedTable {
  readonly table: TableDefinition;
  readonly changes: TableChanges;
}

/** Has every text of a batch that is kept as a number get its number. */
export async function giveNumbers(
  query: TransactionQuery,
  codes: BatchCodes,
  changed: readonly ChangedTable[],
): Promise<void> {
  const written: Texts = { known_case: new Set(), known_name: new Set() };
  const sought: Texts = { known_case: new Set(), known_name: new Set() };
  for (const { table, changes } of changed) {
    for (const [column, dictionary] of codedColumns(table)) {
      for (const row of changes.put) note(written[dictionary], row[column]);
      for (const row of changes.add) note(written[dictionary], row[column]);
      const place = table.key.indexOf(column);
      if (place >= 0) for (const key of changes.remove) note(sought[dictionary], key[place]);
    }
  }
  for (const name of ['known_case', 'known_name'] as const) {
    await codes[name].give(query, written[name]);
    await codes[name].find(query, sought[name]);
  }
}

type Texts = Readonly<Record<DictionaryName, Set<string>>>;

function note(texts: Set<string>, value: Value | undefined): void {
  if (typeof value === 'string') texts.add(value);
}

const codedColumns = ({ columns }: TableDefinition): readonly (readonly [string, DictionaryName])[] =>
  Object.entries(columns).flatMap(([name, type]) => {
    const dictionary = dictionaryOf(type);
    return dictionary === undefined ? [] : [[name, dictionary] as const];
  });

/** What writes a batch: a statement for each kind of change of each table. The texts have their numbers. */
export function* statementsOf(
  changed: readonly ChangedTable[],
  codes: BatchCodes,
  generation: Pick<Generation, 'number'>,
): Generator<Statement, void> {
  for (const { table, changes } of changed) {
    const { put, remove, add } = changes;
    const known = remove.filter((key) => hasNumbers(key, table, codes));
    if (known.length > 0) yield { text: removeRows(table, generation), values: keysOf(known, table, codes) };
    if (put.length > 0) yield { text: putRows(table, generation), values: arraysOf(put, table, codes) };
    if (add.length > 0) yield { text: addRows(table, generation), values: arraysOf(add, table, codes) };
  }
}

/** Runs statements one after the other. Each is made while the database works on the one before. */
export async function runAhead(query: TransactionQuery, statements: Iterable<Statement>): Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  try {
    for (const statement of statements) {
      await running;
      running = query(statement);
    }
  } finally {
    await running;
  }
}

const keysOf = (
  keys: readonly Key[],
  { key, columns }: TableDefinition,
  codes: BatchCodes,
): readonly string[] =>
  key.map((name, place) =>
    arrayOf(
      keys.map((values) => values[place] ?? null),
      columns[name],
      codes,
    ),
  );

/** Whether a row can have this key: one with a text that has no number is in no row. */
const hasNumbers = (key: readonly Value[], table: TableDefinition, codes: BatchCodes): boolean =>
  table.key.every((name, place) => {
    const dictionary = dictionaryOf(table.columns[name]);
    const text = key[place] ?? null;
    return dictionary === undefined || text === null || codes[dictionary].codeOf(String(text)) !== undefined;
  });

const arraysOf = (rows: readonly Row[], { columns }: TableDefinition, codes: BatchCodes): readonly string[] =>
  Object.entries(columns).map(([name, type]) =>
    arrayOf(
      rows.map((row) => row[name] ?? null),
      type,
      codes,
    ),
  );

/** The values of one column as the database takes them. */
function arrayOf(values: readonly Value[], type: ColumnType | undefined, codes: BatchCodes): string {
  const dictionary = dictionaryOf(type);
  if (dictionary !== undefined) {
    const { [dictionary]: known } = codes;
    return numberArray(values.map((text) => (text === null ? null : numberOf(String(text), known))));
  }
  if (isInstant(type)) return numberArray(instantsOf(values));
  return type === 'text' || type === 'text?' ? textArray(values) : numberArray(values as (number | null)[]);
}

function numberOf(text: string, known: CodesOfBatch): number {
  const code = known.codeOf(text);
  if (code === undefined) throw new Error('a text of a row has no number');
  return code;
}

/** Instants as they are kept. Rows that follow each other often have the same one. */
function instantsOf(values: readonly Value[]): readonly (number | null)[] {
  let [last, lastMs]: [Value, number | null] = [null, null];
  return values.map((instant) => {
    if (instant !== last) [last, lastMs] = [instant, instant === null ? null : epochMsOf(String(instant))];
    return lastMs;
  });
}

/** The keys of rows as `fetchRows` takes them: texts where the rows have numbers. */
export const keyArrays = (keys: readonly Key[], table: TableDefinition): readonly string[] =>
  table.key.map((name, place) => {
    const values = keys.map((key) => key[place] ?? null);
    const type = table.columns[name];
    if (dictionaryOf(type) !== undefined || type === 'text' || type === 'text?') return textArray(values);
    return numberArray(isInstant(type) ? instantsOf(values) : (values as (number | null)[]));
  });
