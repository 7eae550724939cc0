import {
  positionOf,
  StoreReadOnlyError,
  StoreUnavailableError,
  type Appended,
  type EventStore,
  type EventStoreCapabilities,
  type Position,
  type RecordedEvent,
  type Revision,
  type StreamCheck,
  type StreamWrite,
} from '@safeconduct/engine';
import { openDatabase, type Database } from '../database.js';
import { AppendQueue } from './append-queue.js';
import { Hints } from './hints.js';
import { LogReader } from './log-reader.js';
import { prepareLog, type LogOptions } from './open-log.js';

export interface PostgresEventsOptions extends LogOptions {
  /** Address of the database: `postgres://user:password@host:5432/database`. */
  readonly url: string;
  /** How many reads can run at a time. Left out: 4. Appends have a connection of their own. */
  readonly connections?: number | undefined;
}

/**
 * The log in a PostgreSQL database. Several processes may write it at the same time. It migrates the schema
 * `safeconduct_events`; in mode `read` it changes nothing.
 * @throws StoreUnavailableError  the database does not answer
 * @throws StoreMisconfiguredError  address, user, password, database or rights are not what is needed
 * @throws StoreTooNewError, StoreCorruptError
 */
export async function openPostgresEvents(options: PostgresEventsOptions): Promise<PostgresEvents> {
  const { url, connections = 4, mode } = options;
  const reads = openDatabase(url, { connections, purpose: 'reads' });
  try {
    await prepareLog(reads, options);
    const appends = mode === 'write' ? openDatabase(url, { connections: 1, purpose: 'appends' }) : undefined;
    return new PostgresEvents(reads, appends);
  } catch (error) {
    await reads.close();
    throw error;
  }
}

export class PostgresEvents implements EventStore {
  readonly capabilities: EventStoreCapabilities = {
    checks: true,
    severalStreams: true,
    tellsRecordedAt: true,
    counts: true,
  };
  readonly #reader: LogReader;
  readonly #hints: Hints;
  readonly #queue: AppendQueue | undefined;
  readonly #listeners = new Set<(head: Position) => void>();
  #closing: Promise<void> | undefined;

  constructor(
    private readonly reads: Database,
    private readonly appends: Database | undefined,
  ) {
    this.#reader = new LogReader(reads);
    this.#hints = new Hints(reads);
    if (appends === undefined) return;
    this.#queue = new AppendQueue(appends, (head) => {
      this.#announce(positionOf(head));
      this.#hints.tell(head);
    });
  }

  append(writes: readonly StreamWrite[], checks: readonly StreamCheck[] = []): Promise<Appended> {
    return this.#whileOpen(() => {
      if (this.#queue === undefined) throw new StoreReadOnlyError(this.reads.name);
      return this.#queue.append(writes, checks);
    });
  }

  readStream(
    stream: string,
    { from, limit }: { readonly from: Revision; readonly limit: number },
  ): Promise<readonly RecordedEvent[]> {
    return this.#whileOpen(() => this.#reader.stream(stream, from, limit));
  }

  readAll({
    after,
    limit,
  }: {
    readonly after: Position;
    readonly limit: number;
  }): Promise<readonly RecordedEvent[]> {
    return this.#whileOpen(() => this.#reader.all(after, limit));
  }

  readAt(position: Position): Promise<RecordedEvent | undefined> {
    return this.#whileOpen(() => this.#reader.at(position));
  }

  head(): Promise<Position> {
    return this.#whileOpen(() => this.#reader.head());
  }

  /** Positions of this store have no gaps. */
  countAfter(position: Position): Promise<number> {
    return this.#whileOpen(async () => Math.max(0, Number(await this.#reader.head()) - Number(position)));
  }

  /** Also calls back after appends of other processes, when a hint of theirs arrives. */
  onAppended(listener: (head: Position) => void): () => void {
    this.#listeners.add(listener);
    const stopListening = this.#hints.listen(listener);
    return () => {
      this.#listeners.delete(listener);
      stopListening();
    };
  }

  meta(name: string): Promise<string | undefined> {
    return this.#whileOpen(() => this.#reader.meta(name));
  }

  setMetaOnce(name: string, value: string): Promise<string> {
    return this.#whileOpen(async () => {
      if (this.appends === undefined) throw new StoreReadOnlyError(this.reads.name);
      // Over the one connection of the appends, so that of two calls the first one is kept.
      const [row] = await this.appends.query<{ kept: string }>({
        text: 'SELECT safeconduct_events.keep_meta($1, $2) AS kept',
        values: [name, value],
      });
      return row?.kept ?? value;
    });
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.#queue?.settled();
    await Promise.all([this.#hints.close(), this.appends?.close(), this.reads.close()]);
  }

  /** A store answers with a promise, also when it refuses. */
  #whileOpen<Result>(work: () => Promise<Result>): Promise<Result> {
    return new Promise((resolve) => {
      if (this.#closing !== undefined)
        throw new StoreUnavailableError(this.reads.name, 'the store is closed');
      resolve(work());
    });
  }

  #announce(head: Position): void {
    for (const listener of this.#listeners) {
      queueMicrotask(() => {
        listener(head);
      });
    }
  }
}
