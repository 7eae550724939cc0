import {
  positionOf,
  StoreCorruptError,
  StoreReadOnlyError,
  StoreUnavailableError,
  type Appended,
  type Clock,
  type EventStore,
  type EventStoreCapabilities,
  type Position,
  type RecordedEvent,
  type Revision,
  type StreamCheck,
  type StreamWrite,
} from '@safeconduct/engine';
import { mkdirSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { storeError } from '../store-error.js';
import { WritingThread } from '../thread/writing-thread.js';
import { CommitQueue } from './commit-queue.js';
import { HeldFile } from './held-file.js';
import { indexFile, prepareIndex } from './index-file.js';
import { logFile, prepareLog, refuseLostLog } from './log-file.js';
import type { LogReader } from './log-reader.js';
import { openReader, type IndexUse } from './open-reader.js';
import type { LogRequest } from './requests.js';

export interface SqliteEventsOptions {
  readonly folder: string;
  readonly clock: Clock;
  /** `read` works beside a writer of another process and changes no file. */
  readonly mode: 'write' | 'read';
}

/**
 * The log of a data folder: `events.db`, and `streams.db` beside it, which can be made again from the first.
 * In mode `write` the caller holds the folder's lock (`lockFolder`) and the folder is made when it is not
 * there.
 * @throws StoreCorruptError, StoreTooNewError, StoreReadOnlyError
 * @throws StoreUnavailableError  there is no log to read
 */
export function openSqliteEvents({ folder, clock, mode }: SqliteEventsOptions): SqliteEvents {
  if (mode === 'read') return new SqliteEvents(folder, undefined);
  prepareFolder(folder);
  return new SqliteEvents(folder, clock);
}

/** Makes what is not there yet, and checks what is there, for a writer. */
export function prepareFolder(folder: string): void {
  const file = logFile(folder);
  try {
    mkdirSync(folder, { recursive: true });
    refuseLostLog(file, indexFile(folder));
    prepareLog(file);
    prepareIndex(folder);
  } catch (error) {
    throw storeError(file, error);
  }
}

export class SqliteEvents implements EventStore {
  readonly capabilities: EventStoreCapabilities = {
    checks: true,
    severalStreams: true,
    tellsRecordedAt: true,
    counts: true,
  };
  #reader: LogReader;
  readonly #held: HeldFile;
  readonly #queue: CommitQueue | undefined;
  readonly #listeners = new Set<(head: Position) => void>();
  #closing: Promise<void> | undefined;

  constructor(
    private readonly folder: string,
    clock: Clock | undefined,
  ) {
    this.#held = new HeldFile(logFile(folder), clock !== undefined);
    this.#reader = openReader(folder, clock === undefined ? 'checked' : 'believed');
    if (clock === undefined) return;
    this.#queue = new CommitQueue(startWriter(folder), {
      clock,
      errorOf: ({ code, message }) =>
        storeError(logFile(folder), Object.assign(new Error(message), { code })),
      onCommitted: (head) => {
        this.#reader.refresh();
        this.#announce(positionOf(head));
      },
    });
  }

  append(writes: readonly StreamWrite[], checks: readonly StreamCheck[] = []): Promise<Appended> {
    if (this.#closing !== undefined || this.#queue === undefined)
      return this.#whileOpen(() => this.#writer().append(writes, checks));
    return this.#queue.append(writes, checks);
  }

  readStream(
    stream: string,
    { from, limit }: { readonly from: Revision; readonly limit: number },
  ): Promise<readonly RecordedEvent[]> {
    return this.#read((reader) => reader.stream(stream, Number(from), limit));
  }

  readAll({
    after,
    limit,
  }: {
    readonly after: Position;
    readonly limit: number;
  }): Promise<readonly RecordedEvent[]> {
    return this.#read((reader) => reader.all(Number(after), limit));
  }

  readAt(position: Position): Promise<RecordedEvent | undefined> {
    return this.#read((reader) => reader.at(Number(position)));
  }

  head(): Promise<Position> {
    return this.#read((reader) => positionOf(reader.head()));
  }

  /** Positions of this store have no gaps. */
  countAfter(position: Position): Promise<number> {
    return this.#read((reader) => Math.max(0, reader.head() - Number(position)));
  }

  onAppended(listener: (head: Position) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  meta(name: string): Promise<string | undefined> {
    return this.#read((reader) => reader.meta(name));
  }

  setMetaOnce(name: string, value: string): Promise<string> {
    return this.#whileOpen(() => this.#writer().setMetaOnce(name, value));
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    // The reader is closed first, because the writer can leave WAL mode only when no other connection of this
    // process is open.
    this.#reader.close();
    await this.#queue?.close();
  }

  #read<Result>(work: (reader: LogReader) => Result): Promise<Result> {
    return this.#whileOpen(() => {
      try {
        this.#held.refuseLostNow();
      } catch (error) {
        throw storeError(logFile(this.folder), error);
      }
      return this.#attempt(work, ['checked', 'none']);
    });
  }

  /**
   * The damage may be in the index alone: the writer may have made it again by now, or the read is repeated
   * without it. A log that cannot be opened again is damaged itself; the reader of before goes on with the rest of it.
   */
  #attempt<Result>(work: (reader: LogReader) => Result, useIndex: readonly IndexUse[]): Result {
    try {
      return work(this.#reader);
    } catch (cause) {
      const error = storeError(logFile(this.folder), cause);
      const [next, ...later] = useIndex;
      if (next === undefined || !(error instanceof StoreCorruptError)) throw error;
      const opened = this.#openedAgain(next, error);
      this.#reader.close();
      this.#reader = opened;
      return this.#attempt(work, later);
    }
  }

  #openedAgain(use: IndexUse, damage: StoreCorruptError): LogReader {
    try {
      return openReader(this.folder, use);
    } catch {
      throw damage;
    }
  }

  /** A store answers with a promise, also when it refuses. */
  #whileOpen<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    return new Promise((resolve) => {
      if (this.#closing !== undefined) throw new StoreUnavailableError('events.db', 'the store is closed');
      resolve(work());
    });
  }

  #writer(): CommitQueue {
    if (this.#queue === undefined) throw new StoreReadOnlyError(this.folder);
    return this.#queue;
  }

  #announce(head: Position): void {
    for (const listener of this.#listeners) {
      queueMicrotask(() => {
        listener(head);
      });
    }
  }
}

const startWriter = (folder: string): WritingThread<LogRequest> =>
  new WritingThread(new Worker(new URL('./writer.js', import.meta.url)), folder);
