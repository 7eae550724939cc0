import {
  epochMsOf,
  instantOf,
  type ColumnType,
  type Generation,
  type Row,
  type TableDefinition,
  type Value,
} from '@safeconduct/engine';
import type Database from 'better-sqlite3';
import { dictionaryOf, isInstant, type DictionaryName } from '../../queries/coded-columns.js';
import type { Dictionary } from './dictionary.js';
import { addRow, fetchRows, insertNewRow, putRow, removeRow, selectIndexed, updateRow } from './table-sql.js';

type Written = Pick<Generation, 'number' | 'live'>;

export type Dictionaries = Readonly<Record<DictionaryName, Dictionary>>;

export interface WrittenFile {
  readonly db: Database.Database;
  readonly dictionaries: Dictionaries;
}

/** A column, how its values are kept, and how they are told. */
interface Column {
  readonly name: string;
  readonly kept: ((value: Value) => Value) | undefined;
  readonly told: ((value: Value) => Value) | undefined;
  /** The value of a key; `undefined` when no row has it. */
  readonly sought: (value: Value) => Value | undefined;
}

/** Changes some columns of a row, which are given by their places. */
interface Update {
  readonly columns: readonly number[];
  readonly statement: Database.Statement;
}

/**
 * Reads and writes rows of one table of one generation. SQLite moves an index entry for every column that a statement names, also
 * when its value stays. So, where there are indexes, a row that is there is compared with the new one, and only the
 * indexes of what differs are touched. Whether a row is there is not asked first as long as all of them were new.
 */
export class TableWriter {
  readonly #columns: readonly Column[];
  readonly #told: readonly Column[];
  /** Places of columns: of the key, of those in indexes, of all others. */
  readonly #key: readonly number[];
  readonly #indexed: readonly number[];
  readonly #others: readonly number[];
  readonly #updates = new Map<string, Update>();
  readonly #insert: Database.Statement;
  readonly #fetch: Database.Statement;
  readonly #remove: Database.Statement;
  readonly #find: Database.Statement | undefined;
  #add: Database.Statement | undefined;
  #lastWasNew = true;

  constructor(
    private readonly file: WrittenFile,
    private readonly table: TableDefinition,
    private readonly generation: Written,
  ) {
    const { db, dictionaries } = file;
    const named = new Set(table.indexes.flat());
    this.#columns = Object.entries(table.columns).map(([name, type]) => columnOf(name, type, dictionaries));
    this.#told = this.#columns.filter(({ told }) => told !== undefined);
    const places = this.#columns.map((_, place) => place);
    const nameAt = (place: number) => this.#columns[place]?.name ?? '';
    this.#key = table.key.map((name) => this.#columns.findIndex((column) => column.name === name));
    const besideKey = places.filter((place) => !this.#key.includes(place));
    this.#indexed = besideKey.filter((place) => named.has(nameAt(place)));
    this.#others = besideKey.filter((place) => !named.has(nameAt(place)));
    // A generation that is being built has no secondary indexes yet.
    const compares = generation.live && this.#indexed.length > 0;
    this.#insert = db.prepare(compares ? insertNewRow(table, generation) : putRow(table, generation));
    this.#find = compares
      ? db.prepare(selectIndexed(table, generation, this.#indexed.map(nameAt))).raw()
      : undefined;
    this.#fetch = db.prepare(fetchRows(table, generation));
    this.#remove = db.prepare(removeRow(table, generation));
  }

  /** The rows with these keys, as far as there are any. */
  fetch(keys: readonly (readonly Value[])[]): readonly Row[] {
    const sought = keys.flatMap((key) => {
      const found = this.#sought(key);
      return found === undefined ? [] : [found];
    });
    const rows = this.#fetch.all(JSON.stringify(sought)) as Record<string, Value>[];
    for (const { name, told } of this.#told) {
      for (const row of rows) row[name] = told?.(row[name] ?? null) ?? null;
    }
    return rows;
  }

  /** Inserts a row, or replaces the one with its key. */
  put(row: Row): void {
    const values = this.#valuesOf(row);
    if (this.#find === undefined) this.#inserted(values);
    else if (!this.#lastWasNew || !this.#inserted(values)) this.#compareAndPut(this.#find, values);
  }

  remove(key: readonly Value[]): void {
    const sought = this.#sought(key);
    if (sought !== undefined) this.#remove.run(sought);
  }

  /** Inserts a row of sums, or adds it to the one with its key. */
  add(row: Row): void {
    this.#add ??= this.file.db.prepare(addRow(this.table, this.generation));
    this.#add.run(this.#valuesOf(row));
  }

  #inserted(values: readonly Value[]): boolean {
    return this.#insert.run(values).changes > 0;
  }

  /** What is kept of a row, in the order of the columns. */
  #valuesOf(row: Row): readonly Value[] {
    return this.#columns.map(({ name, kept }) => {
      const value = row[name] ?? null;
      return kept === undefined || value === null ? value : kept(value);
    });
  }

  #sought(key: readonly Value[]): readonly Value[] | undefined {
    const found: Value[] = [];
    for (const [index, place] of this.#key.entries()) {
      const value = this.#columns[place]?.sought(key[index] ?? null);
      if (value === undefined) return undefined;
      found.push(value);
    }
    return found;
  }

  #compareAndPut(find: Database.Statement, values: readonly Value[]): void {
    const key = this.#key.map((place) => values[place] ?? null);
    const before = find.get(key) as readonly Value[] | undefined;
    this.#lastWasNew = before === undefined;
    if (before === undefined) this.#inserted(values);
    else this.#update(values, before, key);
  }

  #update(values: readonly Value[], before: readonly Value[], key: readonly Value[]): void {
    const differing = this.#indexed.filter((place, index) => before[index] !== values[place]);
    if (differing.length + this.#others.length === 0) return;
    const { columns, statement } = this.#updateOf(differing);
    statement.run([...columns.map((place) => values[place] ?? null), ...key]);
  }

  #updateOf(differing: readonly number[]): Update {
    const id = differing.join();
    const known = this.#updates.get(id);
    if (known !== undefined) return known;
    const columns = [...this.#others, ...differing];
    const names = columns.map((place) => this.#columns[place]?.name ?? '');
    const statement = this.file.db.prepare(updateRow(this.table, this.generation, names));
    const made = { columns, statement };
    this.#updates.set(id, made);
    return made;
  }
}

/** Instants as they are kept. Rows that follow each other often have the same one. */
function keptInstants(): (instant: Value) => number {
  let [last, lastMs]: [Value, number] = [null, 0];
  return (instant) => {
    if (instant !== last) [last, lastMs] = [instant, epochMsOf(instant as string)];
    return lastMs;
  };
}

function columnOf(name: string, type: ColumnType, dictionaries: Dictionaries): Column {
  const dictionary = dictionaryOf(type);
  if (dictionary !== undefined) {
    const { [dictionary]: codes } = dictionaries;
    return {
      name,
      kept: (text) => codes.codeOf(text as string),
      told: (code) => (code === null ? null : codes.textOf(code as number)),
      sought: (text) => (text === null ? null : codes.find(text as string)),
    };
  }
  if (isInstant(type)) {
    const kept = keptInstants();
    const told = (ms: Value) => (ms === null ? null : instantOf(ms as number));
    return { name, kept, told, sought: (instant) => (instant === null ? null : kept(instant)) };
  }
  return { name, kept: undefined, told: undefined, sought: (value) => value };
}
