import Database from 'better-sqlite3';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { enterWal, leaveWal } from '../journal-mode.js';
import { logFile } from './log-file.js';

export const indexFile = (folder: string): string => join(folder, 'streams.db');

const indexFormat = 1;
const eventsPerStep = 200_000;
const cacheKiB = 64 * 1024;
const checkpointPages = 4000;

/**
 * The events of each stream. `reached` has the position that the index has reached, and identifies that
 * event.
 */
const schema = `
  CREATE TABLE stream (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE entry (
    stream INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (stream, revision)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE reached (position INTEGER NOT NULL, event_id BLOB, recorded_at INTEGER) STRICT;
  INSERT INTO reached VALUES (0, NULL, NULL);`;

/**
 * Whether the event that the index has reached is in the log. If it is not, this is the index of another
 * history.
 */
export const indexFits = (index: string, log: string): string => `
  SELECT r.position = 0 OR EXISTS (
    SELECT 1 FROM ${log}.event e
    WHERE e.position = r.position AND e.event_id = r.event_id AND e.recorded_at = r.recorded_at
  ) FROM ${index}.reached r`;

/**
 * Makes the index, empty, unless there is one that fits the log. It is never repaired, because making it
 * again is safer.
 */
export function prepareIndex(folder: string): void {
  try {
    if (isUsable(folder)) return;
  } catch {
    // Whatever is wrong with it, the answer is the same.
  }
  makeIndex(folder);
}

/** Makes the index, empty, in place of whatever is there. */
export function makeIndex(folder: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(indexFile(folder) + suffix, { force: true });
  const db = new Database(indexFile(folder));
  try {
    db.transaction(() => {
      db.exec(schema);
      db.pragma(`user_version = ${indexFormat}`);
    })();
    enterWal(db);
  } finally {
    db.close();
  }
}

function isUsable(folder: string): boolean {
  const db = new Database(indexFile(folder), { fileMustExist: true });
  try {
    db.prepare('ATTACH ? AS log').run(logFile(folder));
    if (db.pragma('user_version', { simple: true }) !== indexFormat) return false;
    if (db.prepare(indexFits('main', 'log')).pluck().get() !== 1) return false;
    enterWal(db);
    return true;
  } finally {
    db.close();
  }
}

/**
 * The index as the writer uses it. It is updated after the answer was sent, in steps of its own, and needs no
 * flush: what a crash loses is read from the log again.
 */
export class StreamIndex {
  readonly #db: Database.Database;
  readonly #head: Database.Statement<[string], number>;
  readonly #position: Database.Statement<[string, number], number>;
  readonly #step: (head: number) => number;
  #reached: number;

  constructor(folder: string) {
    const db = new Database(indexFile(folder), { fileMustExist: true });
    this.#db = db;
    db.pragma('synchronous = NORMAL');
    db.pragma(`cache_size = -${cacheKiB}`);
    db.pragma(`wal_autocheckpoint = ${checkpointPages}`);
    db.prepare('ATTACH ? AS log').run(logFile(folder));
    const ofStream = 'FROM entry WHERE stream = (SELECT id FROM stream WHERE name = ?)';
    this.#head = db
      .prepare<[string], number>(`SELECT revision ${ofStream} ORDER BY revision DESC LIMIT 1`)
      .pluck();
    this.#position = db
      .prepare<[string, number], number>(`SELECT position ${ofStream} AND revision = ?`)
      .pluck();
    const step = db.transaction(stepOf(db));
    this.#step = (head) => step.immediate(head);
    this.#reached = step(0);
  }

  /** Position up to which it knows the log. */
  get reached(): number {
    return this.#reached;
  }

  /** The last revision of a stream in the index, -1 when the index has none. */
  head(stream: string): number {
    return this.#head.get(stream) ?? -1;
  }

  position(stream: string, revision: number): number | undefined {
    return this.#position.get(stream, revision);
  }

  /** Adds the events of the log up to a position. */
  catchUp(head: number): void {
    while (this.#reached < head) this.#reached = this.#step(head);
  }

  close(): void {
    try {
      leaveWal(this.#db);
    } catch {
      // Whatever is wrong with it, the next writer notices and makes it again.
    } finally {
      this.#db.close();
    }
  }
}

/**
 * One step towards the end of the log, set by set: new streams, then the entries in the order of the tree
 * that takes them in, then the mark. Answers with the position reached.
 */
function stepOf(db: Database.Database): (head: number) => number {
  const between = 'e.position > ? AND e.position <= ?';
  const reached = db.prepare<[], number>('SELECT position FROM reached').pluck();
  const streams = db.prepare(
    `INSERT INTO stream (name) SELECT e.stream FROM log.event e WHERE ${between} AND e.revision = 0 ` +
      'ORDER BY e.position',
  );
  const entries = db.prepare(
    `INSERT INTO entry SELECT s.id, e.revision, e.position FROM log.event e CROSS JOIN stream s ON s.name = e.stream
     WHERE ${between} ORDER BY s.id, e.revision`,
  );
  const mark = db.prepare(
    `UPDATE reached SET (position, event_id, recorded_at) =
     (SELECT position, event_id, recorded_at FROM log.event WHERE position = ?)`,
  );
  return (head) => {
    const start = reached.get() ?? 0;
    const end = Math.min(start + eventsPerStep, head);
    if (end <= start) return start;
    streams.run(start, end);
    entries.run(start, end);
    mark.run(end);
    return end;
  };
}
