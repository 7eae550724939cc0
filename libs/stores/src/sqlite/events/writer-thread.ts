import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import type { Answer, Request, Start } from './writer-messages.js';

type Receive = (answer: Answer) => void;

/**
 * The main thread's end of the writing thread. Each request is answered once, in order; if the thread ends, what it had
 * not answered and whatever comes later fails.
 */
export class WriterThread {
  readonly #worker = new Worker(new URL('./writer.js', import.meta.url));
  readonly #answered = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  readonly #waiting: Receive[] = [];
  readonly ended: Promise<unknown> = new Promise((resolve) => this.#worker.once('exit', resolve));
  readonly #port: MessagePort;
  #received = 0;
  #death: string | undefined;

  constructor(folder: string) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#port.on('message', (answer: Answer) => {
      this.#receive(answer);
    });
    this.#worker.on('error', (error) => {
      this.#die(`the writing thread failed: ${error instanceof Error ? error.message : String(error)}`);
    });
    this.#worker.on('exit', () => {
      this.poll();
      this.#die('the writing thread has ended');
    });
    const start: Start = { folder, port: port2, answered: this.#answered.buffer as SharedArrayBuffer };
    this.#worker.postMessage(start, [port2]);
  }

  send(request: Request, receive: Receive): void {
    if (this.#death !== undefined) {
      const failed = { code: '', message: this.#death };
      queueMicrotask(() => {
        receive({ failed });
      });
      return;
    }
    this.#waiting.push(receive);
    this.#port.postMessage(request);
  }

  /** Takes answers that are there although the event loop has not come round to them, so that the thread need not wait. */
  poll(): void {
    while (Atomics.load(this.#answered, 0) > this.#received) {
      const arrived = receiveMessageOnPort(this.#port) as { readonly message: Answer } | undefined;
      if (arrived === undefined) return;
      this.#receive(arrived.message);
    }
  }

  #receive(answer: Answer): void {
    this.#received += 1;
    this.#waiting.shift()?.(answer);
  }

  #die(message: string): void {
    this.#death ??= message;
    this.#port.close();
    for (const receive of this.#waiting.splice(0)) receive({ failed: { code: '', message: this.#death } });
  }
}
