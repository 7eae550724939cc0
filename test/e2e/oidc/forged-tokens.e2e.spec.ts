import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SignJWT, type JWTPayload } from 'jose';
import { Browser } from './browser.js';
import {
  ForgedIssuer,
  issuerKey,
  signed,
  signedAs,
  typeOf,
  type Forging,
  type IssuerKey,
} from './forged-issuer.js';
import { sessionOf, signIn, startOffice, type Office } from './office.js';

let issuer: ForgedIssuer;
let office: Office;
let key: IssuerKey;
let other: IssuerKey;

beforeAll(async () => {
  key = await issuerKey('key-1');
  other = await issuerKey('key-2');
  issuer = new ForgedIssuer(key);
  // As generous as an issuer can be; what is taken is decided here.
  issuer.description = { id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'] };
  await issuer.listen();
  office = await startOffice(issuer.url);
});
afterAll(async () => {
  await office.server.close();
  await issuer.close();
});
beforeEach(() => {
  issuer.key = key;
  issuer.published = [key.published];
  issuer.forging = signed;
  issuer.claims = {};
});

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const changed =
  (change: JWTPayload): Forging =>
  (claims, by) =>
    signed({ ...claims, ...change }, by);
const without =
  (name: string): Forging =>
  ({ [name]: _left, ...claims }, by) =>
    signed(claims, by);
const withSecret =
  (secret: () => string): Forging =>
  (claims) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: 'key-1', typ: typeOf(claims) })
      .sign(new TextEncoder().encode(secret()));
const seconds = (offset: number): number => Math.floor(Date.now() / 1000) + offset;

/** Tokens that no issuer made for this sign-in. */
const forgeries: readonly (readonly [string, Forging])[] = [
  ['that nothing signed', (claims) => `${part({ alg: 'none', typ: typeOf(claims) })}.${part(claims)}.`],
  ['whose signature is left out', async (claims, by) => (await signed(claims, by)).replace(/[^.]+$/, '')],
  ['that was changed after it was signed', tampered],
  [
    'signed by somebody else under the name of the key',
    (claims) => signed(claims, { ...other, id: 'key-1' }),
  ],
  ['signed by a key that the issuer does not publish', (claims) => signed(claims, other)],
  ['signed with the public key as a secret', withSecret(() => JSON.stringify(key.published))],
  ['signed with an empty-looking secret', withSecret(() => 'safeconduct')],
  ['that is over', changed({ exp: seconds(-3600), iat: seconds(-7200) })],
  ['that does not end', without('exp')],
  ['that is not valid yet', changed({ nbf: seconds(3600) })],
  ['for somebody else', changed({ aud: 'another client' })],
  ['for nobody', without('aud')],
  ['for several, and used by another one', changed({ aud: ['safeconduct', 'x'], azp: 'x' })],
  ['for several, and used by nobody said', changed({ aud: ['safeconduct', 'x'] })],
  ['for this client, and used by another one', changed({ azp: 'x' })],
  ['of another issuer', changed({ iss: 'https://id.example.org' })],
  ['of nobody', without('iss')],
  ['about nobody', without('sub')],
  ['of another sign-in', changed({ nonce: 'another nonce' })],
  ['of no sign-in', without('nonce')],
  ['that is no token', () => 'x'],
  ['that is left out', () => undefined as unknown as string],
];

async function tampered(claims: JWTPayload, by: IssuerKey): Promise<string> {
  const [head, , signature] = (await signed(claims, by)).split('.');
  return [head, part({ ...claims, name: 'sup-01' }), signature].join('.');
}

describe('a token of the issuer', () => {
  /** How a signed token begins, and the token for access that the issuer of these tests gives. */
  const tokens = /eyJ|an access token/;

  it('signs in whom it is about', async () => {
    const browser = new Browser();
    expect((await signIn(office, browser)).status).toBe(303);
    expect((await sessionOf(office, browser)).json()).toMatchObject({ person: 'co-01' });
  });

  it.each(forgeries)('signs nobody in: one %s', async (_what, forging) => {
    issuer.forging = forging;
    const browser = new Browser();
    const answer = await signIn(office, browser);
    expect(answer.json()).toMatchObject({ code: 'ISSUER_REFUSED', reason: 'ANSWER_INVALID', status: 401 });
    expect((await sessionOf(office, browser)).status).toBe(401);
    expect(office.server.logged.join('')).not.toMatch(/eyJ|subject-1|a code/);
  });

  it('is taken at once under a new key, and under one that was withdrawn no more', async () => {
    const browser = new Browser();
    expect((await signIn(office, browser)).status).toBe(303);
    issuer.key = other;
    issuer.published = [other.published];
    expect((await signIn(office, browser)).status).toBe(303);
    issuer.key = key;
    expect((await signIn(office, new Browser())).json()).toMatchObject({ reason: 'ANSWER_INVALID' });
  });

  it('is handed to no browser and kept nowhere, and neither is the one for access', async () => {
    const browser = new Browser();
    const answers = [await signIn(office, browser), await sessionOf(office, browser)];
    answers.push(await browser.api(`${office.url}/api/v1/account`));
    expect(answers.map(({ status }) => status)).toEqual([303, 200, 200]);
    const handed = answers.map(({ headers, text }) => JSON.stringify([...headers]) + text);
    const { store } = office.server.installation.accounts.records;
    const kinds = ['session', 'issuer', 'act', 'token', 'attempts', 'logout'];
    const kept = await Promise.all(kinds.map((kind) => store.list(kind)));
    expect(kept[0]).not.toEqual([]);
    expect(JSON.stringify(kept)).not.toMatch(tokens);
    expect(handed.join('')).not.toMatch(tokens);
    expect(office.server.logged.join('')).not.toMatch(tokens);
  });

  it('gives no role', async () => {
    issuer.claims = {
      roles: ['administrator'],
      realm_access: { roles: ['administrator'] },
      role: 'supervisor',
    };
    const browser = new Browser();
    await signIn(office, browser);
    expect((await sessionOf(office, browser)).json()).toMatchObject({ roles: ['caseOfficer'] });
  });

  it.each([undefined, 7, ['co-01'], '', '../co-01', 'nobody'])(
    'names nobody who works here by %j',
    async (name) => {
      issuer.claims = { sub: 'subject-9', name };
      const answer = await signIn(office, new Browser());
      expect(answer.json()).toMatchObject({ code: 'ISSUER_REFUSED', reason: 'ISSUER_PERSON_UNKNOWN' });
    },
  );
});

