import type { Generation, Row, TableDefinition, Value } from '@safeconduct/engine';
import type Database from 'better-sqlite3';
import { addRow, fetchRows, insertNewRow, putRow, removeRow, selectIndexed, updateRow } from './table-sql.js';

type Written = Pick<Generation, 'number' | 'live'>;

/** Changes some columns of a row. */
interface Update {
  readonly columns: readonly string[];
  readonly statement: Database.Statement;
}

/**
 * Reads and writes rows of one table of one generation. SQLite moves an index entry for every column that a statement names, also
 * when its value stays. So, where there are indexes, a row that is there is compared with the new one, and only the
 * indexes of what differs are touched. Whether a row is there is not asked first as long as all of them were new.
 */
export class TableWriter {
  readonly #columns: readonly string[];
  readonly #indexed: readonly string[];
  readonly #others: readonly string[];
  readonly #updates = new Map<string, Update>();
  readonly #insert: Database.Statement;
  readonly #fetch: Database.Statement;
  readonly #remove: Database.Statement;
  readonly #find: Database.Statement | undefined;
  #add: Database.Statement | undefined;
  #lastWasNew = true;

  constructor(
    private readonly db: Database.Database,
    private readonly table: TableDefinition,
    private readonly generation: Written,
  ) {
    const named = new Set(table.indexes.flat());
    this.#columns = Object.keys(table.columns);
    this.#indexed = this.#columns.filter((name) => named.has(name) && !table.key.includes(name));
    this.#others = this.#columns.filter((name) => !named.has(name) && !table.key.includes(name));
    // A generation that is being built has no secondary indexes yet.
    const compares = generation.live && this.#indexed.length > 0;
    this.#insert = db.prepare(compares ? insertNewRow(table, generation) : putRow(table, generation));
    this.#find = compares ? db.prepare(selectIndexed(table, generation, this.#indexed)) : undefined;
    this.#fetch = db.prepare(fetchRows(table, generation));
    this.#remove = db.prepare(removeRow(table, generation));
  }

  /** The rows with these keys, as far as there are any. */
  fetch(keys: readonly (readonly Value[])[]): readonly Row[] {
    return this.#fetch.all(JSON.stringify(keys)) as Row[];
  }

  /** Inserts a row, or replaces the one with its key. */
  put(row: Row): void {
    if (this.#find === undefined) this.#inserted(row);
    else if (!this.#lastWasNew || !this.#inserted(row)) this.#compareAndPut(this.#find, row);
  }

  remove(key: readonly Value[]): void {
    this.#remove.run(key);
  }

  /** Inserts a row of sums, or adds it to the one with its key. */
  add(row: Row): void {
    this.#add ??= this.db.prepare(addRow(this.table, this.generation));
    this.#add.run(this.#valuesOf(row));
  }

  #inserted(row: Row): boolean {
    return this.#insert.run(this.#valuesOf(row)).changes > 0;
  }

  #valuesOf(row: Row): readonly Value[] {
    return this.#columns.map((name) => row[name] ?? null);
  }

  #compareAndPut(find: Database.Statement, row: Row): void {
    const key = this.table.key.map((name) => row[name] ?? null);
    const before = find.get(key) as Row | undefined;
    this.#lastWasNew = before === undefined;
    if (before === undefined) this.#inserted(row);
    else this.#update(row, before, key);
  }

  #update(row: Row, before: Row, key: readonly Value[]): void {
    const differing = this.#indexed.filter((name) => before[name] !== (row[name] ?? null));
    if (differing.length + this.#others.length === 0) return;
    const { columns, statement } = this.#updateOf(differing);
    statement.run(...columns.map((name) => row[name] ?? null), ...key);
  }

  #updateOf(differing: readonly string[]): Update {
    const id = differing.join();
    const known = this.#updates.get(id);
    if (known !== undefined) return known;
    const columns = [...this.#others, ...differing];
    const statement = this.db.prepare(updateRow(this.table, this.generation, columns));
    const made = { columns, statement };
    this.#updates.set(id, made);
    return made;
  }
}
