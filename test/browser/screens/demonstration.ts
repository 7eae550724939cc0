import { readConfiguration } from '../../../apps/server/src/start/configuration.js';
import { startServer, type RunningServer } from '../../../apps/server/src/start/server.js';
import type { Post } from '../../e2e/http/officer-cases.js';
import { known, operator } from '../../e2e/operator.js';

/** What the tests need of a case to find it on a screen. */
export interface ShownCase {
  readonly caseId: string;
  readonly reference: string;
}

/** A server with the whole demonstration, as `npm start` begins it. */
export interface Demonstration {
  readonly url: string;
  readonly passwordOf: (person: string) => string;
  /** An answer of the API to the operator, who sees everything. */
  readonly get: <Body>(path: string) => Promise<Body>;
  /** The case that stands in a place of a list, the first one where none is said; the list is asked for as `GET /cases` is. */
  readonly caseIn: (query: string, place?: number) => Promise<ShownCase>;
  readonly post: Post;
  readonly engine: RunningServer['installation']['engine'];
  readonly close: () => Promise<void>;
}

export async function startDemonstration(data: string): Promise<Demonstration> {
  const start = () =>
    known(startServer(readConfiguration({ LOG_LEVEL: 'silent' }, { data, port: '0' }), { demo: true }));
  const server = await start();
  const { demonstrationAccounts } = server.installation;
  const passwords = new Map(demonstrationAccounts.map(({ person, password }) => [person, password]));
  const address = server.url ?? '';
  const get = async <Body>(path: string) =>
    (await (await fetch(`${address}/api/v1/${path}`, { headers: operator(address) })).json()) as Body;
  return {
    // Passkeys and cookies are of a name.
    url: address.replace('127.0.0.1', 'localhost'),
    passwordOf: (person) => passwords.get(person) ?? '',
    get,
    caseIn: async (query, place = 0) => {
      const { items } = await get<{ readonly items: readonly ShownCase[] }>(
        `cases?limit=${place + 1}&${query}`,
      );
      const found = items[place];
      if (found === undefined) throw new Error(`the demonstration has no such case: ${query}`);
      return found;
    },
    post: async <Body>(path: string, by: string, body: object, headers = {}) => {
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
