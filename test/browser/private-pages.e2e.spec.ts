import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { operatorActor } from '../../apps/server/src/sign-in/principal.js';
import { testServer, type TestServer } from '../e2e/http/http-server.js';
import { addressOf, inBrowser, newPage, startBrowser, type Complaints, type OpenPage } from './browser.js';

const person = 'adm-1';
/** Part of their name. */
const markup = '<img src="/x" onerror="document.title=1"><b id="planted">x</b>';
const password = 'KEEPS-ACCOUNTS-AND-CODES';

let server: TestServer;
let browser: Browser;
let base: string;
let device: OpenPage;
const complaints: Complaints = [];

async function signIn(): Promise<void> {
  await device.open(`${base}/sign-in?next=/account`);
  await device.fill({ person, password });
  await device.click('#sign-in button.main');
  await device.seen('#account');
}

inBrowser('in Chromium', () => {
  beforeAll(async () => {
    server = await testServer({ demonstrationAccounts: [{ person, role: 'administrator', password }] });
    const data = { roles: ['administrator'], nameLatin: markup };
    await server.installation.people.change({ name: 'RegisterPerson', person, data, by: operatorActor });
    base = await addressOf(server);
    browser = await startBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  beforeEach(async () => {
    device = await newPage(browser, complaints);
  });
  afterEach(async () => {
    await device.close();
    expect(complaints).toEqual([]);
  });

  describe('a field for a password', () => {
    /** Each field whose name or label is about a password, with what browsers and managers of passwords go by. */
    const fields = `[...document.querySelectorAll('input')]
      .filter((field) => /password|current|next|again/.test(field.id + ' ' + field.name))
      .map(({ id, type, autocomplete }) => [id, type, autocomplete])`;
    const fieldsAt = async (path: string) => {
      await device.open(`${base}${path}`);
      return device.page.evaluate(fields);
    };

    it('hides what is typed, and says whether it is the present one or a new one', async () => {
      expect(await fieldsAt('/sign-in')).toEqual([['password', 'password', 'current-password']]);
      expect(await fieldsAt('/sign-in?code')).toEqual([
        ['new-password', 'password', 'new-password'],
        ['new-password-again', 'password', 'new-password'],
      ]);
      await signIn();
      expect(await fieldsAt('/account')).toEqual([
        ['current', 'password', 'current-password'],
        ['next-password', 'password', 'new-password'],
        ['next-password-again', 'password', 'new-password'],
        ['fresh-password', 'password', 'current-password'],
      ]);
    });

    it('takes what is pasted', async () => {
      await device.open(`${base}/sign-in?next=/account`);
      await device.fill({ person: password });
      await selectAndPress('#person', 'x');
      await device.fill({ person });
      await device.page.focus('#password');
      await device.page.keyboard.down('Control');
      await device.page.keyboard.press('v');
      await device.page.keyboard.up('Control');
      expect(await device.page.evaluate(`document.getElementById('password').value`)).toBe(password);
      await device.click('#sign-in button.main');
      await device.seen('#account');
    });
  });

  it('shows markup in the names of people and things as the text that it is', async () => {
    await signIn();
    expect(await device.seen('#who')).toContain(markup);
    await device.fill({ 'token-name': markup });
    await device.click('#token-make [value=read]');
    await device.click('#token-make button.main');
    await device.seen('#token-made code');
    expect(await device.seen('#token-list')).toContain(markup);
    expect(await device.page.$('#planted, main img')).toBeNull();
  });

  it('is left with nothing but a cookie while somebody is signed in, and with nothing of theirs afterwards', async () => {
    await signIn();
    await device.fill({ 'other-person': 'adm-1' });
    await device.click('#totp-begin');
    await device.seen('svg.qr');
    expect(await kept()).toEqual(nothing);
    expect((await cookies()).map(({ httpOnly }) => httpOnly)).toEqual([true]);
    const [{ value: before } = { value: '' }] = await cookies();
    expect(before).not.toContain(person);
    await device.click('#sign-out');
    await device.at('/sign-in');
    expect(await kept()).toEqual(nothing);
    expect((await cookies()).map(({ value }) => value)).not.toContain(before);
  });
});

const cookies = () => device.page.context().cookies();

const nothing = { local: 0, session: 0, databases: [], caches: [], workers: 0 };
/** What a browser keeps of this server, in each place where a page can keep something. */
const kept = () =>
  device.page.evaluate(`(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }))()`);

/** Cuts out what a field has, as a person does it. */
async function selectAndPress(field: string, key: 'x'): Promise<void> {
  await device.page.focus(field);
  const { keyboard } = device.page;
  await keyboard.down('Control');
  await keyboard.press('a');
  await keyboard.press(key);
  await keyboard.up('Control');
}
