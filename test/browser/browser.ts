import { describe } from '@jest/globals';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findChromium } from '../../tools/chromium.mjs';
import type { TestServer } from '../e2e/http/http-server.js';

const program = findChromium();

/** Without a browser nothing here runs; the last lines of the tests say so (`tools/chromium.mjs`). */
export const inBrowser = program === undefined ? describe.skip : describe;

/** Where a server answers a browser. Passkeys are of a name, not of an address. */
export const addressOf = async (server: TestServer): Promise<string> =>
  (await server.listen()).replace('127.0.0.1', 'localhost');

/** Starts a browser without a window. A process of root can have no sandbox. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: program ?? '',
    args: ['--disable-dev-shm-usage', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });

/** What went wrong inside pages, such as a script that failed or something that their policy forbids. */
export type Complaints = string[];

/** A page with cookies of its own, as on a device of its own. */
export async function newPage(browser: Browser, complaints: Complaints): Promise<OpenPage> {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (/Content Security Policy|Uncaught/.test(message.text())) complaints.push(message.text());
  });
  return new OpenPage(page, context);
}

/** What a person does on a page, and sees there. */
export class OpenPage {
  constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
  ) {}

  async open(url: string): Promise<void> {
    await this.page.goto(url, { waitUntil: 'load' });
  }

  /** Types into the fields with these ids. */
  async fill(values: Readonly<Record<string, string>>): Promise<void> {
    for (const [id, value] of Object.entries(values)) {
      await this.seen(`#${id}`);
      await this.page.fill(`#${id}`, value);
    }
  }

  async click(selector: string): Promise<void> {
    await this.seen(selector);
    await this.page.click(selector);
  }

  /** Waits until there is such an element that can be seen, and gives its text. */
  async seen(selector: string): Promise<string> {
    await this.page.waitForSelector(selector, { state: 'visible' }).catch(async (error: unknown) => {
      throw new Error(`${selector} is not seen; the page says: ${await this.alerts()}`, { cause: error });
    });
    return String(
      await this.page.evaluate(`document.querySelector(${JSON.stringify(selector)}).textContent`),
    ).trim();
  }

  /** What is said about a problem in a part of the page. */
  problem = (part: string): Promise<string> => this.seen(`${part} > [role=alert]:not(:empty)`);

  /** What is said about a problem at the field with this id. */
  problemAt = (field: string): Promise<string> => this.seen(`#${field}-error:not(:empty)`);

  /** What is said about something that was done in a part of the page. */
  done = (part: string): Promise<string> => this.seen(`${part} > [role=status]:not(:empty)`);

  /** Waits until the page is at a path. */
  async at(path: string): Promise<void> {
    await this.page.waitForURL(({ pathname }) => pathname === path);
  }

  /** All that the page says went wrong. */
  private async alerts(): Promise<string> {
    const texts = `[...document.querySelectorAll('[role=alert]')].map((alert) => alert.textContent.trim())`;
    return JSON.stringify(await this.page.evaluate(texts));
  }

  async isHidden(selector: string): Promise<boolean> {
    return this.page.isHidden(selector);
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
