import { parentPort, receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import { codeOf, messageOf } from '../store-error.js';
import type { Answer, Start } from './messages.js';

/** What a thread does for those who ask it. */
export interface Service<Request> {
  /**
   * Takes one or more requests from the front of the queue and does them together.
   * @returns what came of each that it took; if it throws, that came of all of them
   */
  perform(queue: Request[]): readonly unknown[];
  /** Called when what was done has been answered; `false` ends the thread. */
  answered(): boolean;
}

/** The thread's end: answers each request, in order. If the service cannot begin, the thread ends with that error. */
export function serve<Request>(begin: (folder: string) => Service<Request>): void {
  parentPort?.once('message', ({ folder, port, sent }: Start) => {
    const service = begin(folder);
    const count = new Int32Array(sent);
    port.on('message', (request: Request) => {
      const queue = [request];
      for (let goOn = true; goOn && queue.length > 0;) {
        takeArrived(port, queue);
        port.postMessage(answers(service, queue));
        Atomics.add(count, 0, 1);
        goOn = service.answered();
        if (!goOn) port.close();
      }
    });
  });
}

/** Requests that came while the last ones were done are there without waiting for the event loop. */
function takeArrived<Request>(port: MessagePort, queue: Request[]): void {
  for (;;) {
    const arrived = receiveMessageOnPort(port) as { readonly message: Request } | undefined;
    if (arrived === undefined) return;
    queue.push(arrived.message);
  }
}

function answers<Request>(service: Service<Request>, queue: Request[]): readonly Answer<unknown>[] {
  const before = queue.length;
  try {
    return service.perform(queue).map((done) => ({ done }));
  } catch (error) {
    const failed = { code: codeOf(error), message: messageOf(error) };
    return Array.from({ length: before - queue.length }, () => ({ failed }));
  }
}
