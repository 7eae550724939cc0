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

const batch = 1000;

/**
 * A log that continues another one without changing it: what is appended stays in memory and is gone with this object.
 * The log beneath must stand still meanwhile; closing it is the caller's business.
 */
export const dryRunEvents = (beneath: EventStore, clock: Clock): EventStore =>
  new DryRunEvents(beneath, clock);

class DryRunEvents implements EventStore {
  readonly #listeners = new Set<(head: Position) => void>();
  readonly #log: Promise<MemoryLog>;
  /** Appends go one at a time, because what a stream holds beneath is read before it is compared. */
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(
    private readonly beneath: EventStore,
    clock: Clock,
  ) {
    this.#log = beneath.head().then((head) => new MemoryLog(clock, head));
  }

  append(writes: readonly StreamWrite[]): Promise<Appended> {
    const opened = this.#opened();
    const appended = this.#last.then(async () => {
      const log = await opened;
      for (const { stream } of writes) await this.#load(log, stream);
      const { head } = log;
      const result = log.append(writes);
      if (log.head > head) this.#announce(log.head);
      return result;
    });
    this.#last = appended.catch(() => {});
    return appended;
  }

  async readStream(
    stream: string,
    range: { readonly from: Revision; readonly limit: number },
  ): Promise<readonly RecordedEvent[]> {
    const log = await this.#opened();
    if (!log.has(stream)) return this.beneath.readStream(stream, range);
    const from = Number(range.from);
    return log.stream(stream).slice(from, from + range.limit);
  }

  async readAll({
    after,
    limit,
  }: {
    readonly after: Position;
    readonly limit: number;
  }): Promise<readonly RecordedEvent[]> {
    const log = await this.#opened();
    if (after >= log.start) return log.after(after, limit);
    const events = await this.beneath.readAll({ after, limit });
    return [...events, ...log.after(log.start, limit - events.length)];
  }

  async head(): Promise<Position> {
    return (await this.#opened()).head;
  }

  onAppended(listener: (head: Position) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#last;
  }

  async #opened(): Promise<MemoryLog> {
    if (this.#closed) throw new StoreUnavailableError('dry run', 'the store is closed');
    return this.#log;
  }

  async #load(log: MemoryLog, stream: string): Promise<void> {
    if (log.has(stream)) return;
    const events: RecordedEvent[] = [];
    for (;;) {
      const some = await this.beneath.readStream(stream, { from: BigInt(events.length), limit: batch });
      events.push(...some);
      if (some.length < batch) break;
    }
    log.seed(stream, events);
  }

  #announce(head: Position): void {
    for (const listener of this.#listeners) {
      queueMicrotask(() => {
        listener(head);
      });
    }
  }
}
