import { StoreUnavailableError } from '@safeconduct/engine';
import { Worker } from 'node:worker_threads';
import type { Answer, Failed, Question } from './messages.js';

interface Waiting {
  resolve(rows: unknown[]): void;
  reject(error: Error): void;
}

/**
 * Reads the views of a file in a thread of its own: one statement after the other, while the thread that asks goes on. It
 * starts with the first question. When it dies, what it had not answered fails, and the next question starts it again.
 */
export class ReadingThread {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #ended = Promise.resolve();
  #closed = false;
  #last = 0;

  constructor(
    private readonly file: string,
    private readonly start = (): Worker =>
      new Worker(new URL('./answer-questions.js', import.meta.url), { workerData: file }),
  ) {}

  /** The rows of a statement. Errors keep their code, not their class. */
  ask(sql: string, parameters: readonly unknown[]): Promise<unknown[]> {
    return new Promise((resolve, reject) => {
      if (this.#closed) throw new StoreUnavailableError('views.db', 'the store is closed');
      this.#worker ??= this.#begin();
      this.#last += 1;
      this.#waiting.set(this.#last, { resolve, reject });
      this.#worker.postMessage({ id: this.#last, sql, parameters } satisfies Question);
    });
  }

  /** Answers what was asked before, and ends. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#worker?.postMessage('close' satisfies Question);
    await this.#ended;
  }

  #begin(): Worker {
    const worker = this.start();
    let death: unknown;
    worker.on('message', (answer: Answer) => {
      this.#receive(answer);
    });
    worker.on('error', (error) => {
      death = error;
    });
    this.#ended = new Promise((resolve) => {
      worker.on('exit', () => {
        this.#worker = undefined;
        const what = `the thread that reads ${this.file} has ended; ask again`;
        for (const waiting of this.#waiting.values())
          waiting.reject(new StoreUnavailableError('views.db', what, death));
        this.#waiting.clear();
        resolve();
      });
    });
    return worker;
  }

  #receive(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ('rows' in answer) waiting?.resolve(answer.rows);
    else waiting?.reject(errorOf(answer.failed));
  }
}

/** What is not available in this thread are views. */
const errorOf = ({ code, message }: Failed): Error =>
  Object.assign(new Error(message), { code, ofViews: code === 'STORE_UNAVAILABLE' });
