import Database from 'better-sqlite3';
import { leaveWal } from '../journal-mode.js';
import { codeOf, isDamage } from '../store-error.js';
import { checksumOf, checksumOfMeta, eventColumns, type EventContent, type EventRow } from './event-row.js';
import { Heads } from './heads.js';
import { HeldFile } from './held-file.js';
import { makeIndex } from './index-file.js';
import { logFile } from './log-file.js';
import { anchorOf, eventsIn, firstAnswer, hexOf, traceOf } from './repetition.js';
import { IndexDamagedError, StreamIndex } from './stream-index.js';
import {
  expects,
  type IncomingAppend,
  type IncomingEvent,
  type IncomingWrite,
  type Verdict,
} from './wire.js';

type Writes = readonly IncomingWrite[];

/** The name under which the latest recorded time of the log is kept, in milliseconds since 1970. */
const latestName = 'latestRecordedAt';
const headsKept = 50_000;
const unindexedMax = 4096;
const checkpointPages = 1000;

/**
 * The writer of the log: judges appends against the heads of their streams and commits what it accepts
 * together. Synchronous; it lives in a thread of its own.
 */
export class LogWriter {
  readonly #db: Database.Database;
  readonly #sql: Statements;
  readonly #heads = new Heads(headsKept);
  readonly #held: HeldFile;
  #index: StreamIndex;
  #position = 0;
  #nowMs = 0;
  /**
   * The recorded time of the last event, and the latest one of the log. They differ only behind events that
   * were poured from a store whose streams have clocks of their own; then the latest one is kept beside the
   * log.
   */
  #lastMs = 0;
  #latestMs = 0;
  #keptMs = 0;
  /** False during a commit and after one failed: then memory may differ from the file. */
  #isCurrent = false;

