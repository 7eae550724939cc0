import { emptyReadLog, type CountedReads, type NewReadEntry, type ReadLog } from '@safeconduct/engine';
import { statSync } from 'node:fs';
import { storeError } from '../store-error.js';
import { ReadsFile, readsFile, ReadsFileReader, type Flushing } from './reads-file.js';

export interface SqliteReadsOptions {
  readonly folder: string;
  /** `soon` is for a server with many readers, `each` for a program that reads a little. */
  readonly flushing: Flushing;
}

/**
 * The log of reads of a folder. Nothing is opened and no file is made before the first read is entered, so a program that
 * reads no case touches nothing.
 */
export const openSqliteReads = ({ folder, flushing }: SqliteReadsOptions): ReadLog =>
  new SqliteReads(readsFile(folder), new Appender(readsFile(folder), flushing));

/** A copy of a log of reads, in a file of any name. */
export const sqliteReadsIn = (file: string): ReadLog => new SqliteReads(file, new Appender(file, 'each'));

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

  // oxlint-disable-next-line typescript/require-await -- a failure rejects, as in other stores
  async entries(query: Parameters<ReadLog['entries']>[0]) {
    return this.#ask((reader) => this.#indexed(reader, query.terms.length > 0).entries(query), []);
  }

  // oxlint-disable-next-line typescript/require-await -- as above
  async kinds(asked: CountedReads) {
    return this.#ask((reader) => this.#indexed(reader).kinds(asked), []);
  }

  // oxlint-disable-next-line typescript/require-await -- as above
  async counts(...[terms, moments]: Parameters<ReadLog['counts']>) {
    const none = moments.slice(1).map(() => 0);
    return this.#ask((reader) => this.#indexed(reader).counts(terms, moments), none);
  }

  // oxlint-disable-next-line typescript/require-await -- as above
  async head() {
    return this.#ask((reader) => reader.head(), emptyReadLog);
  }

  async flush(): Promise<void> {
    try {
      await this.appender.flush();
    } catch (error) {
      throw storeError(this.name, error);
    }
  }

  async close(): Promise<void> {
    this.#reader?.close();
    this.#reader = undefined;
    await this.appender.close();
  }

  /** A file that an earlier release wrote gets the indexes of this one, once somebody asks for what only these have. */
  #indexed(reader: ReadsFileReader, isAsked = true): ReadsFileReader {
    if (isAsked && !reader.isIndexed) this.appender.begin();
    return reader;
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

/** What is appended in one turn of the event loop is committed together. A file that could not be begun is begun again. */
class Appender {
  #file: ReadsFile | undefined;
  #waiting: NewReadEntry[] = [];
  #committed: Promise<void> | undefined;

  constructor(
    private readonly name: string,
    private readonly flushing: Flushing,
  ) {}

  append(entry: NewReadEntry): Promise<void> {
    this.#waiting.push(entry);
    return (this.#committed ??= this.#commit());
  }

  /** Opens the file, which brings it to the format of this release. */
  begin(): ReadsFile {
    return (this.#file ??= new ReadsFile(this.name, this.flushing));
  }

  async flush(): Promise<void> {
    await this.#committed?.catch(() => {});
    await this.#file?.flush();
  }

  async close(): Promise<void> {
    await this.#committed?.catch(() => {});
    await this.#file?.close();
    this.#file = undefined;
  }

  async #commit(): Promise<void> {
    await Promise.resolve();
    const entries = this.#waiting;
    this.#waiting = [];
    this.#committed = undefined;
    this.begin().append(entries);
  }
}
