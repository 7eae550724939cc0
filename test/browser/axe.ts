import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds on a page as it is now, with the best practices; empty where there is nothing. */
export async function axeFinds(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  const isThere = await page.evaluate<boolean>(`'axe' in globalThis`);
  if (!isThere) await page.evaluate(axe.source);
  // No rule that is asked reads style sheets, and an element is told by its markup: neither is worked out.
  const cheaply = { preload: { assets: ['media'] }, selectors: false };
  const options = { resultTypes: ['violations'], ...cheaply, ...(rules && { runOnly: rules }) };
  // What was announced stays there for seconds, also the name of a button that is gone.
  const asked = { exclude: [['[data-live-announcer]']] };
  const { violations } = await page.evaluate<axe.AxeResults>(
    `axe.run(${JSON.stringify(asked)}, ${JSON.stringify(options)})`,
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
  );
}
