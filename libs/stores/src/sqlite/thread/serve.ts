import { parentPort, receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import { failureOf, type Answer, type Start } from './messages.js';

/** The work of a thread. */
export interface Service<Request> {
  /**
   * Takes one or more requests from the front of the queue and performs them together.
   * @returns the result of each taken request; if it throws, the error is the result of all of them
   */
  perform(queue: Request[]): readonly unknown[];
  /** Called when the results have been sent; `false` ends the thread. */
  answered(): boolean;
}

/**
 * Runs a service in a thread and answers each request, in order. If the service cannot begin, the thread ends
 * with that error.
 */
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

/** Takes requests that arrived during the last ones without waiting for the event loop. */
function takeArrived<Request>(port: MessagePort, queue: Request[]): void {
  for (;;) {
    const arrived = receiveMessageOnPort(port);
    if (arrived === undefined) return;
    queue.push(arrived.message as Request);
  }
}

function answers<Request>(service: Service<Request>, queue: Request[]): readonly Answer<unknown>[] {
  const before = queue.length;
  try {
    return service.perform(queue).map((done) => ({ done }));
  } catch (error) {
    const failed = failureOf(error);
    return Array.from({ length: before - queue.length }, () => ({ failed }));
  }
}
