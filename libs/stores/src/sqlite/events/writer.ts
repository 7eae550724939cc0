/** The thread that writes the log. */
import { serve, type Service } from '../thread/serve.js';
import { LogWriter } from './log-writer.js';
import type { AppendRequest, Committed, LogRequest } from './requests.js';
import { decodeAppends, encodeVerdict } from './wire.js';

const idleMs = 20;
const eventsMax = 2000;

serve((folder: string): Service<LogRequest> => {
  const writer = new LogWriter(folder);
  const whenIdle = setTimeout(() => {
    writer.index();
  }, idleMs);
  return {
    perform: (queue) => perform(writer, queue),
    answered() {
      if (!writer.isOpen) clearTimeout(whenIdle);
      else if (writer.indexIsDue) writer.index();
      else whenIdle.refresh();
      return writer.isOpen;
    },
  };
});

function perform(writer: LogWriter, queue: LogRequest[]): readonly unknown[] {
  const [request] = queue;
  switch (request?.kind) {
    case undefined:
      return [];
    case 'append':
      return commit(writer, takeAppends(queue));
    case 'meta':
      queue.shift();
      return [writer.setMetaOnce(request.name, request.value)];
    case 'close':
      queue.shift();
      writer.close();
      return [undefined];
  }
}

/** Group commit: whatever arrived while the last commit was flushed to disk shares the next flush. */
function takeAppends(queue: LogRequest[]): readonly AppendRequest[] {
  const taken: AppendRequest[] = [];
  for (let events = 0; events < eventsMax;) {
    const [request] = queue;
    if (request?.kind !== 'append') break;
    queue.shift();
    taken.push(request);
    events += request.events;
  }
  return taken;
}

function commit(writer: LogWriter, requests: readonly AppendRequest[]): readonly Committed[] {
  const appends = requests.map((request) => decodeAppends(request.appends));
  const verdicts = writer.commit(appends.flat(), Math.max(...requests.map(({ nowMs }) => nowMs)));
  let at = 0;
  return appends.map(({ length }) => {
    const encoded: number[] = [];
    for (const verdict of verdicts.slice(at, at + length)) encodeVerdict(encoded, verdict);
    at += length;
    return { head: writer.position, verdicts: encoded };
  });
}
