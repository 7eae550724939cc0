import {
  StoreReadOnlyError,
  StoreUnavailableError,
  ViewsDamagedError,
  type Clock,
  type Generation,
  type Key,
  type Lease,
  type Row,
  type ScanRange,
  type TableDefinition,
  type ViewBatch,
  type ViewDefinition,
  type ViewQueries,
  type ViewsAtOnce,
  type ViewStore,
} from '@safeconduct/engine';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { existsSync, mkdirSync } from 'node:fs';
import { ProcessLeases } from '../../leases/process-leases.js';
import type { Db } from '../../queries/view-tables.js';
import { systemClock } from '../../system/clock.js';
import type { ListLimits } from '../../queries/case-keys.js';
import { sqliteQueries } from '../queries/sqlite-queries.js';
import { codeOf, isDamage, storeError } from '../store-error.js';
import { withInstants } from '../../queries/coded-columns.js';
import { HeldViews } from './held-views.js';
import { readerOf } from './open-reader.js';
import { ReadingThread } from './reading-thread/reading-thread.js';
import { threadDialect } from './reading-thread/thread-dialect.js';
import { scanRows } from './table-sql.js';
import { ViewReader } from './view-reader.js';
import { ViewWriter } from './view-writer.js';
import { createViews, isMarkedDamaged, markDamaged, prepareViews, viewsFile } from './views-file.js';

export interface SqliteViewsOptions {
  readonly folder: string;
  /** `read` works beside the one who writes, in another process or another thread, and changes no file. */
  readonly mode: 'write' | 'read';
  /** Whether a thread of its own answers questions that may take long. Left out: yes, where the views are in a file. */
  readonly readingThread?: boolean;
  /** How many cases are looked up or counted one by one. For tests; left out: what was measured to be best. */
  readonly limits?: Partial<ListLimits> | undefined;
  /** By which leases lapse. For tests; left out: the clock of this machine. */
  readonly clock?: Clock;
}

type Opened = Omit<SqliteViewsOptions, 'mode'>;

/**
 * The read models of a data folder, in `views.db`. A file that this release cannot use is made again, empty. One that
 * turns out to be damaged, or is removed, while it is used has no generations from then on, and the first `begin` makes
 * it again. In
 * mode `write` the caller's process holds the folder's lock (`lockFolder`). Rows are written in the thread that projects
 * them: a server gives that a thread of its own.
 * @throws StoreReadOnlyError
 */
export function openSqliteViews({ mode, ...opened }: SqliteViewsOptions): SqliteViews {
  const { folder } = opened;
  const file = viewsFile(folder);
  const reader = readerOf(file);
  if (mode === 'read') return new SqliteViews(opened, reader);
  try {
    mkdirSync(folder, { recursive: true });
    prepareViews(file);
  } catch (error) {
    throw storeError(file, error);
  }
  return new SqliteViews(opened, reader, () => {
    prepareViews(file);
    return new ViewWriter(new Database(file, { fileMustExist: true }));
  });
}

/** Views that are gone with this object. */
export function openMemoryViews(options: Pick<SqliteViewsOptions, 'limits' | 'clock'> = {}): SqliteViews {
  const db = new Database(':memory:');
  createViews(db);
  const file = {
    connect: () => db,
    freeze: () => new Database(db.serialize()),
    identity: () => db,
    left: () => {},
    damaged: () => {},
  };
  const [reader, writer] = [new ViewReader(file), new ViewWriter(db)];
  // What is in memory is in this thread alone.
  const opened = { ...options, folder: memory, readingThread: false };
  return new SqliteViews(opened, reader, () => writer);
}

const memory = ':memory:';

export class SqliteViews implements ViewStore {
  readonly howToRemove = 'remove views.db, views.db-wal and views.db-shm';
  readonly queries: ViewQueries;
  readonly leases: ProcessLeases;
  /** Answers questions that may take long; undefined where the caller's thread does. */
  readonly readingThread: ReadingThread | undefined;
  private readonly folder: string;
  #writer: ViewWriter | undefined;
  /** What this object writes to, from when it was prepared on; undefined for a reader and in memory. */
  #held: HeldViews | undefined;
  #closed = false;

