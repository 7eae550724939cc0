import { StoreCorruptError, type RecordedEvent } from '@safeconduct/engine';
import type Database from 'better-sqlite3';
import { instantWriter } from './instants.js';

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

export interface LogReaderOptions {
  /** For messages. */
  readonly file: string;
  /** Schema in which the connection has the tables of the index. */
  readonly index: string;
}

/** Reads events over one connection. */
export class LogReader {
  readonly #sql: ReturnType<typeof statementsOf>;
  readonly #recordedAt = instantWriter();
  readonly #occurredAt = instantWriter();

  constructor(
    private readonly db: Database.Database,
    private readonly options: LogReaderOptions,
  ) {
    this.#sql = statementsOf(db, options.index);
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
      if (position !== expected)
        throw new StoreCorruptError(this.options.file, `position ${expected} is missing`);
    }
    return rows.map((values) => this.#event(values));
  }

  /** The index knows the events up to some position; the few after it are looked through one by one. */
  stream(stream: string, from: number, limit: number): readonly RecordedEvent[] {
    const reached = this.#sql.reached.get() ?? 0;
    const rows = this.#sql.indexed.all(stream, from, limit);
    if (rows.length < limit) {
      rows.push(...this.#sql.unindexed.all(reached, stream, from + rows.length, limit - rows.length));
    }
    for (const [index, values] of rows.entries()) {
      if (values[1] !== stream || values[2] !== from + index) {
        throw new StoreCorruptError(
          this.options.file,
          `revision ${from + index} of stream ${stream} is missing`,
        );
      }
    }
    return rows.map((values) => this.#event(values));
  }

  close(): void {
    this.db.close();
  }

  #event(values: Values): RecordedEvent {
    const id = values[3];
    return {
      stream: values[1],
      revision: BigInt(values[2]),
      position: BigInt(values[0]),
      eventId: `${id.slice(0, 8)}-${id.slice(8, 12)}-${id.slice(12, 16)}-${id.slice(16, 20)}-${id.slice(20)}`,
      type: values[4],
      schemaVersion: values[5],
      recordedAt: this.#recordedAt(values[6]),
      occurredAt: this.#occurredAt(values[7]),
      metadata: JSON.parse(values[8]) as Record<string, string>,
      data: values[9],
    };
  }
}

const statementsOf = (db: Database.Database, index: string) => ({
  head: db.prepare<[], number>('SELECT max(position) FROM event').pluck(),
  meta: db.prepare<[string], string>('SELECT value FROM meta WHERE name = ?').pluck(),
  all: db
    .prepare<[number, number], Values>(
      `SELECT ${columns} FROM event WHERE position > ? ORDER BY position LIMIT ?`,
    )
    .raw(),
  reached: db.prepare<[], number>(`SELECT position FROM ${index}.reached`).pluck(),
  indexed: db
    .prepare<[string, number, number], Values>(
      `SELECT ${columns} FROM ${index}.stream s
       CROSS JOIN ${index}.entry e ON e.stream = s.id CROSS JOIN event ON event.position = e.position
       WHERE s.name = ? AND e.revision >= ? ORDER BY e.revision LIMIT ?`,
    )
    .raw(),
  unindexed: db
    .prepare<[number, string, number, number], Values>(
      `SELECT ${columns} FROM event WHERE position > ? AND stream = ? AND revision >= ? ORDER BY position LIMIT ?`,
    )
    .raw(),
});
