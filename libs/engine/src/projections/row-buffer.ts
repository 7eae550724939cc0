import type { Key, Row, RowOf, TableChanges, TableDefinition, Value } from '../ports/view-store.js';
import type { Projection, Rows } from './projection.js';

interface TableBuffer {
  readonly table: TableDefinition;
  /** Rows as they are after the events so far; undefined where there is none. */
  readonly rows: Map<string, Row | undefined>;
  /** Keys of rows that were announced and are not loaded yet. */
  readonly missing: Key[];
  readonly changed: Map<string, Key>;
  readonly appended: Row[];
  readonly sums: Map<string, { readonly key: Key; change: number }>;
}

/** Loads rows of one table by key. */
export type FetchRows = (table: TableDefinition, keys: readonly Key[]) => Promise<readonly Row[]>;

/** The rows of one batch: loaded once, changed in memory, written once. */
export class RowBuffer implements Rows {
  private readonly tables = new Map<string, TableBuffer>();

  constructor(private readonly fetch: FetchRows) {}

  /** Announces rows by their keys. They can be read once they are loaded. */
  want(wanted: readonly { readonly table: TableDefinition; readonly key: Key }[]): void {
    for (const { table, key } of wanted) {
      const buffer = this.buffer(table);
      const id = idOf(key);
      if (buffer.rows.has(id)) continue;
      buffer.rows.set(id, undefined);
      buffer.missing.push(key);
    }
  }

  /** Loads the announced rows. */
  async load(): Promise<void> {
    for (const { table, rows, missing } of this.tables.values()) {
      if (missing.length === 0) continue;
      for (const row of await this.fetch(table, missing.splice(0))) rows.set(idOf(keyOf(table, row)), row);
    }
  }

  get<Table extends TableDefinition>(table: Table, key: Key): RowOf<Table> | undefined {
    const buffer = this.buffer(table);
    const id = idOf(key);
    if (!buffer.rows.has(id)) throw new Error(`${table.name}: row ${id} is read without being announced`);
    // Rows of this table came from the store or from `put`, so they have its columns.
    return buffer.rows.get(id) as RowOf<Table> | undefined;
  }

  put<Table extends TableDefinition>(table: Table, row: RowOf<Table>): void {
    this.change(table, keyOf(table, row), row);
  }

  remove(table: TableDefinition, key: Key): void {
    this.change(table, key, undefined);
  }

  append<Table extends TableDefinition>(table: Table, row: RowOf<Table>): void {
    this.buffer(table).appended.push(row);
  }

  add(table: TableDefinition, key: Key, change: number): void {
    addTo(this.buffer(table), key, change);
  }

  /** Everything the batch changed, once. Sums are passed on to the wider rows they count in. */
  changes(wider?: Projection['wider']): readonly TableChanges[] {
    const changes = [...this.tables.values()].map((buffer) => {
      if (wider !== undefined) widen(buffer, wider);
      return changesOf(buffer);
    });
    return changes.filter(({ put, remove, add }) => put.length + remove.length + add.length > 0);
  }

  private change(table: TableDefinition, key: Key, row: Row | undefined): void {
    const buffer = this.buffer(table);
    const id = idOf(key);
    buffer.rows.set(id, row);
    buffer.changed.set(id, key);
  }

  private buffer(table: TableDefinition): TableBuffer {
    const known = this.tables.get(table.name);
    if (known !== undefined) return known;
    const made: TableBuffer = {
      ...{ table, rows: new Map(), missing: [], changed: new Map() },
      ...{ appended: [], sums: new Map() },
    };
    this.tables.set(table.name, made);
    return made;
  }
}

function addTo({ sums }: TableBuffer, key: Key, change: number): void {
  const id = idOf(key);
  const sum = sums.get(id);
  if (sum === undefined) sums.set(id, { key, change });
  else sum.change += change;
}

function widen(buffer: TableBuffer, wider: NonNullable<Projection['wider']>): void {
  for (const { key, change } of [...buffer.sums.values()]) {
    for (const widerKey of wider(buffer.table, key)) addTo(buffer, widerKey, change);
  }
}

function changesOf({ table, rows, changed, appended, sums }: TableBuffer): TableChanges {
  const put = [...appended];
  const remove: Key[] = [];
  for (const [id, key] of changed) {
    const row = rows.get(id);
    if (row === undefined) remove.push(key);
    else put.push(row);
  }
  return { table: table.name, put, remove, add: sumRows(table, sums.values()) };
}

function sumRows(
  table: TableDefinition,
  sums: Iterable<{ readonly key: Key; readonly change: number }>,
): readonly Row[] {
  const columns = Object.keys(table.columns).filter((name) => !table.key.includes(name));
  return Array.from(sums, ({ key, change }) => {
    const row: Record<string, Value> = {};
    for (const [index, name] of table.key.entries()) row[name] = key[index] ?? null;
    for (const name of columns) row[name] = change;
    return row;
  });
}

const keyOf = (table: TableDefinition, row: Row): Key => table.key.map((name) => row[name] ?? null);

// Ids and names hold no line breaks, so keys cannot run into each other. Most have one part, which is not joined.
const idOf = (key: Key): string => (key.length === 1 ? String(key[0]) : key.join('\n'));
