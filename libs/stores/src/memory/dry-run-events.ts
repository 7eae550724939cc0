import {
  readStream,
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
import { densePositions, MemoryLog } from './memory-log.js';

/**
 * A log that continues another one without changing it: what is appended stays in memory and is gone with
 * this object. The log beneath must not change meanwhile; the caller closes it.
 */
export const dryRunEvents = (beneath: EventStore, clock: Clock): EventStore =>
  new DryRunEvents(beneath, clock);

class DryRunEvents implements EventStore {
  readonly capabilities: EventStoreCapabilities;
  readonly #listeners = new Set<(head: Position) => void>();
  readonly #log: Promise<MemoryLog>;
  readonly #meta = new Map<string, string>();
  /** Appends go one at a time, because what a stream holds beneath is read before it is compared. */
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(
    private readonly beneath: EventStore,
    clock: Clock,
  ) {
    const { counts } = beneath.capabilities;
    this.capabilities = { checks: true, severalStreams: true, tellsRecordedAt: true, counts };
    this.#log = beneath.head().then((head) => new MemoryLog(clock, densePositions, head));
  }

  append(writes: readonly StreamWrite[], checks: readonly StreamCheck[] = []): Promise<Appended> {
    const opened = this.#opened();
    const appended = this.#last.then(async () => {
      const log = await opened;
      for (const { stream } of [...writes, ...checks]) await this.#load(log, stream);
      const { head } = log;
      const result = log.append(writes, checks);
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

  async readAt(position: Position): Promise<RecordedEvent | undefined> {
    const log = await this.#opened();
    return position > log.start ? log.at(position) : this.beneath.readAt(position);
  }

  async countAfter(position: Position): Promise<number | undefined> {
    const log = await this.#opened();
    const own = log.countAfter(position);
    if (position >= log.start) return own;
    const beneath = await this.beneath.countAfter(position);
    return beneath === undefined ? undefined : beneath + own;
  }

  async head(): Promise<Position> {
    return (await this.#opened()).head;
  }

  onAppended(listener: (head: Position) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async meta(name: string): Promise<string | undefined> {
    await this.#opened();
    return this.#meta.get(name) ?? this.beneath.meta(name);
  }

  async setMetaOnce(name: string, value: string): Promise<string> {
    const kept = (await this.meta(name)) ?? this.#meta.get(name) ?? value;
    this.#meta.set(name, kept);
    return kept;
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
    log.seed(stream, await readStream(this.beneath, stream));
  }

  #announce(head: Position): void {
    for (const listener of this.#listeners) {
      queueMicrotask(() => {
        listener(head);
      });
    }
  }
}
