import { keyedHashesUnder, readMasterKey } from '@safeconduct/stores';
import { operatorToken } from '../../../apps/server/src/sign-in/operator-token.js';
import { alternate } from '../alternate.js';
import { Child } from '../child.js';
import type { Load } from '../http/load.js';
import type { Served, ServeRequest } from '../http/serve.js';
import { assessment } from '../load/commands.js';
import type { Called } from '../load/keep-calling.js';
import { comparison, figure, type Line, type Measurement } from '../measurement.js';

/** Commands over HTTP: the whole path, and the same server without its engine. */
export const http: Measurement = {
  name: 'http',
  about:
    'durable commands over HTTP, sent by another process; against the same POST to the same server, ' +
    'validated and answered without an engine',
  async run({ scale, folder, tell }) {
    const server = new Child(new URL('../http/serve.ts', import.meta.url));
    const sender = new Child(new URL('../http/load.ts', import.meta.url));
    try {
      const ask = <Answer>(request: ServeRequest) => server.ask<Answer>(request);
      const served = await ask<Served>({ kind: 'start', folder: folder(), cases: scale.cases });
      const lines: Line[] = [];
      for (const connections of scale.connections) {
        const send = async (url: string) => {
          await ask({ kind: 'settle' });
          return sender.ask<Called>(loadOf(served, { ...scale, url, connections }));
        };
        const results = await alternate(
          { ours: () => send(served.commands), empty: () => send(served.empty) },
          scale.repeat,
        );
        lines.push(...linesOf(connections, results));
        tell(`http: ${connections} connections`);
      }
      return lines;
    } finally {
      await sender.stop();
      await server.stop();
    }
  },
};

function loadOf({ caseIds, keyFile }: Served, load: Pick<Load, 'url' | 'connections' | 'seconds'>): Load {
  const body = JSON.stringify({ data: assessment });
  const { url, connections, seconds } = load;
  const authorization = `Bearer ${operatorToken(keyedHashesUnder(readMasterKey(keyFile)), 'pro-01')}`;
  return {
    ...{ url, connections, seconds },
    headers: { 'content-type': 'application/json', authorization },
    requests: caseIds.map((id) => ({ path: `/api/v1/cases/${id}/commands/AssessRisk`, body })),
  };
}

function linesOf(
  connections: number,
  { ours, empty }: Readonly<Record<'ours' | 'empty', readonly Called[]>>,
): readonly Line[] {
  const what = connections === 1 ? '1 connection' : `${connections} connections`;
  return [
    comparison({
      ...{ what, unit: '/s', measured: ours.map(({ perSecond }) => perSecond) },
      beside: { what: 'empty POST', measured: empty.map(({ perSecond }) => perSecond) },
      target: connections === 64 ? { atLeast: 0.5 } : undefined,
    }),
    figure(
      `${what}: an answer takes`,
      'ms',
      ours.map(({ medianMs }) => medianMs),
    ),
  ];
}
