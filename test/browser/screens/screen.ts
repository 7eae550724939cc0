import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { axeFinds } from '../axe.js';
import type { Demonstration } from './demonstration.js';
import { isOfReadme, pictureFolder } from './pictures.js';

export type Language = 'en' | 'ar';

/** The sizes at which screens are looked at, in CSS pixels. */
export const desk = { width: 1280, height: 800 };
export const phone = { width: 320, height: 720 };

export interface Device {
  readonly language?: Language;
  /** Signs in by the form of the page. Left out: by the API, which costs two pages less. */
  readonly byForm?: boolean;
}

/** Pictures of the screens, kept to be looked at. */
const pictures = join('coverage', 'screens');

/** What may be said in a console although nothing is wrong: the browser itself reports each answer that is no success. */
const expected =
  /^Failed to load resource: (the server responded with a status of (400|401|403|404|409|412|422)|net::ERR_INTERNET_DISCONNECTED)/;

/** One person at one device, and everything that the pages there complained about. */
export class Screen {
  readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    private readonly base: string,
  ) {}

  /** Opens a browser of somebody who has signed in. Their clock is that of New York, which no screen may show. */
  static async of(
    browser: Browser,
    { url, passwordOf }: Demonstration,
    person: string,
    device: Device = {},
  ): Promise<Screen> {
    const { language = 'en', byForm = false } = device;
    const context = await browser.newContext({
      viewport: desk,
      locale: language === 'ar' ? 'ar-IQ' : 'en-GB',
      timezoneId: 'America/New_York',
      colorScheme: 'light',
      reducedMotion: 'reduce',
    });
    const screen = new Screen(await context.newPage(), context, url);
    screen.listen();
    if (byForm) await screen.signIn(person, passwordOf(person));
    else await screen.send('session', { person, password: passwordOf(person) });
    // Whoever has signed in wants to be shown things in this language, on every device.
    await screen.send('session/preferences', { language, numerals: null, calendar: null });
    return screen;
  }

  private listen(): void {
    this.context.on('page', (page) => {
      this.listenTo(page);
    });
    this.listenTo(this.page);
  }

  private listenTo(page: Page): void {
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && !expected.test(message.text())) this.complaints.push(message.text());
    });
    page.on('request', (request) => {
      const address = request.url();
      if (!address.startsWith(this.base) && !address.startsWith('blob:'))
        this.complaints.push(`asked ${address}`);
    });
  }

  private async signIn(person: string, password: string): Promise<void> {
    await this.page.goto(`${this.base}/sign-in?next=/`);
    await this.page.fill('#person', person);
    await this.page.fill('#password', password);
    await this.page.click('#sign-in button.main');
    await this.page.waitForURL(({ pathname }) => pathname === '/work');
  }

  private async send(path: string, data: object): Promise<void> {
    const headers = { origin: this.base };
    const response = await this.page.request.post(`${this.base}/api/v1/${path}`, { data, headers });
    if (!response.ok()) throw new Error(`${path} was answered with ${response.status()}`);
  }

  /** Goes to an address and waits for nothing more than its page. */
  async visit(path: string): Promise<void> {
    await this.page.goto(`${this.base}${path}`, { waitUntil: 'commit' });
  }

  /** Waits until something is on the page. @returns when that was, in milliseconds since the page was asked for */
  appears = (selector: string): Promise<number> =>
    this.page.evaluate(`new Promise((found) => {
      const look = () => document.querySelector(${JSON.stringify(selector)}) === null
        ? requestAnimationFrame(look)
        : found(performance.now());
      look();
    })`);

  /** Clicks on something, and waits until the list is another one. @returns how long it took, in milliseconds */
  async appearsAfterClick(clicked: Locator, selector: string): Promise<number> {
    await this.page.evaluate(`document.addEventListener('click', () => {
      globalThis.clickedAt = performance.now();
    }, { once: true, capture: true })`);
    await clicked.click();
    await this.appears(`body:not(:has(.dimmed, .skeleton)) ${selector}`);
    return this.page.evaluate('performance.now() - globalThis.clickedAt');
  }

  /** Counts from the next page on how much jumps while a page arrives. */
  async countShifts(): Promise<void> {
    await this.page.addInitScript(`
      globalThis.shifted = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shifted += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
    `);
  }

  /** How much has jumped on this page, as a part of its window (cumulative layout shift). */
  shift = (): Promise<number> => this.page.evaluate('globalThis.shifted');

  async open(path: string): Promise<void> {
    await this.page.goto(`${this.base}${path}`);
    await this.settled();
  }

  /** Nothing is on its way any more. */
  async settled(): Promise<void> {
    await this.page.locator('h1').first().waitFor();
    await this.page.locator('[aria-busy=true], .skeleton').first().waitFor({ state: 'detached' });
  }

  button = (name: string | RegExp): Locator => this.page.getByRole('button', { name }).first();
  link = (name: string | RegExp): Locator => this.page.getByRole('link', { name }).first();

  /** What axe finds on the page as it is now, with the best practices; empty where there is nothing. */
  axeFinds = (rules?: readonly string[]): Promise<readonly string[]> => axeFinds(this.page, rules);

  /** Shows all letters so many times as large, as somebody sets it in their browser. */
  enlarge = (times: number): Promise<void> =>
    this.page.evaluate(`document.documentElement.style.fontSize = '${times * 100}%'`);

  /** By how many pixels the page is wider than its window. */
  overflow = (): Promise<number> =>
    this.page.evaluate(`document.documentElement.scrollWidth - document.documentElement.clientWidth`);

  async picture(name: string): Promise<void> {
    mkdirSync(pictures, { recursive: true });
    const file = `${name}.png`;
    await this.page.screenshot({ path: join(pictures, file) });
    if (process.env['WRITE_GENERATED'] !== '1' || !isOfReadme(name)) return;
    mkdirSync(pictureFolder, { recursive: true });
    copyFileSync(join(pictures, file), join(pictureFolder, file));
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
