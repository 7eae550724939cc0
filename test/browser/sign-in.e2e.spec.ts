import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { generateSync } from 'otplib';
import type { Browser } from 'playwright-core';
import { testServer, type TestServer } from '../e2e/http/http-server.js';
import { registerPeople } from '../e2e/http/registered-people.js';
import { axeFinds } from './axe.js';
import { addressOf, inBrowser, newPage, startBrowser, type Complaints, type OpenPage } from './browser.js';

const accounts = [
  { person: 'adm-1', role: 'administrator', password: 'KEEPS-ACCOUNTS-AND-CODES' },
  { person: 'co-01', role: 'caseOfficer', password: 'LOOKS-AFTER-CASES-HERE' },
  { person: 'sup-01', role: 'supervisor', password: 'CONFIRMS-WHAT-TAKES-TWO' },
  { person: 'cus-01', role: 'custody', password: 'COUNTS-WHAT-WAS-HANDED' },
];
const passwordOf = (id: string) => accounts.find(({ person }) => person === id)?.password ?? '';
const stepSeconds = 30;
const tooOldMs = 16 * 60_000;

let server: TestServer;
let browser: Browser;
let base: string;
let device: OpenPage;
const complaints: Complaints = [];

async function start(): Promise<void> {
  server = await testServer({ demonstrationAccounts: accounts });
  const held = accounts.slice(1).map(({ person, role }) => [person, { roles: [role] }] as const);
  await registerPeople(server, Object.fromEntries(held));
  base = await addressOf(server);
  browser = await startBrowser();
}

async function stop(): Promise<void> {
  await browser.close();
  await server.close();
}

async function signIn(on: OpenPage, person: string, password = passwordOf(person)): Promise<void> {
  await on.open(`${base}/sign-in?next=/account`);
  await on.fill({ person, password });
  await on.click('#sign-in button.main');
}

async function signedIn(on: OpenPage, person: string): Promise<void> {
  await signIn(on, person);
  await on.seen('#account');
}

/** Lets the sessions of a person be as old as if they had signed in a while ago. */
async function letTimePass(person: string): Promise<void> {
  const { store } = server.installation.accounts.records;
  for (const kept of await store.list('session', person)) {
    const body = JSON.parse(kept.body) as { session: { signedIn: { atMs: number } } };
    body.session.signedIn.atMs -= tooOldMs;
    await store.put({ ...kept, body: JSON.stringify(body) }, kept.version);
  }
}

