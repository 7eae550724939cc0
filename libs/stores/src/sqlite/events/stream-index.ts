import Database from 'better-sqlite3';
import { leaveWal } from '../journal-mode.js';
import { codeOf, messageOf } from '../store-error.js';
import { indexFile } from './index-file.js';
import { addName, mixOf } from './index-totals.js';
import { logFile } from './log-file.js';

const eventsPerStep = 200_000;
const cacheKiB = 64 * 1024;
const checkpointPages = 4000;

/** What says nothing about the index: the disk is full or fails, or another connection is in the way. */
const environment = /^SQLITE_(FULL|IOERR|CANTOPEN|BUSY|LOCKED|NOMEM|READONLY)/;

/** The index says what the log does not say, or cannot be read. It has to be made again. */
export class IndexDamagedError extends Error {
  readonly code = 'INDEX_DAMAGED';
}

interface Head {
  readonly revision: number;
  /** Whether the event at its position in the log has this stream and revision. */
  readonly agrees: number;
}

/**
 * The index as the writer uses it. It is updated after the answer was sent, in steps of its own, and needs no
 * flush: what a crash loses is read from the log again. What it answers decides appends, so it is compared
 * with the log first.
 * @throws IndexDamagedError  from every function
 */
export class StreamIndex {
  readonly #db: Database.Database;
  readonly #head: Database.Statement<[string, string], Head>;
  readonly #position: Database.Statement<[string, number], number>;
  readonly #step: (head: number) => number;
  #reached: number;

  constructor(folder: string) {
    const db = new Database(indexFile(folder), { fileMustExist: true });
    this.#db = db;
    const { head, position, step, reached } = asked(() => {
      db.pragma('synchronous = NORMAL');
      db.pragma('temp_store = MEMORY');
      db.pragma(`cache_size = -${cacheKiB}`);
      db.pragma(`wal_autocheckpoint = ${checkpointPages}`);
      db.prepare('ATTACH ? AS log').run(logFile(folder));
      const first = db.transaction(stepOf(db));
      return { ...lookupsOf(db), step: first, reached: first.immediate(0) };
    });
    this.#head = head;
    this.#position = position;
    this.#step = (end) => step.immediate(end);
    this.#reached = reached;
  }

  /** Position up to which it knows the log. */
  get reached(): number {
    return this.#reached;
  }

  /** The last revision of a stream in the index, -1 when the index has none. */
  head(stream: string): number {
    return asked(() => {
      const found = this.#head.get(stream, stream);
      if (found === undefined) return -1;
      if (found.agrees === 1) return found.revision;
      throw new IndexDamagedError(
        `streams.db has revision ${found.revision} of ${stream} where the log has not`,
      );
    });
  }

  position(stream: string, revision: number): number | undefined {
    return asked(() => this.#position.get(stream, revision));
  }

  /** Adds the events of the log up to a position. */
  catchUp(head: number): void {
    asked(() => {
      while (this.#reached < head) this.#reached = this.#step(head);
    });
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

function asked<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (environment.test(codeOf(error)) || error instanceof IndexDamagedError) throw error;
    throw new IndexDamagedError(`streams.db: ${messageOf(error)}`, { cause: error });
  }
}

function lookupsOf(db: Database.Database) {
  const ofStream = 'n.stream = (SELECT id FROM stream WHERE name = ?)';
  return {
    head: db.prepare<[string, string], Head>(
      `SELECT n.revision, e.position IS NOT NULL AS agrees FROM entry n LEFT JOIN log.event e
       ON e.position = n.position AND e.revision = n.revision AND e.stream = ?
       WHERE ${ofStream} ORDER BY n.revision DESC LIMIT 1`,
    ),
    position: db
      .prepare<[string, number], number>(
        `SELECT n.position FROM entry n WHERE ${ofStream} AND n.revision = ?`,
      )
      .pluck(),
  };
}

/**
 * One step towards the end of the log, set by set: new streams, then the entries in the order of the tree
 * that takes them in, then the mark with the totals. A revision that the log has twice keeps its first
 * position, so that the stream stays readable; `verify` tells both. Answers with the position reached.
 */
function stepOf(db: Database.Database): (head: number) => number {
  db.exec('CREATE TEMP TABLE added (stream INTEGER, revision INTEGER, position INTEGER)');
  const between = 'e.position > ? AND e.position <= ?';
  const reached = db.prepare<[], number>('SELECT position FROM reached').pluck();
  const streams = db
    .prepare<[number, number], [string, number]>(
      `INSERT OR IGNORE INTO stream SELECT e.stream, e.position FROM log.event e
       WHERE ${between} AND e.revision = 0 ORDER BY e.position RETURNING name, id`,
    )
    .raw();
  const add = db.prepare(
    `INSERT INTO temp.added SELECT s.id, e.revision, e.position
     FROM log.event e CROSS JOIN stream s ON s.name = e.stream WHERE ${between}`,
  );
  const entries = db.prepare(
    'INSERT OR IGNORE INTO entry SELECT stream, revision, position FROM temp.added ORDER BY stream, revision',
  );
  const sum = db.prepare<[], number>('SELECT streams_sum FROM reached').pluck();
  const mark = db.prepare(
    `UPDATE reached SET (position, event_id, recorded_at) =
       (SELECT position, event_id, recorded_at FROM log.event WHERE position = ?),
     streams = streams + ?, streams_sum = ?, entries = entries + ?,
     entries_sum = entries_sum + (SELECT coalesce(sum(${mixOf}), 0) FROM temp.added)`,
  );
  const sumAgain = db.prepare(
    `UPDATE reached SET entries_sum = (SELECT coalesce(sum(${mixOf}), 0) FROM entry)`,
  );
  const clear = db.prepare('DELETE FROM temp.added');
  return (head) => {
    const start = reached.get() ?? 0;
    const end = Math.min(start + eventsPerStep, head);
    if (end <= start) return start;
    const names = streams.all(start, end);
    const namesSum = names.reduce((total, [name, id]) => addName(total, name, id), sum.get() ?? 0);
    const added = add.run(start, end).changes;
    const entered = entries.run().changes;
    mark.run(end, names.length, namesSum, entered);
    if (entered < added) sumAgain.run();
    clear.run();
    return end;
  };
}
