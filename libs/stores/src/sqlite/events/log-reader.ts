import { instantOf, positionOf, StoreCorruptError, type RecordedEvent } from '@safeconduct/engine';
import type Database from 'better-sqlite3';

type Values = readonly [
  position: number,
  stream: string,
  revision: number,
  eventId: string,
  type: string,
  schemaVersion: number,
  recordedAtMs: number,
  occurredAtMs: number,
  metadata: string,
  data: string,
];

// As rows of bare values and with the id as text: objects and blobs cost twice the time of all the rest.
const columns = `event.position, event.stream, event.revision, lower(hex(event.event_id)), event.type,
  event.schema_version, event.recorded_at, event.occurred_at, event.metadata, event.data`;

/**
 * Reads events over one connection, to which the index is attached as `streams`, or not at all. The reader
 * keeps the positions of the events that the index does not have yet in a temporary table.
 *
 * All reads in one turn of the event loop use one snapshot of the log, because SQLite drops its cached pages
 * whenever a writer has changed the file; many callers then share the fetched pages. `refresh` ends the
 * snapshot sooner.
 */
export class LogReader {
  readonly #sql: ReturnType<typeof statementsOf>;
  readonly #index: ReturnType<typeof indexStatementsOf> | undefined;
  /** The position that the index has reached, and the position up to which this reader has read beyond it. */
  #reached = 0;
  #seen = 0;
  #turn: NodeJS.Immediate | undefined;

  constructor(
    private readonly db: Database.Database,
    private readonly file: string,
    { hasIndex }: { readonly hasIndex: boolean },
  ) {
    db.pragma('temp_store = MEMORY');
    db.exec(`CREATE TABLE temp.recent (
      stream TEXT, revision INTEGER, position INTEGER, PRIMARY KEY (stream, revision)) WITHOUT ROWID`);
    this.#sql = statementsOf(db);
    this.#index = hasIndex ? indexStatementsOf(db) : undefined;
  }

  head(): number {
    return this.#sql.head.get() ?? 0;
  }

  meta(name: string): string | undefined {
    return this.#sql.meta.get(name);
  }

  all(after: number, limit: number): readonly RecordedEvent[] {
    const rows = this.#sql.all.all(after, limit);
    for (const [index, [position]] of rows.entries()) {
      const expected = after + 1 + index;
      if (position !== expected) throw new StoreCorruptError(this.file, `position ${expected} is missing`);
    }
    return rows.map(recordedEvent);
  }

  at(position: number): RecordedEvent | undefined {
    const values = this.#sql.at.get(position);
    return values && recordedEvent(values);
  }

  stream(stream: string, from: number, limit: number): readonly RecordedEvent[] {
    this.#look();
    const isAhead = this.#seen > this.#reached;
    const end = from + limit;
    const rows = this.#index?.rows.all(stream, from, end) ?? [];
    if (isAhead && rows.length < limit) rows.push(...this.#sql.recent.all(stream, from + rows.length, end));
    for (const [index, values] of rows.entries()) {
      if (values[1] !== stream || values[2] !== from + index) {
        throw new StoreCorruptError(this.file, `revision ${from + index} of stream ${stream} is missing`);
      }
    }
    return rows.map(recordedEvent);
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
    const reached = this.#index?.reached.get() ?? 0;
    if (reached !== this.#reached) {
      this.#sql.forget.run();
      this.#reached = reached;
      this.#seen = reached;
    }
    if (this.head() > this.#seen) this.#seen += this.#sql.lookAhead.run(this.#seen).changes;
  }
}

function recordedEvent(values: Values): RecordedEvent {
  const id = values[3];
  return {
    stream: values[1],
    revision: BigInt(values[2]),
    position: positionOf(values[0]),
    eventId: `${id.slice(0, 8)}-${id.slice(8, 12)}-${id.slice(12, 16)}-${id.slice(16, 20)}-${id.slice(20)}`,
    type: values[4],
    schemaVersion: values[5],
    recordedAt: instantOf(values[6]),
    occurredAt: instantOf(values[7]),
    metadata: JSON.parse(values[8]) as Record<string, string>,
    data: values[9],
  };
}

// A parameter that is compared in a join, or is a LIMIT, makes SQLite prepare the statement again at every
// run, which takes longer than the run. Revisions have no gaps, so a range says the same as a limit.
const statementsOf = (db: Database.Database) => ({
  enter: db.prepare('BEGIN'),
  leave: db.prepare('ROLLBACK'),
  head: db.prepare<[], number>('SELECT max(position) FROM event').pluck(),
  meta: db.prepare<[string], string>('SELECT value FROM meta WHERE name = ?').pluck(),
  all: db
    .prepare<[number, number], Values>(
      `SELECT ${columns} FROM event WHERE position > ? ORDER BY position LIMIT ?`,
    )
    .raw(),
  at: db.prepare<[number], Values>(`SELECT ${columns} FROM event WHERE position = ?`).raw(),
  forget: db.prepare('DELETE FROM temp.recent'),
  lookAhead: db.prepare<[number]>(
    'INSERT OR REPLACE INTO temp.recent SELECT stream, revision, position FROM event WHERE position > ?',
  ),
  recent: db
    .prepare<[string, number, number], Values>(
      `SELECT ${columns} FROM event WHERE position IN (
         SELECT r.position FROM temp.recent r WHERE r.stream = ? AND r.revision >= ? AND r.revision < ?
       ) ORDER BY position`,
    )
    .raw(),
});

const indexStatementsOf = (db: Database.Database) => ({
  reached: db.prepare<[], number>('SELECT position FROM streams.reached').pluck(),
  rows: db
    .prepare<[string, number, number], Values>(
      `SELECT ${columns} FROM streams.entry e CROSS JOIN event ON event.position = e.position
       WHERE e.stream = (SELECT id FROM streams.stream WHERE name = ?) AND e.revision >= ? AND e.revision < ?
       ORDER BY e.revision`,
    )
    .raw(),
});
