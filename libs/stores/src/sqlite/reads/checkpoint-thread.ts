import { Worker } from 'node:worker_threads';

/** Runs `checkpoints.ts` beside the program until it is ended. Without it the `-wal` file grows, and nothing is lost. */
export class CheckpointThread {
  readonly #worker: Worker;
  readonly #ended: Promise<unknown>;

  constructor(name: string) {
    this.#worker = new Worker(new URL('./checkpoints.js', import.meta.url), { workerData: { name } });
    this.#worker.on('error', () => {});
    this.#ended = new Promise((resolve) => this.#worker.on('exit', resolve));
    this.#worker.unref();
  }

  async end(): Promise<void> {
    this.#worker.ref();
    this.#worker.postMessage('end');
    await this.#ended;
  }
}
