import { createHash } from 'node:crypto';
import type { ChaosStore } from './chaos-store.js';

/** The events of one command. */
export interface Recorded {
  readonly stream: string;
  readonly command: string;
  readonly events: number;
  readonly revision: number;
  readonly position: number;
}

/** A row of the table of events. */
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

const tokens = /"(tok-[a-z0-9-]+)"/g;

/**
 * The log, read from its table as it grows. Reading checks that there is no gap, nothing twice, no clock that
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
  async follow(store: Pick<ChaosStore, 'rowsFrom'>): Promise<void> {
    this.take(await store.rowsFrom(Math.max(this.position, 1)));
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
