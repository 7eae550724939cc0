import { testServer, type TestServer } from '../http/http-server.js';
import { registerPeople } from '../http/registered-people.js';
import type { Browser, Page } from './browser.js';

/** A server whose people sign in at an issuer. */
export interface Office {
  readonly server: TestServer;
  readonly url: string;
}

/** Starts one with a few people. `claim`: that names them. */
export async function startOffice(
  issuer: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Office> {
  const server = await testServer({
    settings: {
      SAFECONDUCT_ISSUER: issuer,
      SAFECONDUCT_ISSUER_CLIENT: 'safeconduct',
      SAFECONDUCT_ISSUER_PERSON_CLAIM: 'name',
      ...settings,
    },
  });
  const url = await server.listen();
  await registerPeople(server, {
    'co-01': { roles: ['caseOfficer'] },
    'sup-01': { roles: ['supervisor'] },
  });
  return { server, url };
}

/** The answer of the server to what the issuer gave the browser. */
export async function signIn({ url }: Office, browser: Browser, query = ''): Promise<Page> {
  const callback = await browser.openUntil(`${url}/oidc/start${query}`, `${url}/oidc/callback`);
  return browser.ask(callback, { headers: { accept: 'application/json' } });
}

/** Who the server takes the browser for. */
export const sessionOf = ({ url }: Office, browser: Browser): Promise<Page> =>
  browser.api(`${url}/api/v1/session`);
