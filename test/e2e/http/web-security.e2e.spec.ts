import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations, type Operation } from '@safeconduct/contracts';
import { createHash } from 'node:crypto';
import { problemIn, testServer, type TestServer } from './http-server.js';
import { officerCase } from './officer-cases.js';
import { serversOfStores } from './test-stores.js';

const refusedPerMinute = 5;
const signInsPerMinute = 7;
let server: TestServer;
let caseUrl: string;

beforeAll(async () => {
  server = await testServer({ limits: { refusedPerMinute, signInsPerMinute } });
  caseUrl = `/api/v1/cases/${(await officerCase(server, 'QAIM-2024-00001')).caseId}`;
});
afterAll(() => server.close());

const nothing = "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'";

describe('every answer', () => {
  it.each([
    ['of a case', () => ({ url: caseUrl }), 200],
    ['to somebody who has not signed in', () => ({ url: caseUrl, headers: { as: '' } }), 401],
    ['of nothing', () => ({ url: '/nothing' }), 404],
    ['to another host', () => ({ url: caseUrl, headers: { host: 'example.org' } }), 421],
    ['that describes the API', () => ({ url: '/openapi.json' }), 200],
  ])('%s may neither load, run nor be framed, and sends no address on', async (_what, asked, status) => {
    const answer = await server.ask(asked());
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({
      ...{ 'content-security-policy': nothing, 'x-content-type-options': 'nosniff' },
      ...{ 'referrer-policy': 'no-referrer', 'x-frame-options': 'DENY' },
      ...{ 'cross-origin-resource-policy': 'same-origin', 'cross-origin-opener-policy': 'same-origin' },
    });
    expect(answer.headers['x-powered-by']).toBeUndefined();
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });

  it.each((Object.values(operations) as readonly Operation[]).filter(({ method }) => method === 'GET'))(
    'of $id is kept nowhere, unless it tells nothing of cases and people',
    async ({ path, isPublic, id }) => {
      if (id === 'followFeed') return;
      const url = path
        .replace('{caseId}', caseUrl.split('/').at(-1) ?? '')
        .replace('{workflow}', 'officer-case')
        .replace(/\{\w+\}/g, 'x');
      const { headers } = await server.ask({ url });
      expect(headers['cache-control']).toBe(isPublic === true ? 'no-cache' : 'no-store');
    },
  );

  it.each(['/docs', '/docs/problems/WRONG_STATE', '/api/v1/workflows/officer-case/diagram.svg'])(
    'that a browser shows allows its own style and nothing else: %s',
    async (url) => {
      const { text, headers } = await server.ask({ url });
      const styles = [...text.matchAll(/<style>(.*?)<\/style>/gs)].map(([, style = '']) =>
        createHash('sha256').update(style).digest('base64'),
      );
      expect(styles).toHaveLength(1);
      expect(headers['content-security-policy']).toBe(`${nothing};style-src 'sha256-${styles[0] ?? ''}'`);
      expect(text).not.toMatch(/<script|\son\w+=|\sstyle=|javascript:/);
    },
  );
});

describe('a page of another site', () => {
  const command = () => ({
    method: 'POST' as const,
    url: `${caseUrl}/commands/StateIntention`,
    body: { data: { intention: 'return' } },
  });

  it.each<Record<string, string>>([
    { origin: 'https://example.org' },
    { origin: 'http://localhost:1' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
  ])('can send no command, as %j says', async (headers) => {
    const before = await server.installation.events.head();
    const answer = await server.ask({ ...command(), headers: { as: 'co-01', ...headers } });
    expect(problemIn(answer)).toMatchObject({ code: 'ORIGIN_REFUSED', status: 403 });
    expect(await server.installation.events.head()).toBe(before);
  });

  it('can read nothing, and may have a link', async () => {
    const cross = { 'sec-fetch-site': 'cross-site' };
    const read = { as: 'co-01', ...cross, 'sec-fetch-mode': 'no-cors' };
    expect(problemIn(await server.ask({ url: caseUrl, headers: read })).code).toBe('ORIGIN_REFUSED');
    const followed = { as: '', ...cross, 'sec-fetch-mode': 'navigate' };
    expect((await server.ask({ url: '/docs', headers: followed })).status).toBe(200);
  });

  it('is told from a page of this server', async () => {
    const own = { as: 'co-01', host: 'localhost:3000', origin: 'http://localhost:3000' };
    const answer = await server.ask({ ...command(), headers: { ...own, 'sec-fetch-site': 'same-origin' } });
    expect(answer.status).toBe(200);
  });
});

describe('an address that guesses', () => {
  const guess = (remoteAddress: string) =>
    server.inject({
      ...{ method: 'GET', url: caseUrl, remoteAddress },
      headers: { as: '', host: 'localhost', authorization: 'Bearer abc' },
    });

  it('has to wait; others need not, and who has a token need not either', async () => {
    for (let count = 0; count < refusedPerMinute; count += 1)
      expect((await guess('203.0.113.7')).json()).toMatchObject({ code: 'CREDENTIALS_REFUSED' });
    const refused = await guess('203.0.113.7');
    expect(refused.json()).toMatchObject({ code: 'TOO_MANY_REQUESTS', status: 429 });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await guess('203.0.113.8')).json()).toMatchObject({ code: 'CREDENTIALS_REFUSED' });
    expect((await server.ask({ url: caseUrl })).status).toBe(200);
  });

  it('has to wait also when each guess is at another person, with a password, a passkey or a code', async () => {
    const password = 'guess after guess';
    const guesses: readonly ((count: number) => readonly [string, object])[] = [
      (count) => ['session', { person: `nobody-${count}`, password }],
      () => ['session/passkey', { credential: {} }],
      () => ['account', { code: 'guess', password }],
    ];
    const guessAt = (count: number) => {
      const [path, payload] = guesses[count % guesses.length]?.(count) ?? ['', {}];
      return server.inject({
        ...{ method: 'POST', url: `/api/v1/${path}`, remoteAddress: '203.0.113.9', payload },
        headers: { as: '', host: 'localhost' },
      });
    };
    // Each server counts for itself, and they take turns here.
    for (let count = 0; count < signInsPerMinute * serversOfStores(); count += 1)
      expect((await guessAt(count)).json()).not.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    for (let count = 0; count < guesses.length; count += 1)
      expect((await guessAt(count)).json()).toMatchObject({ code: 'TOO_MANY_REQUESTS', status: 429 });
  });
});
