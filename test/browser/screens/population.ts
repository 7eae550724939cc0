import { describe, expect, it } from '@jest/globals';
import { westernDigits } from '../../../apps/web/src/language/digits.js';
import type { Each } from './each.js';

/** Where everybody is, for how long, and who went where: each number leads to its cases. */
export function describePopulation({ open, demonstration }: Each): void {
  const languages = [
    [
      'en',
      {
        ...{ ages: 'For how long they have been in their state', flows: 'Who went where', state: /^State/ },
        ...{ asTable: 'Show as a table', time: 'Time in state', dates: 'Days shown', number: /[\d,]+ cases/ },
      },
    ],
    [
      'ar',
      {
        ...{ ages: 'منذ متى وهم في حالتهم', flows: 'من ذهب إلى أين', state: /^الحالة/ },
        ...{
          asTable: 'اعرض جدولًا',
          time: 'المدة في الحالة',
          dates: 'عدد الأيام المعروضة',
          number: /[٠-٩٬]+ ملف/,
        },
      },
    ],
  ] as const;

  describe('the population', () => {
    it.each(languages)('leads from each number to as many cases, in %s', async (language, said) => {
      const screen = await open('aud-01', { language });
      const { page } = screen;
      const inList = async (): Promise<number> => {
        await page.waitForURL(({ pathname }) => pathname === '/work');
        const total = page.getByRole('status').filter({ hasText: said.number }).first();
        return numberIn((await total.textContent()) ?? '');
      };

      await screen.open('/insights');
      const ages = page.getByRole('region', { name: said.ages });
      const waiting = ages.locator('td.heat a').nth(3);
      const count = numberIn((await waiting.textContent()) ?? '');
      expect(count).toBeGreaterThan(10);
      await waiting.click();
      expect(await inList()).toBe(count);

      // The longest time leads to the case that it is the time of, before all others.
      await screen.open('/insights');
      const longest = ages.getByRole('row').nth(1).locator('td').last();
      const time = (await longest.textContent()) ?? '';
      await longest.getByRole('link').click();
      await page.waitForURL(({ searchParams }) => searchParams.get('sort') === 'since');
      await page.locator('.case-table').getByRole('row').nth(1).filter({ hasText: time }).waitFor();

      await screen.open('/insights?from=2024-12-15&to=2025-01-05');
      await page.getByLabel(said.dates).selectOption('3');
      const flows = page.locator('.plot').filter({ hasText: said.flows });
      await flows.getByRole('button', { name: said.asTable }).click();
      await flows.getByRole('row').nth(6).waitFor();
      const row = flows.getByRole('row').nth(2);
      const moved = numberIn((await row.getByRole('cell').nth(2).textContent()) ?? '');
      expect(moved).toBeGreaterThan(0);
      await row.getByRole('link').click();
      expect(await inList()).toBe(moved);
      expect(new URL(page.url()).searchParams.get('earlier')).toMatch(/^2024-12-15:/);

      await screen.open('/insights?from=2024-12-15&to=2025-01-05');
      const move = page.locator('.moves a').first();
      const times = numberIn((await move.textContent()) ?? '');
      expect(times).toBeGreaterThan(10);
      await move.click();
      // Who went twice is in the list once.
      expect(await inList()).toBeLessThanOrEqual(times);
      expect(await inList()).toBeGreaterThan(times / 2);
      expect(new URL(page.url()).searchParams.get('moved')).toMatch(/^2024-12-15:[a-z]/);
      // What the past list can be narrowed to is in its menus.
      await page.getByRole('button', { name: said.state }).click();
      await page.getByRole('menuitemcheckbox').first().click();
      await page.waitForURL(({ searchParams }) => searchParams.has('state') && searchParams.has('moved'));
    });

    it('shows in the chart for how long half of the cases have been in each state', async () => {
      const screen = await open('aud-01');
      await screen.open('/insights');
      await screen.page.getByRole('radio', { name: 'Time in state' }).check({ force: true });
      const { states } = await demonstration().get<{
        readonly states: readonly { readonly state: string; readonly medianHours: number }[];
      }>('population/ages');
      const days = Math.floor((states.find(({ state }) => state === 'returned')?.medianHours ?? 0) / 24);
      await screen.page.getByRole('button', { name: new RegExp(`^returned\\s*${days} days`) }).waitFor();
      expect(new URL(screen.page.url()).searchParams.get('show')).toBe('time');
    });
  });
}

const numberIn = (text: string): number => Number(westernDigits(text).replace(/[^\d]/g, ''));
