import { Worker } from 'node:worker_threads';

/**
 * The minimum work of a log with group commit: bytes go to a thread that inserts them into one table and
 * commits everything queued. It checks nothing, has no streams, and cannot be read while it is written.
 */
export class BlindLog {
  readonly #worker = new Worker(new URL('./blind-writer.js', import.meta.url));
  readonly #waiting: (() => void)[] = [];
  #batch: string[] | undefined;

  constructor(folder: string) {
    this.#worker.on('message', (committed: number) => {
      for (const resolve of this.#waiting.splice(0, committed)) resolve();
    });
    this.#worker.postMessage(folder);
  }

  /** When it resolves, the bytes are durable. */
  append(bytes: string): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      if (this.#batch !== undefined) {
        this.#batch.push(bytes);
        return;
      }
      const batch = (this.#batch = [bytes]);
      setImmediate(() => {
        this.#batch = undefined;
        this.#worker.postMessage(batch);
      });
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
