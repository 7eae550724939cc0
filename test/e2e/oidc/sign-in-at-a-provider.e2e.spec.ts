import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bodyOf, testServer, type TestServer } from '../http/http-server.js';
import { registerPeople } from '../http/registered-people.js';
import { Browser } from './browser.js';
import { providerClient, startProvider, type RunningProvider } from './provider.js';

let provider: RunningProvider;
let server: TestServer;
let url: string;

/** What each account of the provider is called there. */
const names = {
  'account-1': 'CO-01',
  'account-2': 'sup-01',
  'account-3': 'stranger',
  'account-4': 'left-01',
  'account-5': 'rev-01',
  'account-6': 'REV-01',
};

beforeAll(async () => {
  // The provider tells what it would need if it were not a test.
  for (const told of ['info', 'warn'] as const) jest.spyOn(console, told).mockImplementation(() => {});
  provider = await startProvider(names);
  const secretFile = join(mkdtempSync(join(tmpdir(), 'safeconduct-issuer-')), 'secret');
  writeFileSync(secretFile, `${providerClient.secret}\n`);
  server = await testServer({
    settings: {
      SAFECONDUCT_ISSUER: provider.url,
      SAFECONDUCT_ISSUER_CLIENT: providerClient.id,
      SAFECONDUCT_ISSUER_SECRET_FILE: secretFile,
      SAFECONDUCT_ISSUER_PERSON_CLAIM: 'preferred_username',
    },
  });
  url = await server.listen();
  await provider.serve(url);
  await registerPeople(server, {
    'co-01': { roles: ['caseOfficer'] },
    'sup-01': { roles: ['supervisor'] },
    'rev-01': { roles: ['intake'] },
    'left-01': { roles: ['caseOfficer'] },
  });
  const leaving = { method: 'POST', url: '/api/v1/people/left-01/commands/RecordLeaving' } as const;
  bodyOf('changePerson', await server.ask({ ...leaving, headers: { as: 'adm-1' }, body: { data: {} } }));
  await server.settled();
});
afterAll(async () => {
  await server.close();
  await provider.close();
});

const signIn = async (person: string | undefined, browser = new Browser(), query = '') => {
  provider.person = person;
  const page = await browser.open(`${url}/oidc/start${query}`);
  return { browser, page };
};

const sessionOf = async (browser: Browser) => (await browser.api(`${url}/api/v1/session`)).json();

describe('a person who signs in at the issuer', () => {
  it('is whom the claim names, with the roles of the directory and no others', async () => {
    const { browser } = await signIn('account-1', new Browser(), '?next=/api/v1/session');
    expect(browser.visited.at(-1)).toBe(`${url}/api/v1/session`);
    expect(await sessionOf(browser)).toMatchObject({
      person: 'co-01',
      roles: ['caseOfficer'],
      means: 'issuer',
    });
  });

  it('stays who they were when they sign in again', async () => {
    for (const browser of [new Browser(), new Browser()]) {
      await signIn('account-2', browser);
      expect(await sessionOf(browser)).toMatchObject({ person: 'sup-01' });
    }
  });

  it('gets another session than the one that was known before', async () => {
    const browser = new Browser();
    provider.person = 'account-1';
    const callback = await browser.openUntil(`${url}/oidc/start`, `${url}/oidc/callback`);
    const before = browser.cookiesOf(url);
    await browser.ask(callback);
    expect(browser.cookiesOf(url)).not.toBe(before);
    expect(await sessionOf(browser)).toMatchObject({ person: 'co-01' });
    const headers = { as: '', cookie: before };
    expect((await server.ask({ url: '/api/v1/session', headers })).status).toBe(401);
  });

  it('shows anew who they are where a step needs it, and is asked nothing otherwise', async () => {
    const { browser } = await signIn('account-1');
    const before = provider.signIns;
    await signIn('account-1', browser);
    expect(provider.signIns).toBe(before);
    await signIn('account-1', browser, '?fresh=true');
    expect(provider.signIns).toBe(before + 1);
    expect((await sessionOf(browser))['freshUntil']).not.toBeNull();
  });

  it('leaves no code, state or token in the log', async () => {
    const browser = new Browser();
    provider.person = 'account-1';
    const callback = await browser.openUntil(`${url}/oidc/start`, `${url}/oidc/callback`);
    await browser.ask(callback);
    await browser.ask(callback);
    const logged = server.logged.join('');
    const { searchParams } = new URL(callback);
    for (const name of ['code', 'state']) expect(logged).not.toContain(searchParams.get(name));
    expect(logged).not.toMatch(/eyJ|account-1/);
    expect(logged).toContain('/oidc/callback');
  });
});

