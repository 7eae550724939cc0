import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The events of one command. */
export interface Recorded {
  readonly stream: string;
  readonly command: string;
  readonly events: number;
  readonly revision: number;
  readonly position: number;
}

/** A row of `events.db`. */
export interface EventRow {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly recordedAt: number;
  readonly metadata: string;
  readonly data: string;
}

const select = `SELECT position, stream, revision, hex(event_id) AS id, type, recorded_at AS recordedAt, metadata, data
  FROM event WHERE position >= ? ORDER BY position`;

/** Reads rows straight from the file, without any code of the engine or the store. */
export function readRows(data: string, from: number): readonly EventRow[] {
  const file = join(data, 'events.db');
  if (!existsSync(file)) return [];
  const db = new Database(file, { readonly: true });
  try {
    // A log whose writer was killed before it had created its table is a file without one.
    const isMade = db.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'event'`).pluck().get() === 1;
    return isMade ? db.prepare<[number], EventRow>(select).all(from) : [];
  } finally {
    db.close();
  }
}

const tokens = /"(tok-[a-z0-9-]+)"/g;

/**
 * The log, read from its file as it grows. Reading checks that there is no gap, nothing twice, no clock that
 * goes back, and no event that has disappeared.
 */
export class LogOnDisk {
  readonly byCommand = new Map<string, Recorded>();
  /** The streams of the cases in which a deadline has passed. */
  readonly overdue = new Set<string>();
  readonly tokens = new Set<string>();
  readonly problems: string[] = [];
  doubled = 0;
  vanished = 0;
  readonly #digest = createHash('sha256');
  readonly #heads = new Map<string, number>();
  readonly #ids = new Set<string>();
  readonly #deadlines = new Set<string>();
  #last: EventRow | undefined;

  get position(): number {
    return this.#last?.position ?? 0;
  }

  /** The digest of everything read so far. */
  digest(): string {
    return this.#digest.copy().digest('hex');
  }

  /** Reads the events since the last call. */
  follow(data: string): void {
    this.take(readRows(data, Math.max(this.position, 1)));
  }

  /** Adds rows; the first one repeats the last row of the call before. */
  take(rows: readonly EventRow[]): void {
    const known = this.#last;
    if (known === undefined) {
      for (const row of rows) this.#add(row);
      return;
    }
    if (JSON.stringify(rows[0]) !== JSON.stringify(known)) {
      this.vanished += 1;
      this.problems.push(
        `the event at position ${known.position} stood in the log, and is gone or another one`,
      );
    }
    for (const row of rows.slice(1)) this.#add(row);
  }

  #add(row: EventRow): void {
    const { position, stream, revision, recordedAt } = row;
    const before = this.#heads.get(stream) ?? -1;
    if (position !== this.position + 1) this.problems.push(`position ${position} follows ${this.position}`);
    if (revision !== before + 1)
      this.problems.push(`${stream}: revision ${revision} follows ${before}, at position ${position}`);
    if (recordedAt < (this.#last?.recordedAt ?? 0))
      this.problems.push(`the clock goes back at position ${position}`);
    this.#digest.update(`${JSON.stringify(row)}\n`);
    this.#once(this.#ids, row.id, `event ${row.id}`, position);
    if (stream.startsWith('case-')) this.#addToCommand(row);
    this.#heads.set(stream, revision);
    this.#last = row;
  }

  #addToCommand(row: EventRow): void {
    const { command = '', commandId = '' } = JSON.parse(row.metadata) as Record<string, string>;
    const { stream, revision, position } = row;
    const known = this.byCommand.get(commandId);
    // The events of one command are neighbours; elsewhere in the log the same command is a duplicate.
    const goesOn = known !== undefined && known.stream === stream && known.position === position - 1;
    if (known !== undefined && !goesOn) this.#twice(`command ${commandId}`, position);
    const events = (known?.events ?? 0) + 1;
    this.byCommand.set(commandId, { stream, command, events, revision, position });
    for (const [, token = ''] of row.data.matchAll(tokens)) {
      this.#once(this.tokens, token, `the word ${token}`, position);
    }
    if (!command.startsWith('Mark')) return;
    const { deadline, dueAt } = JSON.parse(row.data) as Record<string, string>;
    this.overdue.add(stream);
    this.#once(
      this.#deadlines,
      `${stream} ${deadline} ${dueAt}`,
      `deadline ${deadline} of ${stream}`,
      position,
    );
  }

  #once(seen: Set<string>, value: string, what: string, position: number): void {
    if (seen.has(value)) this.#twice(what, position);
    seen.add(value);
  }

  #twice(what: string, position: number): void {
    this.doubled += 1;
    this.problems.push(`${what} is there a second time, at position ${position}`);
  }
}
