import { parentPort } from 'node:worker_threads';
import { codeOf, messageOf } from '../store-error.js';
import type { Answer, Start } from './messages.js';

export interface Service<Request> {
  perform(request: Request): unknown;
  /** Called after each answer; `false` ends the thread. */
  answered(request: Request): boolean;
}

/** The thread's end: answers each request, in order. If the service cannot begin, the thread ends with that error. */
export function serve<Request>(begin: (folder: string) => Service<Request>): void {
  parentPort?.once('message', ({ folder, port, answered }: Start) => {
    const service = begin(folder);
    const count = new Int32Array(answered);
    port.on('message', (request: Request) => {
      port.postMessage(answer(service, request));
      Atomics.add(count, 0, 1);
      if (!service.answered(request)) port.close();
    });
  });
}

function answer<Request>(service: Service<Request>, request: Request): Answer<unknown> {
  try {
    return { done: service.perform(request) };
  } catch (error) {
    return {
      failed: { code: codeOf(error), message: messageOf(error) },
    };
  }
}