  constructor(
    { folder, readingThread = true, limits, clock = systemClock }: Opened,
    private readonly reader: ViewReader,
    private readonly openWriter?: () => ViewWriter,
  ) {
    this.folder = folder;
    this.#hold();
    this.leases = new ProcessLeases(clock);
    const short: Db = new Kysely({ dialect: new SqliteDialect({ database: reader }) });
    const thread = readingThread ? new ReadingThread(viewsFile(folder)) : undefined;
    const long: Db = thread === undefined ? short : new Kysely({ dialect: threadDialect(thread) });
    this.readingThread = thread;
    this.queries = sqliteQueries({ short, long }, limits);
  }

  /**
   * Whether somebody found the file damaged and it was not made again yet, or what this object writes to is no longer
   * the file at its path.
   */
  get damaged(): boolean {
    const isLost = this.#held?.isLost() ?? false;
    if (isLost) this.#held?.leave();
    return isLost || this.#isMarked;
  }

  generations(): Promise<readonly Generation[]> {
    return promised(() => (this.#isMarked ? [] : this.reader.generations()));
  }

  scan(table: TableDefinition, range: ScanRange): Promise<readonly Row[]> {
    return promised(() => scanned(this.reader, table, range));
  }

  async atOnce<Result>(
    _views: readonly ViewDefinition[],
    work: (views: ViewsAtOnce) => Promise<Result>,
  ): Promise<Result> {
    const reader = this.reader.frozen();
    try {
      return await work({
        generations: () => promised(() => reader.generations()),
        scan: (table, range) => promised(() => scanned(reader, table, range)),
      });
    } finally {
      reader.close();
    }
  }

  begin(view: ViewDefinition, lease?: Lease): Promise<Generation> {
    if (this.damaged) this.#dropWriter();
    return this.#write((writer) => writer.begin(view), lease);
  }

  fetch(generation: Generation, table: TableDefinition, keys: readonly Key[]): Promise<readonly Row[]> {
    // By the one who writes, whose pages are in memory: those of a reader are stale after every commit.
    return this.#write((writer) => writer.fetch(generation, table, keys));
  }

  commit(generation: Generation, view: ViewDefinition, batch: ViewBatch): Promise<Generation> {
    return this.#write((writer) => writer.commit(generation, view, batch), batch.lease);
  }

  promote(generation: Generation, view: ViewDefinition, lease?: Lease): Promise<Generation> {
    return this.#write((writer) => writer.promote(generation, view), lease);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    // First, because the writer can bring the file into its form at rest only when nobody else of this process has it.
    await this.readingThread?.close();
    this.reader.close();
    if (this.damaged) this.#dropWriter();
    const file = viewsFile(this.folder);
    if (this.openWriter === undefined || this.#isMarked) return;
    if (this.#held !== undefined && !existsSync(file)) return;
    try {
      (this.#writer ?? this.openWriter()).close();
    } catch (error) {
      throw storeError(file, error);
    }
  }

  get #isMarked(): boolean {
    return isMarkedDamaged(viewsFile(this.folder));
  }

  #hold(): void {
    if (this.openWriter !== undefined && this.folder !== memory)
      this.#held = new HeldViews(viewsFile(this.folder));
  }

  #write<Result>(work: (writer: ViewWriter) => Result, lease?: Lease): Promise<Result> {
    return promised(() => {
      if (this.#closed) throw new StoreUnavailableError('views.db', 'the store is closed');
      if (this.openWriter === undefined) throw new StoreReadOnlyError(this.folder);
      if (lease !== undefined) this.leases.check(lease);
      const file = viewsFile(this.folder);
      try {
        this.#writer ??= this.#begun(this.openWriter);
        return work(this.#writer);
      } catch (error) {
        if (!isDamage(codeOf(error))) throw storeError(file, error);
        markDamaged(file);
        throw new ViewsDamagedError('views.db', error);
      }
    });
  }

  #begun(openWriter: () => ViewWriter): ViewWriter {
    const writer = openWriter();
    this.#hold();
    return writer;
  }

  /** The next one is opened on a file that was made again. */
  #dropWriter(): void {
    try {
      this.#writer?.close();
    } catch {
      // It cannot bring a damaged file into its form at rest, and need not.
    }
    this.#writer = undefined;
  }
}

function scanned(reader: ViewReader, table: TableDefinition, { after, limit }: ScanRange): readonly Row[] {
  const { sql, parameters } = scanRows(table, after);
  return withInstants(table, reader.all(sql, [...parameters, limit]) as Row[]);
}

/** A store answers with a promise, also when it refuses. */
const promised = <Result>(work: () => Result): Promise<Result> =>
  new Promise((resolve) => {
    resolve(work());
  });