  constructor(private readonly folder: string) {
    this.#db = new Database(logFile(folder), { fileMustExist: true });
    this.#db.pragma('synchronous = FULL');
    this.#db.pragma(`wal_autocheckpoint = ${checkpointPages}`);
    this.#held = new HeldFile(logFile(folder), true);
    this.#sql = statementsOf(this.#db);
    this.#index = new StreamIndex(folder);
    this.#withIndexRepair(() => {
      this.#recover();
    });
  }

  get isOpen(): boolean {
    return this.#db.open;
  }

  /** Position of the last event that is committed. */
  get position(): number {
    return this.#position;
  }

  /**
   * Judges each append on its own and commits those it accepts. If it throws, nothing of the commit was
   * written to the file that is at the path.
   */
  commit(appends: readonly IncomingAppend[], nowMs: number): readonly Verdict[] {
    return this.#write(() => {
      this.#nowMs = nowMs;
      const verdicts = appends.map((append) => this.#judge(append));
      if (this.#lastMs < this.#latestMs) this.#keepLatest();
      return verdicts;
    });
  }

  /** Keeps a value beside the log unless its name has one. Answers with the value that is kept. */
  setMetaOnce(name: string, value: string): string {
    return this.#write(() => {
      this.#sql.keepMeta.run(name, value, checksumOfMeta(name, value));
      return this.#sql.meta.get(name) as string;
    });
  }

  /** Whether the index lags so far that readers become slow. */
  get indexIsDue(): boolean {
    return this.#position - this.#index.reached >= unindexedMax;
  }

  /**
   * Brings the index to the end of the log. The log is complete without it, so after a failure the next
   * commit tries again.
   */
  index(): void {
    try {
      this.#index.catchUp(this.#position);
      this.#heads.settle();
    } catch {
      this.#isCurrent = false;
    }
  }

  close(): void {
    this.index();
    this.#index.close();
    try {
      leaveWal(this.#db);
    } finally {
      this.#db.close();
    }
  }

  #keepLatest(): void {
    if (this.#keptMs === this.#latestMs) return;
    const latest = String(this.#latestMs);
    this.#sql.keepLatest.run(latestName, latest, checksumOfMeta(latestName, latest));
    this.#keptMs = this.#latestMs;
  }

  #write<Result>(work: () => Result): Result {
    return this.#withIndexRepair(() => {
      // Before as well as after: a commit that also moves pages out of the -wal file makes a shorter file long again.
      this.#held.refuseReplaced();
      if (!this.#isCurrent) this.#recover();
      this.#isCurrent = false;
      try {
        this.#sql.begin.run();
        const result = work();
        this.#sql.commit.run();
        this.#isCurrent = true;
        this.#held.refuseLost();
        return result;
      } finally {
        if (this.#db.inTransaction) this.#sql.rollback.run();
      }
    });
  }

  /** Clears the memory and reads it again from the file. */
  #recover(): void {
    const tail = this.#sql.tail.get();
    this.#position = tail?.position ?? 0;
    this.#lastMs = tail?.recordedAtMs ?? 0;
    this.#keptMs = Number(this.#sql.meta.get(latestName) ?? 0);
    this.#latestMs = Math.max(this.#lastMs, this.#keptMs);
    this.#heads.clear();
    this.#index.catchUp(this.#position);
    this.#isCurrent = true;
  }

  /**
   * The damage may be in the index alone. Then the index is made again from the log, and the work is
   * repeated.
   */
  #withIndexRepair<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof IndexDamagedError) && !isDamage(codeOf(error))) throw error;
      this.#index.close();
      makeIndex(this.folder);
      this.#index = new StreamIndex(this.folder);
      this.#isCurrent = false;
      return work();
    }
  }

  #judge({ writes, checks }: IncomingAppend): Verdict {
    const named = checks.length === 0 ? writes : [...writes, ...checks];
    const heads = named.map(({ stream }) => this.#head(stream));
    const refused = named.findIndex(({ expected }, index) => !isAsExpected(expected, heads[index] as number));
    if (refused >= 0 || writes.every(({ expected }) => expected < expects.noStream)) {
      const answer = this.#repetition(writes, heads);
      if (answer !== undefined) return answer;
    }
    if (refused >= 0) return { conflict: { which: refused, actual: heads[refused] as number } };
    return this.#record(writes, heads);
  }

  #record(writes: Writes, heads: readonly number[]): Verdict {
    const revisions = writes.map(({ stream, events }, index) => {
      let revision = heads[index] as number;
      for (const event of events) this.#insert(stream, ++revision, event);
      this.#heads.advance(stream, revision);
      return revision;
    });
    return { position: this.#position, recordedAtMs: this.#lastMs, revisions };
  }

  #insert(stream: string, revision: number, event: IncomingEvent): void {
    const recordedAtMs = event.recordedAtMs ?? Math.max(this.#latestMs, this.#nowMs);
    this.#lastMs = recordedAtMs;
    this.#latestMs = Math.max(this.#latestMs, recordedAtMs);
    const content: EventContent = [
      ++this.#position,
      stream,
      revision,
      hexOf(event.eventId),
      event.type,
      event.schemaVersion,
      recordedAtMs,
      event.occurredAtMs ?? recordedAtMs,
      event.metadata,
      event.data,
    ];
    this.#sql.insert.run(...content, checksumOf(content));
  }

  #head(stream: string): number {
    const known = this.#heads.find(stream);
    if (known !== undefined) return known;
    const revision = this.#index.head(stream);
    this.#heads.keep(stream, revision);
    return revision;
  }

  #repetition(writes: Writes, heads: readonly number[]): Verdict | undefined {
    const { stream, revision, before } = anchorOf(writes, heads);
    const position =
      this.#index.position(stream, revision) ??
      this.#sql.unindexed.get(this.#index.reached, stream, revision);
    if (position === undefined) return undefined;
    const first = position - before;
    const rows = this.#sql.rows.all(first, first + eventsIn(writes) - 1);
    return firstAnswer(
      writes,
      rows.map((row) => traceOf(row, logFile(this.folder))),
    );
  }
}

function isAsExpected(expected: number, actual: number): boolean {
  if (expected >= expects.noStream) return expected === actual;
  return expected === expects.any || actual >= 0;
}

type Statements = ReturnType<typeof statementsOf>;

const statementsOf = (db: Database.Database) => ({
  begin: db.prepare('BEGIN IMMEDIATE'),
  commit: db.prepare('COMMIT'),
  rollback: db.prepare('ROLLBACK'),
  insert: db.prepare(
    `INSERT INTO event (position, stream, revision, event_id, type, schema_version, recorded_at, occurred_at,
       metadata, data, checksum) VALUES (?, ?, ?, unhex(?), ?, ?, ?, ?, ?, ?, ?)`,
  ),
  tail: db.prepare<[], { position: number; recordedAtMs: number }>(
    'SELECT position, recorded_at AS recordedAtMs FROM event ORDER BY position DESC LIMIT 1',
  ),
  rows: db
    .prepare<[number, number], EventRow>(
      `SELECT ${eventColumns} FROM event WHERE position BETWEEN ? AND ? ORDER BY position`,
    )
    .raw(),
  unindexed: db
    .prepare<[number, string, number], number>(
      'SELECT position FROM event WHERE position > ? AND stream = ? AND revision = ?',
    )
    .pluck(),
  keepMeta: db.prepare('INSERT INTO meta VALUES (?, ?, ?) ON CONFLICT DO NOTHING'),
  keepLatest: db.prepare(
    `INSERT INTO meta VALUES (?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET value = excluded.value, checksum = excluded.checksum`,
  ),
  meta: db.prepare<[string], string>('SELECT value FROM meta WHERE name = ?').pluck(),
});
