import { logStart, type Position, type RecordedEvent } from '@safeconduct/engine';

type Events = readonly RecordedEvent[];

const batchesMax = 4;
/** Who reads so few at once does not read the whole log. */
const limitMin = 50;

/**
 * Fetches the next batch of the log while the last one is worked on: reads one after the other stall at the
 * server, and those who follow the log ask for exactly that batch next. Events never change and none appears
 * before another, so what was fetched stays right, though more may follow it by now.
 */
export class ReadAhead {
  readonly #batches = new Map<string, Promise<Events | undefined>>();

  constructor(private readonly read: (after: Position, limit: number) => Promise<Events>) {}

  async all(after: Position, limit: number): Promise<Events> {
    const events = await this.#whole(after, limit);
    const next = events.at(-1)?.position ?? logStart;
    if (events.length === limit && limit >= limitMin) this.#fetch(next, limit);
    return events;
  }

  async #whole(after: Position, limit: number): Promise<Events> {
    const key = keyOf(after, limit);
    const fetched = await this.#batches.get(key);
    this.#batches.delete(key);
    if (fetched === undefined) return this.read(after, limit);
    if (fetched.length === limit) return fetched;
    const more = await this.read(fetched.at(-1)?.position ?? after, limit - fetched.length);
    return [...fetched, ...more];
  }

  #fetch(after: Position, limit: number): void {
    const key = keyOf(after, limit);
    if (this.#batches.has(key)) return;
    this.#batches.set(
      key,
      this.read(after, limit).catch(() => undefined),
    );
    const [oldest] = this.#batches.keys();
    if (this.#batches.size > batchesMax && oldest !== undefined) this.#batches.delete(oldest);
  }
}

const keyOf = (after: Position, limit: number): string => `${after} ${limit}`;