describe('nobody is signed in', () => {
  /** What the log has of a request, once it has the answer to it. */
  const linesOf = async (requestId: string): Promise<readonly Record<string, unknown>[]> => {
    for (;;) {
      const lines = server.logged
        .map((line) => JSON.parse(line) as Record<string, unknown>)
        .filter((line) => line['requestId'] === requestId);
      if (lines.some(({ route }) => route !== undefined)) return lines;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const reasonOf = async (browser: Browser, callback: string) => {
    const answer = await browser.ask(callback, { headers: { accept: 'application/json' } });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    return answer.json();
  };
  const callbackOf = (browser: Browser) => browser.openUntil(`${url}/oidc/start`, `${url}/oidc/callback`);

  it('has a line in the log too, which says why nobody was signed in', async () => {
    const browser = new Browser();
    provider.person = 'account-3';
    const callback = await callbackOf(browser);
    for (const [accept, requestId] of [
      ['application/json', 'asked-by-a-program'],
      ['text/html', 'asked-by-a-person'],
    ] as const) {
      await browser.ask(callback, { headers: { accept, 'x-request-id': requestId } });
      expect((await linesOf(requestId)).map(({ code, from, status }) => [code, from ?? '', status])).toEqual([
        ['ISSUER_REFUSED', '', undefined],
        ['ISSUER_REFUSED', '127.0.0.1', 401],
      ]);
    }
  });

  it.each([
    ['somebody who is not in the directory', 'account-3', 'ISSUER_PERSON_UNKNOWN'],
    ['somebody who has left', 'account-4', 'ISSUER_PERSON_UNKNOWN'],
    ['somebody who cancels there', undefined, 'REFUSED_AT_ISSUER'],
  ])('for %s', async (_who, person, reason) => {
    const browser = new Browser();
    provider.person = person;
    const problem = await reasonOf(browser, await callbackOf(browser));
    expect(problem).toMatchObject({ status: 401, code: 'ISSUER_REFUSED', reason });
    expect((await browser.api(`${url}/api/v1/session`)).status).toBe(401);
  });

  it('for another account with the name of a person, until an administrator allows it', async () => {
    await signIn('account-5');
    const browser = new Browser();
    provider.person = 'account-6';
    expect(await reasonOf(browser, await callbackOf(browser))).toMatchObject({
      reason: 'ISSUER_ACCOUNT_OTHER',
    });
    const unlink = {
      method: 'DELETE',
      url: '/api/v1/people/rev-01/issuer',
      headers: { as: 'adm-1' },
    } as const;
    const account = { url: '/api/v1/people/rev-01/account', headers: { as: 'adm-1' } };
    expect(bodyOf('getPersonAccount', await server.ask(account)).hasIssuer).toBe(true);
    expect(bodyOf('unlinkIssuer', await server.ask(unlink)).hasIssuer).toBe(false);
    await signIn('account-6', browser);
    expect(await sessionOf(browser)).toMatchObject({ person: 'rev-01' });
    provider.person = 'account-5';
    const first = new Browser();
    expect(await reasonOf(first, await callbackOf(first))).toMatchObject({ reason: 'ISSUER_ACCOUNT_OTHER' });
  });

  it('by an answer that is repeated', async () => {
    const browser = new Browser();
    provider.person = 'account-1';
    const callback = await callbackOf(browser);
    expect((await browser.ask(callback)).status).toBe(303);
    expect(await reasonOf(browser, callback)).toMatchObject({ reason: 'ANSWER_NOT_ASKED_FOR' });
  });

  it('by the answer to another browser', async () => {
    provider.person = 'account-1';
    const callback = await callbackOf(new Browser());
    expect(await reasonOf(new Browser(), callback)).toMatchObject({ reason: 'ANSWER_NOT_ASKED_FOR' });
    const asking = new Browser();
    await callbackOf(asking);
    expect(await reasonOf(asking, callback)).toMatchObject({ reason: 'ANSWER_NOT_ASKED_FOR' });
  });

  it('by another state, which ends no sign-in that is under way', async () => {
    const browser = new Browser();
    provider.person = 'account-1';
    const callback = await callbackOf(browser);
    const other = new URL(callback);
    other.searchParams.set('state', 'x');
    expect(await reasonOf(browser, other.href)).toMatchObject({ reason: 'ANSWER_NOT_ASKED_FOR' });
    expect((await browser.ask(callback)).status).toBe(303);
  });

  it('by the code of another sign-in', async () => {
    provider.person = 'account-1';
    const other = new Browser();
    const code = new URL(await callbackOf(other)).searchParams.get('code') ?? '';
    const browser = new Browser();
    const callback = new URL(await callbackOf(browser));
    callback.searchParams.set('code', code);
    expect(await reasonOf(browser, callback.href)).toMatchObject({ reason: 'ANSWER_INVALID' });
  });

  it('and who uses the browser is told why, in their language', async () => {
    for (const [language, direction] of [
      ['en', 'ltr'],
      ['ar', 'rtl'],
    ] as const) {
      const { page } = await signIn('account-3', new Browser(language));
      expect(page.status).toBe(401);
      expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(page.text).toContain(`lang="${language}" dir="${direction}"`);
      expect(page.text).toContain(`href="/sign-in?language=${language}"`);
      expect(page.text).toContain(language === 'en' ? 'an administrator can register you' : 'مسؤول');
    }
  });
});

describe('the way to the issuer', () => {
  it('asks for a code with PKCE, and comes back to this server', async () => {
    const answer = await new Browser().ask(`${url}/oidc/start`);
    const { origin, searchParams } = new URL(answer.headers.get('location') ?? '');
    expect(origin).toBe(provider.url);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      ...{ response_type: 'code', code_challenge_method: 'S256', scope: 'openid profile' },
      redirect_uri: `${url}/oidc/callback`,
    });
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(searchParams.get(name)?.length).toBeGreaterThan(40);
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/%2Fevil.example',
    '/..//evil.example',
  ])('is refused when it would lead on to %s', async (next) => {
    const address = `${url}/oidc/start?next=${encodeURIComponent(next)}`;
    const answer = await new Browser().ask(address, { headers: { accept: 'application/json' } });
    expect(answer.json()).toMatchObject({ code: 'REQUEST_INVALID', status: 400 });
    expect(answer.headers.get('location')).toBeNull();
  });
});

