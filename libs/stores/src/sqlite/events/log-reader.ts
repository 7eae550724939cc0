import { StoreCorruptError, type RecordedEvent } from '@safeconduct/engine';
import type Database from 'better-sqlite3';
import { checksumOfMeta, eventColumns, recordedEvent, type EventRow } from './event-row.js';
import { refuseDamagedLog } from './log-file.js';

export interface ReaderOptions {
  /** Attaches the index as `streams`, if there is one that may be believed. Asked once. */
  readonly hasIndex: () => boolean;
  /** Whether this process has checked the log behind the index. */
  readonly isChecked: boolean;
}

interface MetaRow {
  readonly name: unknown;
  readonly value: unknown;
  readonly checksum: number;
}

/**
 * Reads events over one connection, to which the index is attached when the first stream is read. The reader
 * keeps the positions of the events that the index does not have yet in a temporary table.
 *
 * All reads in one turn of the event loop use one snapshot of the log, because SQLite drops its cached pages
 * whenever a writer has changed the file; many callers then share the fetched pages. `refresh` ends the
 * snapshot sooner.
 */
export class LogReader {
  readonly #sql: ReturnType<typeof statementsOf>;
  /** `null` while no stream was read yet. */
  #index: ReturnType<typeof indexStatementsOf> | undefined | null = null;
  /** The position that the index has reached, and the position up to which this reader has read beyond it. */
  #reached = 0;
  #seen = 0;
  #turn: NodeJS.Immediate | undefined;

  constructor(
    private readonly db: Database.Database,
    private readonly file: string,
    private readonly options: ReaderOptions,
  ) {
    db.pragma('temp_store = MEMORY');
    db.exec(`CREATE TABLE temp.recent (
      stream TEXT, revision INTEGER, position INTEGER, PRIMARY KEY (stream, revision)) WITHOUT ROWID`);
    this.#sql = statementsOf(db);
  }

  head(): number {
    return this.#sql.head.get() ?? 0;
  }

  /** @throws StoreCorruptError  it is not what was kept */
  meta(name: string): string | undefined {
    // All of them are checked: one whose name is damaged would look like one that is not there.
    const kept = new Map(this.#sql.metas.all().map((row) => [row.name, this.#intactValue(row)]));
    return kept.get(name);
  }

  #intactValue({ name, value, checksum }: MetaRow): string {
    if (typeof name === 'string' && typeof value === 'string' && checksum === checksumOfMeta(name, value))
      return value;
    throw new StoreCorruptError(this.file, `the text ${String(name)} beside the log is not what was kept`);
  }

  all(after: number, limit: number): readonly RecordedEvent[] {
    const rows = this.#sql.all.all(after, limit);
    for (const [index, [position]] of rows.entries()) {
      const expected = after + 1 + index;
      if (position !== expected) throw new StoreCorruptError(this.file, `position ${expected} is missing`);
    }
    return rows.map((row) => recordedEvent(row, this.file));
  }

  at(position: number): RecordedEvent | undefined {
    const row = this.#sql.at.get(position);
    if (row === undefined && position > 0 && position <= this.head())
      throw new StoreCorruptError(this.file, `position ${position} is missing`);
    return row && recordedEvent(row, this.file);
  }

  stream(stream: string, from: number, limit: number): readonly RecordedEvent[] {
    this.#look();
    const isAhead = this.#seen > this.#reached;
    const end = from + limit;
    const rows = this.#index?.rows.all(stream, from, end) ?? [];
    if (isAhead && rows.length < limit) rows.push(...this.#sql.recent.all(stream, from + rows.length, end));
    for (const [index, row] of rows.entries()) {
      if (row[1] !== stream || row[2] !== from + index) {
        throw new StoreCorruptError(this.file, `revision ${from + index} of stream ${stream} is missing`);
      }
    }
    return rows.map((row) => recordedEvent(row, this.file));
  }

  /** Reads after this call see everything that was committed before it. */
  refresh(): void {
    if (this.#turn === undefined) return;
    clearImmediate(this.#turn);
    this.#turn = undefined;
    if (this.db.inTransaction) this.#sql.leave.run();
  }

  close(): void {
    clearImmediate(this.#turn);
    this.db.close();
  }

  /** Begins a snapshot and reads the new events, unless a snapshot is open. */
  #look(): void {
    if (this.#turn !== undefined) return;
    this.#lookAhead();
    this.#sql.enter.run();
    this.#turn = setImmediate(() => {
      this.refresh();
    });
  }

  /**
   * Records the positions of the events appended since the last call, and drops those that the index has by
   * now.
   */
  #lookAhead(): void {
    const isFirst = this.#index === null;
    if (isFirst) this.#index = this.options.hasIndex() ? indexStatementsOf(this.db) : undefined;
    const reached = this.#index?.reached.get() ?? 0;
    if (isFirst && !this.options.isChecked) refuseDamagedLog(this.db, this.file, reached);
    if (reached !== this.#reached) {
      this.#sql.forget.run();
      this.#reached = reached;
      this.#seen = reached;
    }
    const head = this.head();
    if (head <= this.#seen) return;
    // It may also get later ones, which the next call then gets again. The first of two is kept, as in the index.
    this.#sql.lookAhead.run(this.#seen);
    this.#seen = head;
  }
}

// A parameter that is compared in a join, or is a LIMIT, makes SQLite prepare the statement again at every
// run, which takes longer than the run. Revisions have no gaps, so a range says the same as a limit. An event that is
// not found at its position is a row without values, and so refused; an inner join would leave it out.
const statementsOf = (db: Database.Database) => ({
  enter: db.prepare('BEGIN'),
  leave: db.prepare('ROLLBACK'),
  head: db.prepare<[], number>('SELECT max(position) FROM event').pluck(),
  metas: db.prepare<[], MetaRow>('SELECT name, value, checksum FROM meta'),
  all: db
    .prepare<[number, number], EventRow>(
      `SELECT ${eventColumns} FROM event WHERE position > ? ORDER BY position LIMIT ?`,
    )
    .raw(),
  at: db.prepare<[number], EventRow>(`SELECT ${eventColumns} FROM event WHERE position = ?`).raw(),
  forget: db.prepare('DELETE FROM temp.recent'),
  lookAhead: db.prepare<[number]>(
    'INSERT OR IGNORE INTO temp.recent SELECT stream, revision, position FROM event WHERE position > ?',
  ),
  recent: db
    .prepare<[string, number, number], EventRow>(
      `SELECT ${eventColumns} FROM temp.recent r LEFT JOIN event ON event.position = r.position
       WHERE r.stream = ? AND r.revision >= ? AND r.revision < ?
       ORDER BY r.revision`,
    )
    .raw(),
});

const indexStatementsOf = (db: Database.Database) => ({
  reached: db.prepare<[], number>('SELECT position FROM streams.reached').pluck(),
  rows: db
    .prepare<[string, number, number], EventRow>(
      `SELECT ${eventColumns} FROM streams.entry e LEFT JOIN event ON event.position = e.position
       WHERE e.stream = (SELECT id FROM streams.stream WHERE name = ?) AND e.revision >= ? AND e.revision < ?
       ORDER BY e.revision`,
    )
    .raw(),
});
