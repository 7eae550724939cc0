/** The thread that writes the log. Each request gets one answer, in order. */
import { parentPort, type MessagePort } from 'node:worker_threads';
import { codeOf } from '../store-error.js';
import { LogWriter } from './log-writer.js';
import { decodeAppends, encodeVerdict } from './wire.js';
import type { Answer, Request, Start } from './writer-messages.js';

const idleMs = 20;

parentPort?.once('message', ({ folder, port, answered }: Start) => {
  const writer = new LogWriter(folder);
  serve(writer, port, new Int32Array(answered));
});

function serve(writer: LogWriter, port: MessagePort, answered: Int32Array): void {
  const whenIdle = setTimeout(() => {
    writer.index();
  }, idleMs);
  port.on('message', (request: Request) => {
    port.postMessage(answer(writer, request));
    Atomics.add(answered, 0, 1);
    if (request.kind === 'close') {
      clearTimeout(whenIdle);
      port.close();
    } else if (writer.indexIsDue) writer.index();
    else whenIdle.refresh();
  });
}

/** An error leaves its class behind on the way, so it goes as code and text. */
function answer(writer: LogWriter, request: Request): Answer {
  try {
    return { done: perform(writer, request), head: writer.position };
  } catch (error) {
    return {
      failed: { code: codeOf(error), message: error instanceof Error ? error.message : String(error) },
    };
  }
}

function perform(writer: LogWriter, request: Request): unknown {
  switch (request.kind) {
    case 'commit': {
      const verdicts: number[] = [];
      for (const verdict of writer.commit(decodeAppends(request.appends), request.nowMs))
        encodeVerdict(verdicts, verdict);
      return verdicts;
    }
    case 'meta':
      return writer.setMetaOnce(request.name, request.value);
    case 'close':
      writer.close();
      return undefined;
  }
}