describe('a step that needs a sign-in of a moment ago', () => {
  const freshUntil = async (query: string) => {
    const browser = new Browser();
    const answer = await signIn(office, browser, query);
    if (answer.status !== 303) return answer.json();
    return (await sessionOf(office, browser)).json()['freshUntil'];
  };

  it('is not possible where the issuer does not say when the person showed who they are', async () => {
    expect(await freshUntil('')).toBeNull();
    expect(await freshUntil('?fresh=true')).toMatchObject({ reason: 'ANSWER_INVALID' });
  });

  it('counts from when the person showed it, not from when the issuer was asked', async () => {
    const shownAt = seconds(-3600);
    issuer.claims = { auth_time: shownAt };
    const until = Date.parse(String(await freshUntil('')));
    expect(until).toBe((shownAt + 900) * 1000);
  });

  it('is possible after they were asked anew, and only if they were', async () => {
    issuer.claims = { auth_time: seconds(-3600) };
    expect(await freshUntil('?fresh=true')).toMatchObject({ reason: 'ANSWER_INVALID' });
    issuer.claims = { auth_time: seconds(0) };
    expect(Date.parse(String(await freshUntil('?fresh=true')))).toBeGreaterThan(Date.now());
  });
});

describe('a message that somebody signed out', () => {
  const send = async (token: string, headers: Record<string, string> = {}) =>
    new Browser().ask(`${office.url}/oidc/back-channel-logout`, {
      form: { logout_token: token },
      headers: { accept: '*/*', ...headers },
    });
  const signedIn = async () => {
    const browser = new Browser();
    await signIn(office, browser);
    return browser;
  };
  const isSignedIn = async (browser: Browser) => (await sessionOf(office, browser)).status === 200;

  it('ends what began at the issuer, once', async () => {
    const browser = await signedIn();
    const token = await signed(issuer.logout(), key);
    expect((await send(token)).status).toBe(200);
    expect(await isSignedIn(browser)).toBe(false);
    const again = await signedIn();
    expect((await send(token)).status).toBe(400);
    expect(await isSignedIn(again)).toBe(true);
  });

  it('ends the session that it names, without the person too', async () => {
    issuer.claims = { sid: 'session-1' };
    const browser = await signedIn();
    issuer.claims = { sid: 'session-2' };
    const other = await signedIn();
    const token = await signed(issuer.logout({ sid: 'session-1' }, 'sub'), key);
    expect((await send(token)).status).toBe(200);
    expect([await isSignedIn(browser), await isSignedIn(other)]).toEqual([false, true]);
  });

  const logoutForgeries: readonly (readonly [string, Forging])[] = [
    ...forgeries.filter(([what]) => !/sign-in|about nobody|left out$|does not end|used by/.test(what)),
    ['about nobody and no session', without('sub')],
    ['without a name of its own', without('jti')],
    ['that is a token of a sign-in', changed({ events: undefined, nonce: 'x' })],
    ['with a nonce', changed({ nonce: 'x' })],
    ['about something else', changed({ events: { 'https://id.example.org/other': {} } })],
    ['that says no time', without('iat')],
    ['that is old', changed({ iat: seconds(-600) })],
    ['of the future', changed({ iat: seconds(600) })],
    ['of the type of other tokens', signedAs('JWT')],
    ['without a type', signedAs(undefined)],
  ];

  it.each(logoutForgeries)('ends nothing: one %s', async (_what, forging) => {
    const browser = await signedIn();
    const answer = await send(await forging(issuer.logout(), key));
    expect(answer.json()).toMatchObject({ status: 400, code: 'REQUEST_INVALID' });
    expect(await isSignedIn(browser)).toBe(true);
  });

  it('says in the log which claim is wrong', async () => {
    await send(await signedAs('JWT')(issuer.logout(), key));
    expect(office.server.logged.join('')).toContain('"detail":"ERR_JWT_CLAIM_VALIDATION_FAILED (typ)"');
  });

  it('is refused from a page of another site, and without a token', async () => {
    const token = await signed(issuer.logout(), key);
    expect((await send(token, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await send('')).status).toBe(400);
  });

  it('of nobody here is taken and ends nothing', async () => {
    const browser = await signedIn();
    expect((await send(await signed(issuer.logout({ sub: 'subject-7' }), key))).status).toBe(200);
    expect(await isSignedIn(browser)).toBe(true);
  });

  it('is the only form that is read', async () => {
    const form = { logout_token: 'x', person: 'co-01', password: 'x' };
    const answer = await new Browser().ask(`${office.url}/api/v1/session`, { form });
    expect(answer.status).toBe(415);
  });
});
