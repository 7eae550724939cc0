import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { problemIn, testServer, type TestServer } from './http-server.js';
import { registerPeople } from './registered-people.js';

const accounts = [
  { person: 'adm-1', role: 'administrator', password: 'SHOWN-TO-EVERYBODY-1' },
  { person: 'co-01', role: 'caseOfficer', password: 'SHOWN-TO-EVERYBODY-2' },
];
let server: TestServer;
let plain: TestServer;

beforeAll(async () => {
  server = await testServer({ demonstrationAccounts: accounts });
  await registerPeople(server, { 'co-01': { roles: ['caseOfficer'] } });
  plain = await testServer();
});
afterAll(async () => {
  await server.close();
  await plain.close();
});

const page = (url: string, headers: Record<string, string> = {}) =>
  server.ask({ url, headers: { as: '', ...headers } });
const nextOf = (text: string) => /data-next="([^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
const scripts = ['sign-in', 'account'];
const ownPieces =
  "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none';" +
  "script-src 'self';style-src 'self';font-src 'self';img-src 'self';connect-src 'self'";

describe('a page for signing in', () => {
  it.each(['/sign-in', '/sign-in?code', '/account'])(
    'is answered to everybody, and loads the style and the scripts of this server alone: %s',
    async (url) => {
      const { status, text, headers } = await page(url);
      expect(status).toBe(200);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['content-security-policy']).toBe(ownPieces);
      expect(text).not.toMatch(/<style|\son\w+=|\sstyle=|javascript:|https?:\/\//);
      expect([...text.matchAll(/<script([^>]*)>/g)].map(([, given]) => given?.trim())).toEqual([
        'src="/sign-in/scripts/theme.js"',
        expect.stringMatching(/^type="module" src="\/sign-in\/scripts\/(sign-in|account)\.js"$/),
      ]);
      const [, style = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(text) ?? [];
      const loaded = await page(style);
      expect([loaded.status, loaded.headers['content-type']]).toEqual([200, 'text/css; charset=utf-8']);
    },
  );

  it('says that the data are a demonstration where they are, and that somebody has signed out', async () => {
    const { text } = await page('/sign-in');
    expect(text).not.toMatch(/class="chip|You are signed out/);
    expect((await page('/sign-in?signed-out&language=en')).text).toContain('You are signed out');
  });

  it('says where nobody is registered how the first administrator begins', async () => {
    const fresh = (url: string) => plain.ask({ url, headers: { as: '' } });
    const { text } = await fresh('/sign-in');
    expect(text).toMatch(/Nobody is registered here yet[^]*href="\/sign-in\?code=[^]*Begin with the code/);
    expect((await fresh('/sign-in?code')).text).toContain('id="first-person"');
    expect((await page('/sign-in')).text).not.toContain('Nobody is registered');
    expect((await page('/sign-in?code')).text).not.toContain('id="first-person"');
  });

  it.each([
    ['', undefined, 'en'],
    ['', 'ar-IQ, en;q=0.5', 'ar'],
    ['?language=en', 'ar', 'en'],
    ['?language=ar', 'en', 'ar'],
    ['?language=fr', 'ar', 'ar'],
  ])(
    'is in the language of its address %j, else of the browser (%j): %s',
    async (query, accepted, language) => {
      const headers: Record<string, string> = accepted === undefined ? {} : { 'accept-language': accepted };
      for (const path of ['/sign-in', '/account']) {
        const { text } = await page(path + query, headers);
        expect(text).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`);
        const other = language === 'ar' ? 'en' : 'ar';
        expect(text).toContain(`href="${path}?language=${other}" hreflang="${other}"`);
      }
    },
  );

  it.each(['/docs', '/account?language=ar', '/api/v1/cases?state=a&limit=1', '/a%2F%2Fb'])(
    'goes on to a path of this server: %s',
    async (next) => {
      const { text } = await page(`/sign-in?next=${encodeURIComponent(next)}`);
      expect(nextOf(text)).toBe(next);
    },
  );

  it.each([
    '//example.org',
    '/\\example.org',
    '\\\\example.org',
    'https://example.org/',
    'javascript:alert(1)',
    '/\t/example.org',
    '/\n/example.org',
    ' /example.org',
    'docs',
    '',
    '/x"><script>',
  ])('leads nobody astray: %j', async (next) => {
    const { text } = await page(`/sign-in?next=${encodeURIComponent(next)}`);
    const found = nextOf(text) ?? '';
    expect(
      new URL(
        found.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
        'http://own.invalid',
      ).origin,
    ).toBe('http://own.invalid');
    expect(text).not.toContain('"><script>');
  });

  it('tells who asks several times for a language or a path nothing else', async () => {
    const { status, text } = await page('/sign-in?next=/docs&next=//example.org&language=ar&language=en');
    expect(status).toBe(200);
    expect(nextOf(text)).toBe('/');
  });

  it('holds nothing of whoever signed in, whose browser asks the API for it', async () => {
    const anonymous = await page('/account');
    const known = await server.ask({ url: '/account', headers: { as: 'co-01' } });
    expect(known.text).toBe(anonymous.text);
  });
});

describe('a page that is refused', () => {
  const refused = (headers: Record<string, string>) =>
    page('/oidc/start', { 'accept-language': 'ar', ...headers });

  it('tells a person why in both languages, theirs first, and leads back', async () => {
    const { status, text, headers } = await page('/sign-in', {
      host: 'elsewhere.invalid',
      accept: 'text/html',
    });
    expect(status).toBe(421);
    expect(headers['content-security-policy']).toBe(ownPieces);
    expect(text).toMatch(
      /<html lang="en"[^]*<section [^>]*lang="en"[^]*HOST_REFUSED[^]*<section [^>]*lang="ar" dir="rtl"/,
    );
    expect(text).toContain('href="/sign-in?language=en"');
  });

  it('is a problem for a program', async () => {
    expect(problemIn(await refused({ host: 'elsewhere.invalid' })).code).toBe('HOST_REFUSED');
  });
});

describe('the scripts of the pages', () => {
  it.each(scripts)(
    'come with all that they import, and are asked for again only when they changed: %s',
    async (name) => {
      const seen = new Set<string>();
      const left = [`${name}.js`];
      for (let file = left.pop(); file !== undefined; file = left.pop()) {
        if (seen.has(file)) continue;
        seen.add(file);
        const { status, text, headers } = await page(`/sign-in/scripts/${file}`);
        expect([file, status]).toEqual([file, 200]);
        expect(headers).toMatchObject({
          'content-type': 'text/javascript; charset=utf-8',
          'cache-control': 'no-cache',
        });
        left.push(
          ...[...text.matchAll(/^(?:import|\} from).*'\.\/([^']+)';$/gm)].map(([, found = '']) => found),
        );
        const again = await page(`/sign-in/scripts/${file}`, { 'if-none-match': headers['etag'] ?? '' });
        expect([again.status, again.text]).toEqual([304, '']);
      }
      expect(seen.size).toBeGreaterThan(4);
    },
  );

  it.each(['none.js', 'tsconfig.json', 'said.d.ts', '..%2Fpages.js', '%2e%2e%2fpages.js'])(
    'are those and no other file: %s',
    async (name) => {
      expect(problemIn(await page(`/sign-in/scripts/${name}`)).code).toBe('ROUTE_NOT_FOUND');
    },
  );
});

describe('the passwords of a demonstration', () => {
  it('stand on the page for signing in, with the roles in words', async () => {
    const english = (await page('/sign-in')).text;
    for (const { person, password } of accounts) {
      expect(english).toContain(`data-person="${person}"`);
      expect(english).toContain(`data-password="${password}"`);
    }
    expect(english).toContain('<bdi>case officer</bdi>');
    expect((await page('/sign-in?language=ar')).text).toContain('<bdi>موظف الحالة</bdi>');
  });

  it('stand in no other answer, and not in the log', async () => {
    const [, { person, password } = { person: '', password: '' }] = accounts;
    const signedIn = await server.ask({
      ...{ method: 'POST', url: '/api/v1/session', headers: { as: '' }, body: { person, password } },
    });
    expect(signedIn.status).toBe(200);
    const urls = ['/sign-in?code', '/account', '/docs', '/openapi.json', '/api/v1/meta', '/api/v1/people'];
    const asked = await Promise.all(urls.map((url) => server.ask({ url, headers: { as: 'adm-1' } })));
    const texts = [...asked, signedIn].map(({ text }) => text);
    for (const one of accounts) {
      expect(texts.filter((text) => text.includes(one.password))).toEqual([]);
      expect(server.logged.filter((line) => line.includes(one.password))).toEqual([]);
    }
  });

  it('are on no page of a server that has no demonstration', async () => {
    const { text } = await plain.ask({ url: '/sign-in', headers: { as: '' } });
    expect(text).not.toMatch(/demonstration|data-password/);
  });
});
