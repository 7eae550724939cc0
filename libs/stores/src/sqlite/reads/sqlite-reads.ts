import { emptyReadLog, type NewReadEntry, type ReadLog } from '@safeconduct/engine';
import { statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { storeError } from '../store-error.js';
import type { Answer } from '../thread/messages.js';
import { WritingThread } from '../thread/writing-thread.js';
import { ReadsFile, readsFile, ReadsFileReader } from './reads-file.js';
import type { ReadsRequest } from './requests.js';

export interface SqliteReadsOptions {
  readonly folder: string;
  /**
   * `thread`: a thread commits, and flushes within 50 milliseconds, for a server with many readers. `here`: this thread commits
   * and flushes each time, for a program that reads a little.
   */
  readonly commits: 'thread' | 'here';
}

/**
 * The log of reads of a folder. Nothing is opened and no file is made before the first read is entered, so a program that
 * reads no case touches nothing.
 */
export const openSqliteReads = ({ folder, commits }: SqliteReadsOptions): ReadLog =>
  new SqliteReads(readsFile(folder), commits === 'thread' ? inThread(folder) : here(readsFile(folder)));

/** A copy of a log of reads, in a file of any name. */
export const sqliteReadsIn = (file: string): ReadLog => new SqliteReads(file, here(file));

/** How long after a thread has ended the next one is begun. */
const againMs = 1000;

interface Appender {
  append(entry: NewReadEntry): Promise<void>;
  close(): Promise<void>;
}

class SqliteReads implements ReadLog {
  #reader: ReadsFileReader | undefined;

  constructor(
    readonly name: string,
    private readonly appender: Appender,
  ) {}

  async append(entry: NewReadEntry): Promise<void> {
    try {
      await this.appender.append(entry);
    } catch (error) {
      throw storeError(this.name, error);
    }
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- a failure rejects, as in other stores
  async entries(query: Parameters<ReadLog['entries']>[0]) {
    return this.#ask((reader) => reader.entries(query), []);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- as above
  async head() {
    return this.#ask((reader) => reader.head(), emptyReadLog);
  }

  async close(): Promise<void> {
    this.#reader?.close();
    this.#reader = undefined;
    await this.appender.close();
  }

  #ask<Result>(question: (reader: ReadsFileReader) => Result, none: Result): Result {
    if (this.#reader === undefined && !hasContent(this.name)) return none;
    try {
      return question((this.#reader ??= new ReadsFileReader(this.name)));
    } catch (error) {
      throw storeError(this.name, error);
    }
  }
}

/** A file that could not be begun, such as on a full disk, is empty and is begun by the next entry. */
const hasContent = (file: string): boolean => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;

/** What is appended in one turn of the event loop is committed together. */
function here(name: string): Appender {
  let file: ReadsFile | undefined;
  let waiting: NewReadEntry[] = [];
  let committed: Promise<void> | undefined;
  const commit = async (): Promise<void> => {
    await Promise.resolve();
    const entries = waiting;
    [waiting, committed] = [[], undefined];
    file ??= new ReadsFile(name, 'each');
    file.append(entries);
  };
  return {
    append(entry) {
      waiting.push(entry);
      return (committed ??= commit());
    },
    async close() {
      await committed?.catch(() => {});
      file?.close();
      file = undefined;
    },
  };
}

function inThread(folder: string): Appender {
  let thread: WritingThread<ReadsRequest> | undefined;
  const begin = () => {
    const begun = new WritingThread<ReadsRequest>(
      new Worker(new URL('./writer.js', import.meta.url)),
      folder,
    );
    // One that could not begin, such as on a full disk, is begun again by a later entry.
    void begun.ended.then(async () => {
      await sleep(againMs, undefined, { ref: false });
      thread = undefined;
    });
    return begun;
  };
  const ask = (writer: WritingThread<ReadsRequest>, request: ReadsRequest) =>
    new Promise<void>((resolve, reject) => {
      writer.send(request, (answer: Answer<undefined>) => {
        if ('failed' in answer)
          reject(Object.assign(new Error(answer.failed.message), { code: answer.failed.code }));
        else resolve();
      });
    });
  return {
    append: (entry) =>
      ask((thread ??= begin()), { kind: 'append', entry: { ...entry, terms: entry.terms.join('\n') } }),
    async close() {
      const ending = thread;
      if (ending === undefined) return;
      await ask(ending, { kind: 'close' }).catch(() => {});
      await ending.ended;
    },
  };
}
