import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { issuerFindings } from '../../../apps/server/src/cli/commands/doctor.js';
import { problemIn } from '../http/http-server.js';
import { Browser } from './browser.js';
import { ForgedIssuer, issuerKey } from './forged-issuer.js';
import { sessionOf, signIn, startOffice, type Office } from './office.js';

let issuer: ForgedIssuer;
let office: Office;

beforeEach(async () => {
  issuer = new ForgedIssuer(await issuerKey('key-1'));
  await issuer.listen();
});
afterEach(async () => {
  await office.server.close();
  await issuer.close();
});

const start = (browser = new Browser()) =>
  browser.ask(`${office.url}/oidc/start`, { headers: { accept: 'application/json' } });

describe('an issuer', () => {
  it('that is down holds up nobody who signs in otherwise, and is asked again when it is back', async () => {
    await issuer.close();
    office = await startOffice(issuer.url);
    expect((await start()).json()).toMatchObject({ code: 'ISSUER_UNAVAILABLE', status: 503 });
    const typed = { person: 'co-01', password: 'not the password' };
    const local = await office.server.ask({
      ...{ method: 'POST', url: '/api/v1/session', headers: { as: '' }, body: typed },
    });
    expect(problemIn(local).code).toBe('SIGN_IN_REFUSED');
    await issuer.listen();
    while ((await start()).status === 503) await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await signIn(office, new Browser())).status).toBe(303);
  });

  it('that goes down in the middle of a sign-in signs nobody in', async () => {
    office = await startOffice(issuer.url);
    const browser = new Browser();
    const callback = await browser.openUntil(`${office.url}/oidc/start`, `${office.url}/oidc/callback`);
    await issuer.close();
    const answer = await browser.ask(callback);
    expect(answer.status).toBe(503);
    expect(answer.text).toContain('does not answer');
    expect((await sessionOf(office, browser)).status).toBe(401);
    await issuer.listen();
  });

  it('that does not answer in time is given up, and nobody else waits for it', async () => {
    office = await startOffice(issuer.url);
    let answerNow = () => {};
    issuer.ready = new Promise((resolve) => (answerNow = resolve));
    let isAnswered = false;
    const waiting = Promise.all([start(), start()]).finally(() => (isAnswered = true));
    while (issuer.asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect((await office.server.ask({ url: '/api/v1/session', headers: { as: 'co-01' } })).status).toBe(200);
    expect(isAnswered).toBe(false);
    for (const answer of await waiting)
      expect(answer.json()).toMatchObject({ code: 'ISSUER_UNAVAILABLE', status: 503 });
    // Two who came at once waited for one answer, and who comes now does not wait.
    await start();
    expect(issuer.asked).toEqual(['/.well-known/openid-configuration']);
    answerNow();
  });

  it.each([
    ['another issuer', { issuer: 'https://id.example.org' }],
    ['none', { issuer: undefined }],
  ])('that says that it is %s is not believed', async (_what, description) => {
    office = await startOffice(issuer.url);
    issuer.description = description;
    expect((await start()).json()).toMatchObject({ code: 'ISSUER_UNAVAILABLE' });
  });

  it('is asked for its description once, and for its keys at each sign-in', async () => {
    office = await startOffice(issuer.url);
    expect(issuer.asked).toEqual([]);
    for (const browser of [new Browser(), new Browser()]) await signIn(office, browser);
    const times = (path: string) => issuer.asked.filter((one) => one === path).length;
    expect([times('/.well-known/openid-configuration'), times('/keys')]).toEqual([1, 2]);
  });
});

describe('the doctor', () => {
  it('says whether the issuer answers', async () => {
    office = await startOffice(issuer.url);
    const { signIn: configured } = office.server.installation.configuration;
    const value = `127.0.0.1:${new URL(issuer.url).port}, ${issuer.url}`;
    expect(await issuerFindings(configured)).toEqual([{ about: 'issuer', value, problem: null }]);
    await issuer.close();
    const [finding] = await issuerFindings(configured);
    expect(finding?.problem).toContain('the issuer does not answer as an issuer does');
    await issuer.listen();
    expect(await issuerFindings({ issuer: undefined, hasLocalAccounts: true })).toEqual([]);
  });
});

describe('without local accounts', () => {
  it('people sign in at the issuer alone, and sessions that began otherwise are over', async () => {
    office = await startOffice(issuer.url, { SAFECONDUCT_LOCAL_ACCOUNTS: 'false' });
    const ask = (method: 'POST' | 'DELETE', url: string, body: object, as = '') =>
      office.server.ask({ method, url, headers: { as }, body });
    for (const url of ['/api/v1/session', '/api/v1/session/passkey/options', '/api/v1/account'])
      expect(problemIn(await ask('POST', url, {}))).toMatchObject({
        code: 'LOCAL_ACCOUNTS_OFF',
        status: 403,
      });
    const invitation = await ask('POST', '/api/v1/people/co-01/invitation', {}, 'adm-1');
    expect(problemIn(invitation).code).toBe('LOCAL_ACCOUNTS_OFF');
    const browser = new Browser();
    expect((await signIn(office, browser)).status).toBe(303);
    expect((await sessionOf(office, browser)).json()).toMatchObject({ person: 'co-01' });
  });
});

describe('without an issuer', () => {
  it('there is no way to one', async () => {
    office = await startOffice('', { SAFECONDUCT_ISSUER_CLIENT: '', SAFECONDUCT_ISSUER_PERSON_CLAIM: '' });
    for (const path of ['/oidc/start', '/oidc/callback?code=x&state=y'])
      expect((await new Browser().ask(office.url + path)).status).toBe(404);
  });
});
