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

    it('shows a supervisor the figures of their unit, each of which leads to as many cases', async () => {
      const screen = await open('sup-01');
      const { page } = screen;
      await screen.open('/insights');
      await page.getByText(/^These are the figures of Al-Qaim/).waitFor();
      for (const state of ['camped', 'returned']) {
        const box = page.getByRole('button', { name: new RegExp(`^${state}`) }).first();
        const count = numberIn((await box.textContent()) ?? '');
        await box.click();
        await page.waitForURL(({ pathname }) => pathname === '/work');
        await page
          .locator(count === 0 ? '.empty' : '.case-table')
          .first()
          .waitFor();
        const total = page
          .getByRole('status')
          .filter({ hasText: /[\d,]+ cases?$/ })
          .first();
        expect([state, numberIn((await total.textContent()) ?? '')]).toEqual([state, count]);
        await page.goBack();
      }
    });

    it('leads nowhere from rounded figures, which count cases that nobody sees who reads them', async () => {
      const screen = await open('pro-01');
      await screen.open('/insights');
      await screen.page
        .getByText(/^Figures are rounded to multiples of 5/)
        .first()
        .waitFor();
      await screen.page.locator('td.heat').first().waitFor();
      expect(await screen.page.locator('main a[href^="/work"], main .ribbon.leads').count()).toBe(0);
    });

    it('is offered to nobody who reads no figures', async () => {
      const screen = await open('law-01');
      await screen.open('/work');
      const places = screen.page.getByRole('navigation').first().getByRole('link');
      expect(await places.allTextContents()).not.toContain('Where everybody is');
      await screen.open('/insights/figures');
      const said = screen.page.getByRole('alert');
      expect(await said.textContent()).toContain('whoever gives out roles can tell you who may');
      expect(await said.getByRole('button').count()).toBe(0);
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
