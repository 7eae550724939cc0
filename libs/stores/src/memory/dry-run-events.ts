import type {
  Appended,
  Clock,
  EventStore,
  Position,
  RecordedEvent,
  Revision,
  StreamWrite,
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
  /** One at a time, because what a stream holds beneath is read before it is compared. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly beneath: EventStore,
    clock: Clock,
  ) {
    this.#log = beneath.head().then((head) => new MemoryLog(clock, head));
  }

  append(writes: readonly StreamWrite[]): Promise<Appended> {
    const appended = this.#last.then(async () => {
      const log = await this.#log;
      for (const { stream } of writes) await this.#load(log, stream);
      const result = log.append(writes);
      for (const listener of this.#listeners) listener(log.head);
      return result;
    });
    this.#last = appended.catch(() => {});
    return appended;
  }

  async readStream(
    stream: string,
    range: { readonly from: Revision; readonly limit: number },
  ): Promise<readonly RecordedEvent[]> {
    const log = await this.#log;
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
    const log = await this.#log;
    return after < log.start ? this.beneath.readAll({ after, limit }) : log.after(after, limit);
  }

  async head(): Promise<Position> {
    return (await this.#log).head;
  }

  onAppended(listener: (head: Position) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): Promise<void> {
    return Promise.resolve();
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
}
