import type { Row, TableChanges, TableDefinition, Value } from '../ports/view-store.js';
import type { Rows } from './projection.js';

type Key = readonly Value[];

interface TableBuffer {
  readonly table: TableDefinition;
  /** Rows as they are after the events so far; undefined where there is none. */
  readonly rows: Map<string, Row | undefined>;
  readonly changed: Map<string, Key>;
  readonly sums: Map<string, { readonly key: Key; readonly column: string; change: number }>;
}

/** Loads rows of one table by key. */
export type FetchRows = (table: TableDefinition, keys: readonly Key[]) => Promise<readonly Row[]>;

/** The rows of one batch: loaded once, changed in memory, written once. */
export class RowBuffer implements Rows {
  private readonly tables = new Map<string, TableBuffer>();

  constructor(private readonly fetch: FetchRows) {}

  /** Loads the rows with these keys. */
  async load(wanted: readonly { readonly table: TableDefinition; readonly key: Key }[]): Promise<void> {
    const missing = new Map<TableDefinition, Map<string, Key>>();
    for (const { table, key } of wanted) {
      const buffer = this.buffer(table);
      const id = idOf(key);
      if (buffer.rows.has(id)) continue;
      buffer.rows.set(id, undefined);
      missing.set(table, (missing.get(table) ?? new Map<string, Key>()).set(id, key));
    }
    for (const [table, keys] of missing) {
      const buffer = this.buffer(table);
      for (const row of await this.fetch(table, [...keys.values()]))
        buffer.rows.set(idOf(keyOf(table, row)), row);
    }
  }

  get(table: TableDefinition, key: Key): Row | undefined {
    const buffer = this.buffer(table);
    const id = idOf(key);
    if (!buffer.rows.has(id)) throw new Error(`${table.name}: row ${id} is read without being announced`);
    return buffer.rows.get(id);
  }

  put(table: TableDefinition, row: Row): void {
    this.change(table, keyOf(table, row), row);
  }

  remove(table: TableDefinition, key: Key): void {
    this.change(table, key, undefined);
  }

  add(table: TableDefinition, key: Key, column: string, change: number): void {
    const { sums } = this.buffer(table);
    const id = idOf(key);
    const sum = sums.get(id);
    if (sum === undefined) sums.set(id, { key, column, change });
    else sum.change += change;
  }

  /** Everything the batch changed. Sums are added to the rows they belong to first. */
  async changes(): Promise<readonly TableChanges[]> {
    for (const buffer of this.tables.values()) await this.addSums(buffer);
    return [...this.tables.values()].filter(({ changed }) => changed.size > 0).map(changesOf);
  }

  private async addSums({ table, rows, sums }: TableBuffer): Promise<void> {
    await this.load([...sums.values()].map(({ key }) => ({ table, key })));
    for (const [id, { key, column, change }] of sums) {
      const row =
        rows.get(id) ?? Object.fromEntries(table.key.map((name, index) => [name, key[index] ?? null]));
      this.put(table, { ...row, [column]: Number(row[column] ?? 0) + change });
    }
    sums.clear();
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
    const made: TableBuffer = { table, rows: new Map(), changed: new Map(), sums: new Map() };
    this.tables.set(table.name, made);
    return made;
  }
}

function changesOf({ table, rows, changed }: TableBuffer): TableChanges {
  const put: Row[] = [];
  const remove: Key[] = [];
  for (const [id, key] of changed) {
    const row = rows.get(id);
    if (row === undefined) remove.push(key);
    else put.push(row);
  }
  return { table: table.name, put, remove };
}

const keyOf = (table: TableDefinition, row: Row): Key => table.key.map((name) => row[name] ?? null);

// Ids and names hold no line breaks, so keys cannot run into each other. Most have one part, which is not joined.
const idOf = (key: Key): string => (key.length === 1 ? String(key[0]) : key.join('\n'));
