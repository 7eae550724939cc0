import type { TableDefinition, Value, ViewDefinition } from '@safeconduct/engine';
import type Database from 'better-sqlite3';
import { leaveWal } from '../journal-mode.js';
import { selectGenerations, type GenerationRow } from './generation-row.js';
import {
  createIndexes,
  createTable,
  createView,
  dropTable,
  dropView,
  physicalName,
  putRow,
  removeRow,
} from './table-sql.js';
import type { FlatBatch, FlatChanges } from './view-batch.js';

const cacheKiB = 64 * 1024;
const checkpointPages = 4000;

/** Nothing was written, because the checkpoint is elsewhere: `null` when there is no such generation any more. */
export interface Fenced {
  readonly conflict: number | null;
}

type Numbered = Pick<GenerationRow, 'number'>;

/** Writes views over one connection. Synchronous; the folder's views are written by a thread of their own. */
export class ViewWriter {
  readonly #sql: ReturnType<typeof statementsOf>;
  readonly #rows = new Map<
    string,
    { readonly put: Database.Statement; readonly remove: Database.Statement }
  >();

  constructor(private readonly db: Database.Database) {
    // The log can make the views again, so the flush of each commit is saved: a power cut may cost the last batches.
    db.pragma('synchronous = NORMAL');
    db.pragma(`cache_size = -${cacheKiB}`);
    db.pragma(`wal_autocheckpoint = ${checkpointPages}`);
    this.#sql = statementsOf(db);
  }

  /** Starts a generation, without secondary indexes, in place of one that was being built. */
  begin(view: ViewDefinition): GenerationRow {
    return this.#transaction(() => {
      this.#drop(
        this.#sql.generations.all().filter(({ view: name, live }) => name === view.name && live === 0),
      );
      const generation = this.#sql.begin.get(view.name, view.version) as GenerationRow;
      for (const table of view.tables) this.db.exec(createTable(table, generation));
      return generation;
    });
  }

  /** Rows and checkpoint, together. */
  commit({ number }: Numbered, batch: FlatBatch): GenerationRow | Fenced {
    return this.#transaction(() => {
      const advanced = this.#sql.advance.get(batch.to, batch.recordedAt, number, batch.from);
      if (advanced === undefined) return { conflict: this.#checkpointOf(number) };
      for (const changes of batch.tables) this.#change(changes, { number });
      return advanced;
    });
  }

  /**
   * Makes a generation live. Its secondary indexes are built now, each by one sort over all rows: keeping them up to
   * date while the rows came in would have cost several times as much. Queries go on with the old generation meanwhile.
   */
  promote({ number }: Numbered, view: ViewDefinition): GenerationRow | Fenced {
    if (this.#checkpointOf(number) === null) return { conflict: null };
    for (const statement of createIndexes(view, { number })) this.db.exec(statement);
    return this.#transaction(() => {
      const others = this.#sql.generations
        .all()
        .filter((one) => one.view === view.name && one.number !== number);
      for (const table of view.tables) this.db.exec(dropView(table.name));
      this.#drop(others.filter(({ live }) => live === 1));
      for (const table of view.tables) this.db.exec(createView(table, { number }));
      return this.#sql.promote.get(number) as GenerationRow;
    });
  }

  close(): void {
    try {
      if (!this.db.memory) leaveWal(this.db);
    } finally {
      this.db.close();
    }
  }

  #transaction<Result>(work: () => Result): Result {
    return this.db.transaction(work).immediate();
  }

  #checkpointOf(number: number): number | null {
    return this.#sql.generations.all().find((one) => one.number === number)?.checkpoint ?? null;
  }

  #change({ table, put, remove }: FlatChanges, generation: Numbered): void {
    const statements = this.#statements(table, generation);
    for (const key of chunks(remove, table.key.length)) statements.remove.run(key);
    for (const row of chunks(put, Object.keys(table.columns).length)) statements.put.run(row);
  }

  #statements(table: TableDefinition, generation: Numbered) {
    const name = physicalName(table, generation);
    const known = this.#rows.get(name);
    if (known !== undefined) return known;
    const statements = {
      put: this.db.prepare(putRow(table, generation)),
      remove: this.db.prepare(removeRow(table, generation)),
    };
    this.#rows.set(name, statements);
    return statements;
  }

  /** Removes generations with all their tables, whatever their definition was. */
  #drop(generations: readonly Numbered[]): void {
    for (const { number } of generations) {
      this.#sql.remove.run(number);
      for (const name of this.#sql.tables.all(`*__${number}`)) {
        this.db.exec(dropTable(name));
        this.#rows.delete(name);
      }
    }
  }
}

function* chunks(values: readonly Value[], length: number): Generator<readonly Value[]> {
  for (let at = 0; at < values.length; at += length) yield values.slice(at, at + length);
}

const statementsOf = (db: Database.Database) => ({
  generations: selectGenerations(db),
  begin: db.prepare<[string, number], GenerationRow>(
    'INSERT INTO generation (view, version) VALUES (?, ?) RETURNING *',
  ),
  advance: db.prepare<[number, string, number, number], GenerationRow>(
    'UPDATE generation SET checkpoint = ?, recorded_at = ? WHERE number = ? AND checkpoint = ? RETURNING *',
  ),
  promote: db.prepare<[number], GenerationRow>('UPDATE generation SET live = 1 WHERE number = ? RETURNING *'),
  remove: db.prepare('DELETE FROM generation WHERE number = ?'),
  tables: db
    .prepare<[string], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB ?`)
    .pluck(),
});
