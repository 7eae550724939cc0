import type { Generation, Row, TableDefinition, Value } from '@safeconduct/engine';
import type Database from 'better-sqlite3';
import { insertRow, putRow, removeRow, selectIndexed, updateRow } from './table-sql.js';

type Written = Pick<Generation, 'number' | 'live'>;

/**
 * Writes rows of one table of one generation. SQLite moves an index entry for every column that a statement names, also
 * when its value stays. So, where there are indexes, a row that is there is compared with the new one, and only the
 * indexes of what differs are touched.
 */
export class TableWriter {
  readonly #columns: readonly string[];
  readonly #indexed: readonly string[];
  readonly #others: readonly string[];
  readonly #updates = new Map<string, Database.Statement>();
  readonly #insert: Database.Statement;
  readonly #remove: Database.Statement;
  readonly #find: Database.Statement | undefined;

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
    this.#insert = db.prepare(compares ? insertRow(table, generation) : putRow(table, generation));
    this.#find = compares ? db.prepare(selectIndexed(table, generation, this.#indexed)) : undefined;
    this.#remove = db.prepare(removeRow(table, generation));
  }

  /** Inserts a row, or replaces the one with its key. */
  put(row: Row): void {
    const key = this.table.key.map((name) => row[name] ?? null);
    const before = this.#find?.get(key) as Row | undefined;
    if (before === undefined) this.#insert.run(this.#columns.map((name) => row[name] ?? null));
    else this.#update(row, before, key);
  }

  remove(key: readonly Value[]): void {
    this.#remove.run(key);
  }

  #update(row: Row, before: Row, key: readonly Value[]): void {
    const differing = this.#indexed.filter((name) => before[name] !== (row[name] ?? null));
    const changed = [...this.#others, ...differing];
    if (changed.length === 0) return;
    const id = differing.join();
    const statement =
      this.#updates.get(id) ?? this.db.prepare(updateRow(this.table, this.generation, changed));
    this.#updates.set(id, statement);
    statement.run(...changed.map((name) => row[name] ?? null), ...key);
  }
}
