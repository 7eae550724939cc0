import { readConfiguration } from '../../../apps/server/src/start/configuration.js';
import { startServer } from '../../../apps/server/src/start/server.js';
import { known, operator } from '../../e2e/operator.js';

/** A server with the whole demonstration, as `npm start` begins it. */
export interface Demonstration {
  readonly url: string;
  readonly passwordOf: (person: string) => string;
  /** An answer of the API to the operator, who sees everything. */
  readonly get: <Body>(path: string) => Promise<Body>;
  readonly close: () => Promise<void>;
}

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
    close: () => server.close(),
  };
}
