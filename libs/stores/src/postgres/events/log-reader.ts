import {
  instantOf,
  positionOf,
  StoreCorruptError,
  type Position,
  type RecordedEvent,
} from '@safeconduct/engine';
import type { Database, Row, Statement } from '../database.js';

interface EventRow extends Row {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly event_id: string;
  readonly type: string;
  readonly schema_version: number;
  readonly recorded_at: number;
  readonly occurred_at: number;
  readonly metadata: string;
  readonly data: string;
}

const columns =
  'position, stream, revision, event_id, type, schema_version, recorded_at, occurred_at, metadata, data';
const event = 'safeconduct_events.event';
const tailRows = 200;

/** The largest value of a bigint; whoever asks from behind it finds nothing. */
const bigintMax = 2n ** 63n - 1n;
const within = (value: bigint): string => String(value > bigintMax ? bigintMax : value);

/** The reads of the log: one statement each. */
export class LogReader {
  constructor(private readonly database: Database) {}

  /**
   * Positions have no gaps, so a missing one is damage and never passed over.
   * @throws StoreCorruptError
   */
  async all(after: Position, limit: number): Promise<readonly RecordedEvent[]> {
    const rows = await this.#events({
      text: `SELECT ${columns} FROM ${event} WHERE position > $1 ORDER BY position LIMIT $2`,
      values: [within(after), limit],
    });
    const first = Number(after) + 1;
    for (const [index, { position }] of rows.entries())
      if (position !== first + index) this.#refuse(`position ${first + index} is missing`);
    return rows.map(recordedEvent);
  }

  async at(position: Position): Promise<RecordedEvent | undefined> {
    const [row] = await this.#events({
      text: `SELECT ${columns} FROM ${event} WHERE position = $1`,
      values: [within(position)],
    });
    return row && recordedEvent(row);
  }

  /** @throws StoreCorruptError  a revision is missing */
  async stream(stream: string, from: bigint, limit: number): Promise<readonly RecordedEvent[]> {
    // The database has no text with this character, so there is no such stream.
    if (stream.includes('\0')) return [];
    const rows = await this.#events({
      text: `SELECT ${columns} FROM ${event}
        WHERE stream_id = (SELECT id FROM safeconduct_events.stream WHERE name = $1) AND revision >= $2
        ORDER BY revision LIMIT $3`,
      values: [stream, within(from), limit],
    });
    const first = Number(from);
    for (const [index, { revision }] of rows.entries())
      if (revision !== first + index)
        this.#refuse(`revision ${first + index} of stream ${stream} is missing`);
    return rows.map(recordedEvent);
  }

  async head(): Promise<Position> {
    const [row] = await this.database.query<{ last: number | null }>({
      text: `SELECT max(position) AS last FROM ${event}`,
    });
    return positionOf(row?.last ?? 0);
  }

  async meta(name: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ value: string }>({
      text: 'SELECT value FROM safeconduct_events.meta WHERE name = $1',
      values: [name],
    });
    return row?.value;
  }

  /**
   * Checks what is cheap to check: the last events follow each other, and their streams end where the heads of
   * these say. What is further back is checked when it is read.
   * @throws StoreCorruptError
   */
  async checkTail(): Promise<void> {
    const [row] = await this.database.query<{ last: number | null; rows: number; cut: string | null }>({
      text: `WITH tail AS (SELECT position, stream, stream_id FROM ${event} ORDER BY position DESC LIMIT $1)
        SELECT max(position) AS last, count(*) AS rows, (
          SELECT min(s.name) FROM (SELECT DISTINCT stream, stream_id FROM tail) AS t
          JOIN safeconduct_events.stream s ON s.name = t.stream
          WHERE s.revision <> (SELECT max(e.revision) FROM ${event} e WHERE e.stream_id = t.stream_id)
        ) AS cut FROM tail`,
      values: [tailRows],
    });
    const { last, rows, cut } = row ?? { last: null, rows: 0, cut: null };
    if (rows !== Math.min(last ?? 0, tailRows)) this.#refuse(`a position before ${last ?? 0} is missing`);
    if (cut !== null) this.#refuse(`the end of stream ${cut} is missing`);
  }

  #events(statement: Statement): Promise<readonly EventRow[]> {
    return this.database.query<EventRow>(statement);
  }

  #refuse(what: string): never {
    throw new StoreCorruptError(`the log in ${this.database.name}`, what);
  }
}

const recordedEvent = (row: EventRow): RecordedEvent => ({
  stream: row.stream,
  revision: BigInt(row.revision),
  position: positionOf(row.position),
  eventId: row.event_id,
  type: row.type,
  schemaVersion: row.schema_version,
  recordedAt: instantOf(row.recorded_at),
  occurredAt: instantOf(row.occurred_at),
  metadata: JSON.parse(row.metadata) as Record<string, string>,
  data: row.data,
});
