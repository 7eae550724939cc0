import { MessageChannel, receiveMessageOnPort, type MessagePort, type Worker } from 'node:worker_threads';
import { messageOf } from '../store-error.js';
import type { Answer, Start } from './messages.js';

const untilOpened = 'nothing more is written until the store is opened again';

type Receive = (answer: Answer<unknown>) => void;

/**
 * The main thread's side of a writing thread. Each request is answered once, in order. When the thread ends,
 * unanswered and later requests fail.
 */
export class WritingThread<Request> {
  /** Resolves when the thread has ended. */
  readonly ended: Promise<void>;
  readonly #port: MessagePort;
  readonly #waiting: Receive[] = [];
  readonly #sent = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  #received = 0;
  #death: string | undefined;

  constructor(worker: Worker, folder: string) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.on('message', (answers: readonly Answer<unknown>[]) => {
      this.#receive(answers);
    });
    worker.on('error', (error) => {
      this.#die(`the writing thread failed: ${messageOf(error)}; ${untilOpened}`);
    });
    this.ended = new Promise((resolve) => {
      worker.on('exit', () => {
        this.poll();
        this.#die(`the writing thread has ended; ${untilOpened}`);
        resolve();
      });
    });
    const start: Start = { folder, port: port2, sent: this.#sent.buffer };
    worker.postMessage(start, [port2]);
  }

  send<Result>(request: Request, receive: (answer: Answer<Result>) => void): void {
    if (this.#death === undefined) {
      this.#waiting.push(receive as Receive);
      this.#port.postMessage(request);
    } else {
      const failed = { code: '', message: this.#death };
      queueMicrotask(() => {
        receive({ failed });
      });
    }
  }

  /** Takes answers that have arrived without waiting for the event loop, so that the thread need not wait. */
  poll(): void {
    while (Atomics.load(this.#sent, 0) > this.#received) {
      const arrived = receiveMessageOnPort(this.#port);
      if (arrived === undefined) return;
      this.#receive(arrived.message as readonly Answer<unknown>[]);
    }
  }

  #receive(answers: readonly Answer<unknown>[]): void {
    this.#received += 1;
    for (const answer of answers) this.#waiting.shift()?.(answer);
  }

  #die(message: string): void {
    this.#death ??= message;
    this.#port.close();
    for (const receive of this.#waiting.splice(0)) receive({ failed: { code: '', message: this.#death } });
  }
}
