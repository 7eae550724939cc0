import {
  StoreUnavailableError,
  type Appended,
  type Clock,
  type EventStore,
  type Position,
  type RecordedEvent,
  type Revision,
  type StreamWrite,
} from '@safeconduct/engine';
import { MemoryLog } from './memory-log.js';

/** The reference for the contract, and the store of tests: nothing outlives the process. */
export class MemoryEvents implements EventStore {
  readonly #log: MemoryLog;
  readonly #listeners = new Set<(head: Position) => void>();
  readonly #meta = new Map<string, string>();
  #closed = false;

  constructor(clock: Clock) {
    this.#log = new MemoryLog(clock);
  }

  append(writes: readonly StreamWrite[]): Promise<Appended> {
    return this.#answer((log) => {
      const { head } = log;
      const appended = log.append(writes);
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

  head(): Promise<Position> {
    return this.#answer(({ head }) => head);
  }

  onAppended(listener: (head: Position) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A value kept beside the log. */
  meta(name: string): string | undefined {
    return this.#meta.get(name);
  }

  /** Keeps a value under a name that has none yet. Answers with the value that is kept. */
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

export const openMemoryEvents = ({ clock }: { readonly clock: Clock }): MemoryEvents =>
  new MemoryEvents(clock);