inBrowser('in Chromium', () => {
  beforeAll(start, 120_000);
  afterAll(stop);
  beforeEach(async () => {
    device = await newPage(browser, complaints);
  });
  afterEach(async () => {
    await device.close();
    expect(complaints).toEqual([]);
  });

  describe('the page where one signs in', () => {
    it('fills in an account of the demonstration, and goes on to the account', async () => {
      await device.open(`${base}/sign-in?next=/account`);
      expect(await device.seen('#demonstration')).toContain('case officer');
      await device.click('#demonstration [data-person="co-01"]');
      await device.click('#sign-in button.main');
      await device.at('/account');
      expect(await device.seen('#who')).toMatch(/co-01[^]*case officer[^]*with a password/);
      expect(await device.isHidden('#administration')).toBe(true);
    });

    it('goes on to the path that was asked for', async () => {
      await device.open(`${base}/sign-in?next=%2Fdocs%3Fa%3Db`);
      await device.fill({ person: 'co-01', password: passwordOf('co-01') });
      await device.click('#sign-in button.main');
      await device.at('/docs');
    });

    it('is used with the keyboard alone', async () => {
      await device.open(`${base}/sign-in?next=/account`);
      const { keyboard } = device.page;
      await keyboard.type('co-01');
      await keyboard.press('Tab');
      await keyboard.type(passwordOf('co-01'));
      await keyboard.press('Enter');
      await device.at('/account');
    });

    it('says that the password is wrong, and what to do, in the language of the page', async () => {
      await signIn(device, 'co-01', 'a guess of somebody');
      expect(await device.problem('#sign-in')).toMatch(/is not right\. .*an administrator/);
      await device.open(`${base}/sign-in?language=ar`);
      await device.fill({ person: 'co-01', password: 'a guess of somebody' });
      await device.click('#sign-in button.main');
      expect(await device.problem('#sign-in')).toContain('كلمة المرور');
    });

    it('says which field is empty, and goes there', async () => {
      await device.open(`${base}/sign-in?next=/account`);
      await device.click('#sign-in button.main');
      expect(await device.problemAt('person')).toBe('Fill in: Your id');
      expect(await device.problemAt('password')).toBe('Fill in: Password');
      expect(await device.page.evaluate('document.activeElement.id')).toBe('person');
      await device.fill({ person: 'co-01' });
      await device.click('#sign-in button.main');
      await device.page.waitForSelector('#password[aria-invalid=true]:focus');
      expect(await device.isHidden('#person-error')).toBe(true);
    });

    it('makes the account of the first administrator with the code of their invitation', async () => {
      const begun = await testServer();
      const { code } = await begun.installation.accounts.invite(null, 'operator');
      await device.open(`${await addressOf(begun)}/sign-in?code`);
      await device.fill({
        ...{ 'invitation-code': code.toLowerCase(), 'new-password': 'several words of mine' },
        'new-password-again': 'several words of yours',
        ...{ 'first-person': 'adm-7', 'name-latin': 'Rana Haddad', 'name-arabic': 'رنا حداد' },
      });
      await device.click('#invitation button.main');
      expect(await device.problemAt('new-password-again')).toBe('The two new passwords are not the same.');
      await device.fill({ 'new-password-again': 'several words of mine' });
      await device.click('#invitation button.main');
      await device.at('/account');
      expect(await device.seen('#who')).toMatch(/Rana Haddad[^]*adm-7[^]*administrator/);
      expect(await device.isHidden('#administration')).toBe(false);
      await begun.close();
    });
  });

  describe('the page of one’s account', () => {
    it('leads whoever has not signed in to the page for it, and back', async () => {
      await device.page.goto(`${base}/account?language=ar`);
      await device.at('/sign-in');
      await device.fill({ person: 'co-01', password: passwordOf('co-01') });
      await device.click('#sign-in button.main');
      await device.at('/account');
      expect(await device.seen('h1')).toBe('حسابك');
    });

    it('is shown in the language that was chosen on it, from then on', async () => {
      await signedIn(device, 'co-01');
      expect(await device.seen('h1')).toBe('Your account');
      await device.click('a[hreflang=ar]');
      await device.seen('html[lang=ar] #account');
      await device.page.goto(`${base}/account`);
      expect(await device.seen('html[lang=ar] h1')).toBe('حسابك');
      await device.click('a[hreflang=en]');
      await device.seen('html[lang=en] #account');
      await device.page.goto(`${base}/account`);
      expect(await device.seen('html[lang=en] h1')).toBe('Your account');
    });

    it('shows times with the digits and in the calendar that the person prefers', async () => {
      await signedIn(device, 'sup-01');
      expect(await device.seen('#sessions-list')).toMatch(/since \d+ [A-Z]\w+ 20\d\d/i);
      const preferences = { language: null, numerals: 'arabicIndic', calendar: 'islamic' };
      const there = `${base}/api/v1/session/preferences`;
      await device.page.request.post(there, { data: preferences, headers: { origin: base } });
      await device.open(`${base}/account`);
      await device.seen('#account');
      expect(await device.seen('#sessions-list')).toMatch(/since [٠-٩]+ \D+ ١[٤٥][٠-٩]{2}/i);
    });

    it('sets up an authenticator app, whose code is asked for from then on', async () => {
      await signedIn(device, 'sup-01');
      await device.click('#totp-begin');
      const secret = (await device.seen('#totp-secret')).replaceAll(' ', '');
      await device.seen('svg.qr path');
      const epoch = Math.floor(Date.now() / 1000);
      await device.fill({ 'totp-code': generateSync({ secret, epoch: epoch - stepSeconds }) });
      await device.click('#totp-confirm button');
      expect(await device.done('#totp')).toBe('The authenticator app is set up.');
      await device.click('#sign-out');
      await device.at('/sign-in');
      await signIn(device, 'sup-01');
      expect(await device.problemAt('code')).toContain('authenticator app');
      await device.fill({ code: generateSync({ secret }) });
      await device.click('#sign-in button.main');
      await device.at('/account');
      await device.click('#totp-remove');
      await device.seen('#totp-off');
    });

    it('adds a passkey, with which one signs in, and removes it', async () => {
      const client = await device.page.context().newCDPSession(device.page);
      await client.send('WebAuthn.enable');
      await client.send('WebAuthn.addVirtualAuthenticator', {
        options: {
          ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
          ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
        },
      });
      await signedIn(device, 'co-01');
      await device.fill({ 'passkey-name': 'Phone' });
      await device.click('#passkey-add button');
      expect(await device.done('#passkeys')).toBe('The passkey is added.');
      expect(await device.seen('#passkey-list')).toContain('Phone');
      await device.click('#sign-out');
      await device.at('/sign-in');
      expect(await device.seen('main .notice')).toBe('You are signed out.');
      await device.click('#passkey');
      await device.at('/account');
      expect(await device.seen('#who')).toContain('with a passkey');
      await device.click('#passkey-list button');
      await device.page.waitForSelector('#passkeys-title:focus');
      expect(await device.seen('#passkey-list')).toBe('None.');
    });

    it('asks for the password again before a step for which the sign-in is too old, and goes on', async () => {
      await signedIn(device, 'co-01');
      await letTimePass('co-01');
      await device.fill({ 'token-name': 'Figures' });
      await device.click('#token-make [value=read]');
      await device.click('#token-make button.main');
      await device.seen('#fresh');
      await device.click('#fresh-cancel');
      expect(await device.isHidden('#token-made')).toBe(true);
      await device.click('#token-make button.main');
      await device.fill({ 'fresh-password': 'a guess of somebody' });
      await device.click('#fresh button.main');
      expect(await device.problem('#fresh form')).toContain('is not right');
      await device.fill({ 'fresh-password': passwordOf('co-01') });
      await device.click('#fresh button.main');
      const token = await device.seen('#token-made code');
      const { status } = await fetch(`${base}/api/v1/session`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(status).toBe(200);
      expect(await device.seen('#token-list')).toContain('Figures');
      await device.click('#token-list button');
      await device.page.waitForSelector('#tokens-title:focus');
    });

    it('changes the password, and ends the sessions of other devices with it', async () => {
      const other = await newPage(browser, complaints);
      await signedIn(other, 'cus-01');
      await signedIn(device, 'cus-01');
      const next = 'another password of several words';
      await device.fill({
        current: passwordOf('cus-01'),
        'next-password': 'short',
        'next-password-again': 'short',
      });
      await device.click('#change-password button');
      expect(await device.problemAt('next-password')).toContain('at least 12 characters');
      await device.fill({
        current: passwordOf('cus-01'),
        'next-password': next,
        'next-password-again': next,
      });
      await device.click('#change-password button');
      expect(await device.done('#password')).toBe('The password is changed.');
      await other.page.goto(`${base}/account`);
      await other.at('/sign-in');
      await other.close();
    });

    it('signs out on every device', async () => {
      const other = await newPage(browser, complaints);
      await signedIn(other, 'co-01');
      await signedIn(device, 'co-01');
      await device.click('#sign-out-everywhere');
      await device.at('/sign-in');
      await other.page.goto(`${base}/account`);
      await other.at('/sign-in');
      await other.close();
    });

    it('lets an administrator invite a person, who begins their account anew', async () => {
      await signedIn(device, 'adm-1');
      await device.fill({ 'other-person': 'cus-01' });
      await device.click('#administer [value=invite]');
      const code = await device.seen('#invitation-made code');
      const invited = await newPage(browser, complaints);
      await invited.open(`${base}/sign-in?code`);
      const password = 'begun anew with a code';
      await invited.fill({
        'invitation-code': code,
        'new-password': password,
        'new-password-again': password,
      });
      await invited.click('#invitation button.main');
      await invited.at('/account');
      await device.click('#administer [value=end]');
      expect(await device.done('#administration')).toBe('Sessions that were ended: 1');
      await invited.page.goto(`${base}/account`);
      await invited.at('/sign-in');
      await invited.close();
    });
  });

  describe.each(['en', 'ar'])('in %s', (language) => {
    it.each([
      [320, 'dark'],
      [1280, 'light'],
    ] as const)(
      'no page is wider than a window of %d pixels, and axe finds nothing',
      async (width, colorScheme) => {
        const { page } = device;
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
        const fits = async () => {
          expect(await page.evaluate(overflow)).toBe(0);
          // What axe looks at is the same at any width.
          if (width === 320) expect(await axeFinds(page)).toEqual([]);
        };
        for (const path of ['/sign-in?signed-out&', '/sign-in?code&']) {
          await device.open(`${base}${path}language=${language}`);
          await device.click('form .main');
          await device.seen('[aria-invalid=true]');
          await fits();
        }
        await device.open(`${base}/sign-in?${'x'.repeat(8200)}`);
        expect(await device.seen('main')).toContain('URI_TOO_LONG');
        await fits();
        await signedIn(device, 'adm-1');
        await device.open(`${base}/account?language=${language}`);
        await device.click('#totp-begin');
        await device.seen('svg.qr');
        await fits();
      },
    );
  });
});
