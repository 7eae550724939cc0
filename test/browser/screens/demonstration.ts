import { readConfiguration } from '../../../apps/server/src/start/configuration.js';
import { startServer, type RunningServer } from '../../../apps/server/src/start/server.js';
import { known, operator } from '../../e2e/operator.js';

/** A server with the whole demonstration, as `npm start` begins it. */
export interface Demonstration {
  readonly url: string;
  readonly passwordOf: (person: string) => string;
  /** An answer of the API to the operator, who sees everything. */
  readonly get: <Body>(path: string) => Promise<Body>;
  /** Sends something in the name of a person. An answer that is no success is an error. */
  readonly post: <Body>(path: string, by: string, body: object, headers?: Headers) => Promise<Body>;
  readonly engine: RunningServer['installation']['engine'];
  readonly close: () => Promise<void>;
}

type Headers = Readonly<Record<string, string>>;

export async function startDemonstration(data: string): Promise<Demonstration> {
  const start = () =>
    known(startServer(readConfiguration({ LOG_LEVEL: 'silent' }, { data, port: '0' }), { demo: true }));
  const server = await start();
  const { demonstrationAccounts } = server.installation;
  const passwords = new Map(demonstrationAccounts.map(({ person, password }) => [person, password]));
  const address = server.url ?? '';
  return {
    // Passkeys and cookies are of a name.
    url: address.replace('127.0.0.1', 'localhost'),
    passwordOf: (person) => passwords.get(person) ?? '',
    get: async <Body>(path: string) =>
      (await (await fetch(`${address}/api/v1/${path}`, { headers: operator(address) })).json()) as Body,
    post: async <Body>(path: string, by: string, body: object, headers: Headers = {}) => {
      const answer = await fetch(`${address}/api/v1/${path}`, {
        method: 'POST',
        headers: { ...operator(address, by), ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
      return (await answer.json()) as Body;
    },
    engine: server.installation.engine,
    close: () => server.close(),
  };
}
