/** The thread that writes the log. */
import { serve, type Service } from '../thread/serve.js';
import { LogWriter } from './log-writer.js';
import type { Committed, LogRequest } from './requests.js';
import { decodeAppends, encodeVerdict, type Plain } from './wire.js';

const idleMs = 20;

serve((folder: string): Service<LogRequest> => {
  const writer = new LogWriter(folder);
  const whenIdle = setTimeout(() => {
    writer.index();
  }, idleMs);
  return {
    perform: (request) => perform(writer, request),
    answered({ kind }) {
      if (kind === 'close') clearTimeout(whenIdle);
      else if (writer.indexIsDue) writer.index();
      else whenIdle.refresh();
      return kind !== 'close';
    },
  };
});

function perform(writer: LogWriter, request: LogRequest): unknown {
  switch (request.kind) {
    case 'commit':
      return commit(writer, request.appends, request.nowMs);
    case 'meta':
      return writer.setMetaOnce(request.name, request.value);
    case 'close':
      writer.close();
      return undefined;
  }
}

function commit(writer: LogWriter, appends: readonly Plain[], nowMs: number): Committed {
  const verdicts: number[] = [];
  for (const verdict of writer.commit(decodeAppends(appends), nowMs)) encodeVerdict(verdicts, verdict);
  return { head: writer.position, verdicts };
}
