import {
  CheckpointConflictError,
  positionOf,
  type Generation,
  type Position,
  type Row,
  type TableChanges,
  type TableDefinition,
  type Value,
  type ViewBatch,
  type ViewDefinition,
} from '@safeconduct/engine';
import type Database from 'better-sqlite3';
import { leaveWal } from '../journal-mode.js';
import { isNoTable } from '../store-error.js';
import { Dictionary } from './dictionary.js';
import { generationOf, selectGenerations, type GenerationRow } from './generation-row.js';
import { createIndexes, createTable, createView, dropTable, dropView, physicalName } from './table-sql.js';
import { TableWriter, type Dictionaries } from './table-writer.js';

const cacheKiB = 64 * 1024;
const checkpointPages = 4000;
const forgetRetryMs = 1000;

type Numbered = Pick<Generation, 'number'>;

/** Writes views over one connection. Synchronous: who projects writes, in whichever thread that is. */
export class ViewWriter {
  readonly #sql: ReturnType<typeof statementsOf>;
  readonly #tables = new Map<string, TableWriter>();
  readonly #dictionaries: Dictionaries;
  #forgetting: NodeJS.Timeout | undefined;

  constructor(private readonly db: Database.Database) {
    // The log can make the views again, so the flush of each commit is saved: a power cut may cost the last batches.
    db.pragma('synchronous = NORMAL');
    db.pragma(`cache_size = -${cacheKiB}`);
    db.pragma(`wal_autocheckpoint = ${checkpointPages}`);
    // What a row held before is overwritten, so that nothing of an erased person stays in free space.
    db.pragma('secure_delete = ON');
    this.#sql = statementsOf(db);
    this.#dictionaries = {
      known_case: new Dictionary(db, 'known_case'),
      known_name: new Dictionary(db, 'known_name'),
    };
  }

  /** Starts a generation, without secondary indexes, in place of one that was being built. */
  begin(view: ViewDefinition): Generation {
    return this.#transaction(() => {
      this.#drop(this.#sql.generations.all().filter((one) => one.view === view.name && one.live === 0));
      const row = this.#sql.begin.get(view.name, view.version) as GenerationRow;
      for (const table of view.tables) this.db.exec(createTable(table, row));
      return generationOf(row);
    });
  }

  /** @throws CheckpointConflictError  the generation was thrown away by another runner */
  fetch(generation: Generation, table: TableDefinition, keys: readonly (readonly Value[])[]): readonly Row[] {
    try {
      return this.#writerOf(table, generation).fetch(keys);
    } catch (error) {
      if (isNoTable(error)) throw this.#conflict(generation, generation.checkpoint);
      throw error;
    }
  }

  /**
   * Rows and checkpoint, together.
   * @throws CheckpointConflictError  the checkpoint is elsewhere; nothing was written
   */
  commit(generation: Generation, { tables }: ViewDefinition, batch: ViewBatch): Generation {
    const committed = this.#transaction(() => {
      const { from, to, recordedAt, taken, latestAt, changes } = batch;
      const { number } = generation;
      const set = [Number(to), recordedAt, taken, latestAt] as const;
      const advanced = this.#sql.advance.get(...set, number, Number(from));
      if (advanced === undefined) throw this.#conflict(generation, from);
      for (const change of changes) this.#change(change, tableIn(tables, change), generation);
      return generationOf(advanced);
    });
    if (batch.forgets === true) this.#emptyWal();
    return committed;
  }

  /**
   * Makes a generation live. Its secondary indexes are built now, each by one sort over all rows: keeping them up to
   * date while the rows came in would have cost several times as much. Queries go on with the old generation meanwhile.
   * @throws CheckpointConflictError  it was thrown away by another runner
   */
  promote(generation: Generation, view: ViewDefinition): Generation {
    const { number } = generation;
    if (this.#checkpointOf(number) === undefined) throw this.#conflict(generation, generation.checkpoint);
    for (const statement of createIndexes(view, { number })) this.db.exec(statement);
    // From now on its rows are written another way.
    for (const table of view.tables) this.#tables.delete(physicalName(table, { number }));
    return this.#transaction(() => {
      const others = this.#sql.generations
        .all()
        .filter((one) => one.view === view.name && one.number !== number);
      for (const table of view.tables) this.db.exec(dropView(table.name));
      this.#drop(others.filter(({ live }) => live === 1));
      for (const table of view.tables) this.db.exec(createView(table, { number }));
      return generationOf(this.#sql.promote.get(number) as GenerationRow);
    });
  }

  /** Takes old pages out of the -wal file. While a reader is in the middle of a query it cannot, and tries again soon. */
  #emptyWal(): void {
    clearTimeout(this.#forgetting);
    this.#forgetting = undefined;
    if (this.db.memory) return;
    const waitsMs = this.db.pragma('busy_timeout', { simple: true }) as number;
    this.db.pragma('busy_timeout = 0');
    const [result] = this.db.pragma('wal_checkpoint(TRUNCATE)') as readonly [{ readonly busy: number }];
    this.db.pragma(`busy_timeout = ${waitsMs}`);
    if (result.busy === 0) return;
    this.#forgetting = setTimeout(() => {
      this.#emptyWal();
    }, forgetRetryMs).unref();
  }

  close(): void {
    clearTimeout(this.#forgetting);
    try {
      if (!this.db.memory) leaveWal(this.db);
    } finally {
      this.db.close();
    }
  }

  #transaction<Result>(work: () => Result): Result {
    try {
      return this.db.transaction(work).immediate();
    } catch (error) {
      for (const dictionary of Object.values(this.#dictionaries)) dictionary.forget();
      throw error;
    }
  }

  #conflict({ view, number }: Generation, expected: Position): CheckpointConflictError {
    return new CheckpointConflictError(view, expected, positionOf(this.#checkpointOf(number) ?? 0));
  }

  #checkpointOf(number: number): number | undefined {
    return this.#sql.generations.all().find((one) => one.number === number)?.checkpoint;
  }

  #change({ put, remove, add }: TableChanges, table: TableDefinition, generation: Generation): void {
    const writer = this.#writerOf(table, generation);
    for (const key of remove) writer.remove(key);
    for (const row of put) writer.put(row);
    for (const row of add) writer.add(row);
  }

  #writerOf(table: TableDefinition, generation: Generation): TableWriter {
    const name = physicalName(table, generation);
    const known = this.#tables.get(name);
    if (known !== undefined) return known;
    const writer = new TableWriter({ db: this.db, dictionaries: this.#dictionaries }, table, generation);
    this.#tables.set(name, writer);
    return writer;
  }

  /** Removes generations with all their tables, whatever their definition was. */
  #drop(generations: readonly Numbered[]): void {
    for (const { number } of generations) {
      this.#sql.remove.run(number);
      for (const name of this.#sql.tables.all(`*__${number}`)) {
        this.db.exec(dropTable(name));
        this.#tables.delete(name);
      }
    }
  }
}

function tableIn(tables: readonly TableDefinition[], { table: name }: TableChanges): TableDefinition {
  const table = tables.find((one) => one.name === name);
  if (table === undefined) throw new Error(`the view has no table ${name}`);
  return table;
}

const statementsOf = (db: Database.Database) => ({
  generations: selectGenerations(db),
  begin: db.prepare<[string, number], GenerationRow>(
    'INSERT INTO generation (view, version) VALUES (?, ?) RETURNING *',
  ),
  advance: db.prepare<[number, string, number, string, number, number], GenerationRow>(
    `UPDATE generation SET checkpoint = ?, recorded_at = ?, taken = ?, latest_at = ?
     WHERE number = ? AND checkpoint = ? RETURNING *`,
  ),
  promote: db.prepare<[number], GenerationRow>('UPDATE generation SET live = 1 WHERE number = ? RETURNING *'),
  remove: db.prepare('DELETE FROM generation WHERE number = ?'),
  tables: db
    .prepare<[string], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB ?`)
    .pluck(),
});