describe('signing out', () => {
  const signOut = async (browser: Browser) => (await browser.api(`${url}/api/v1/session`, 'DELETE')).json();
  /** Says yes to the question of the issuer whether the session there ends too. */
  const endAtIssuer = async (browser: Browser, address: string) => {
    const { text } = await browser.ask(address);
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
    return browser.ask(`${provider.url}/session/end/confirm`, { form: { xsrf, logout: 'yes' } });
  };

  it('ends the session, and says where the one at the issuer ends', async () => {
    const { browser } = await signIn('account-1');
    const { ended, endAt } = await signOut(browser);
    expect(ended).toBe(1);
    expect((await browser.api(`${url}/api/v1/session`)).status).toBe(401);
    const answer = await endAtIssuer(browser, String(endAt));
    expect(answer.headers.get('location')).toBe(`${url}/sign-in`);
    const before = provider.signIns;
    await signIn('account-1', browser);
    expect(provider.signIns).toBe(before + 1);
  });

  it('at the issuer ends the session here that began with it, and no other one', async () => {
    const { browser } = await signIn('account-1');
    const { browser: other } = await signIn('account-1');
    await endAtIssuer(browser, `${provider.url}/session/end`);
    expect((await browser.api(`${url}/api/v1/session`)).status).toBe(401);
    expect((await other.api(`${url}/api/v1/session`)).status).toBe(200);
  });
});
