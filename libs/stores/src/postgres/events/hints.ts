import { positionOf, type Position } from '@safeconduct/engine';
import { ClosingClient } from '../client.js';
import { connectionOf, type Database } from '../database.js';

const channel = 'safeconduct_events';
const tellEveryMs = 20;
const againAfterMs = 1_000;
const againAfterMaxMs = 30_000;
const endDeadlineMs = 1_000;

/**
 * Tells other processes of appends, and hears of theirs (NOTIFY and LISTEN). Only a hint: it comes behind the
 * commit, it may be lost, and behind a pooler none comes. Whoever follows the log polls as well.
 */
export class Hints {
  readonly #listeners = new Set<(head: Position) => void>();
  #client: ClosingClient | undefined;
  #again: NodeJS.Timeout | undefined;
  #againAfterMs = againAfterMs;
  /** To be told, and the latest that listeners know of. */
  #untold: number | undefined;
  #latest = 0;
  #telling = false;
  #closed = false;
  #isPooled = false;

  constructor(private readonly database: Database) {}

  /** Has other processes know of the end of the log; several times in short order once. Never fails. */
  tell(head: number): void {
    this.#untold = head;
    this.#latest = Math.max(this.#latest, head);
    if (!this.#telling) void this.#tellAll();
  }

  /**
   * Listens over a connection of its own, which is made when the first listener comes. Through a pooler nothing listens:
   * the wish to be told would stay on a connection that others get next, with notes for nobody.
   */
  listen(listener: (head: Position) => void): () => void {
    this.#listeners.add(listener);
    if (this.#client === undefined && this.#again === undefined && !this.#isPooled) void this.#connect();
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#again);
    // A database that does not answer is not waited for.
    const late = new Promise<void>((resolve) => setTimeout(resolve, endDeadlineMs).unref());
    await Promise.race([this.#client?.end().catch(() => {}), late]);
  }

  async #tellAll(): Promise<void> {
    this.#telling = true;
    while (this.#untold !== undefined && !this.#closed) {
      const values = [channel, String(this.#untold)];
      this.#untold = undefined;
      await this.database.raw({ text: 'SELECT pg_notify($1, $2)', values }).catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, tellEveryMs).unref());
    }
    this.#telling = false;
  }

  async #connect(): Promise<void> {
    this.#again = undefined;
    if (this.#closed) return;
    const client = new ClosingClient(connectionOf(this.database.url, 'hints'));
    this.#client = client;
    const lost = () => {
      this.#lost(client);
    };
    client.on('error', lost).on('end', lost);
    client.on('notification', ({ payload }) => {
      this.#hear(payload ?? '');
    });
    try {
      await client.connect();
      this.#isPooled = await client.isPooled();
      if (this.#isPooled) this.#lost(client);
      else await client.query(`LISTEN ${channel}`);
      this.#againAfterMs = againAfterMs;
    } catch {
      lost();
    }
  }

  #hear(payload: string): void {
    // Hints of this process come back too; they say nothing new.
    if (!/^\d{1,15}$/.test(payload) || Number(payload) <= this.#latest) return;
    this.#latest = Number(payload);
    for (const listener of this.#listeners) listener(positionOf(payload));
  }

  #lost(client: ClosingClient): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    client.end().catch(() => {});
    if (this.#closed || this.#isPooled) return;
    this.#again = setTimeout(() => void this.#connect(), this.#againAfterMs).unref();
    this.#againAfterMs = Math.min(2 * this.#againAfterMs, againAfterMaxMs);
  }
}
