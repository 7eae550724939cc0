import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { ErrorLog } from '../../console/error-log.js';
import type { FillOptions, FromThread, ToThread } from './messages.js';

const defaultRestartMs = 5000;

/**
 * Fills the views in a thread of its own, so that no command waits for rows. A thread that ends by an error
 * is started again after a pause, one that ends because the views are to be made again at once. Meanwhile the views only
 * lag, because the log has everything.
 */
export class ProjectionsThread {
  readonly #stopping = new AbortController();
  readonly #running: Promise<void>;
  #worker: Worker | undefined;

  constructor(
    private readonly options: FillOptions,
    private readonly log: Pick<ErrorLog, 'error'>,
    private readonly restartMs = defaultRestartMs,
  ) {
    this.#running = this.#keepRunning();
  }

  /** Finishes the current batch and ends the thread. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#worker?.postMessage('stop' satisfies ToThread);
    await this.#running;
  }

  async #keepRunning(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      if (await this.#run()) continue;
      await sleep(this.restartMs, undefined, { signal }).catch(() => {});
    }
  }

  /** Resolves when the thread has ended: whether it did so of itself, and not by an error. */
  #run(): Promise<boolean> {
    const worker = new Worker(new URL('./fill-views.js', import.meta.url), { workerData: this.options });
    this.#worker = worker;
    worker.on('message', ({ failed }: FromThread) => {
      this.#tell(failed);
    });
    worker.on('error', (error: Error) => {
      this.#tell({ code: '', message: error.message });
    });
    return new Promise((resolve) => {
      worker.on('exit', (code) => {
        resolve(code === 0);
      });
    });
  }

  #tell(err: FromThread['failed']): void {
    this.log.error({ err }, 'views could not be filled; the next attempt follows soon');
  }
}
