import {
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
import { densePositions, MemoryLog, sparsePositions } from './memory-log.js';

export interface MemoryEventsOptions {
  readonly clock: Clock;
  /** Whether positions have gaps, as those of some stores do; without gaps when left out. */
  readonly positions?: 'dense' | 'sparse';
}

/** The reference for the contract, and the store of tests: nothing outlives the process. */
export class MemoryEvents implements EventStore {
  readonly capabilities: EventStoreCapabilities = {
    checks: true,
    severalStreams: true,
    tellsRecordedAt: true,
    counts: true,
  };
  readonly #log: MemoryLog;
  readonly #listeners = new Set<(head: Position) => void>();
  readonly #meta = new Map<string, string>();
  #closed = false;

  constructor({ clock, positions = 'dense' }: MemoryEventsOptions) {
    this.#log = new MemoryLog(clock, positions === 'dense' ? densePositions : sparsePositions);
  }

  append(writes: readonly StreamWrite[], checks: readonly StreamCheck[] = []): Promise<Appended> {
    return this.#answer((log) => {
      const { head } = log;
      const appended = log.append(writes, checks);
      if (log.head > head)
        for (const listener of this.#listeners)
          queueMicrotask(() => {
            listener(log.head);
          });
      return appended;
    });
  }

  readStream(
    stream: string,
    { from, limit }: { readonly from: Revision; readonly limit: number },
  ): Promise<readonly RecordedEvent[]> {
    return this.#answer((log) => log.stream(stream).slice(Number(from), Number(from) + limit));
  }

  readAll({
    after,
    limit,
  }: {
    readonly after: Position;
    readonly limit: number;
  }): Promise<readonly RecordedEvent[]> {
    return this.#answer((log) => log.after(after, limit));
  }

  readAt(position: Position): Promise<RecordedEvent | undefined> {
    return this.#answer((log) => log.at(position));
  }

  head(): Promise<Position> {
    return this.#answer(({ head }) => head);
  }

  countAfter(position: Position): Promise<number> {
    return this.#answer((log) => log.countAfter(position));
  }

  onAppended(listener: (head: Position) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  meta(name: string): Promise<string | undefined> {
    return this.#answer(() => this.#meta.get(name));
  }

  setMetaOnce(name: string, value: string): Promise<string> {
    return this.#answer(() => {
      const kept = this.#meta.get(name) ?? value;
      this.#meta.set(name, kept);
      return kept;
    });
  }

  close(): Promise<void> {
    this.#closed = true;
    return Promise.resolve();
  }

  /** A store answers with a promise, also when it refuses. */
  #answer<Result>(work: (log: MemoryLog) => Result): Promise<Result> {
    return new Promise((resolve) => {
      if (this.#closed) throw new StoreUnavailableError('memory', 'the store is closed');
      resolve(work(this.#log));
    });
  }
}

export const openMemoryEvents = (options: MemoryEventsOptions): MemoryEvents => new MemoryEvents(options);
