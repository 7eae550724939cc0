import { describe, expect, it } from '@jest/globals';
import type { Each } from './each.js';

/** What others stated, beside what is recorded. */
interface Stated {
  readonly source: string;
  readonly counts: object;
}

export function describeFigures({ open, demonstration }: Each): void {
  const languages = [
    [
      'en',
      {
        ...{ borneOut: '✓ Borne out', possible: /^\? Possible/, gap: /up to 403 have no stated fate/ },
        ...{ where: /^Where these/, rows: /Rutba/, record: 'Record a figure' },
      },
    ],
    [
      'ar',
      {
        ...{ borneOut: '✓ يؤيده السجل', possible: /^\? ممكن/, gap: /٤٠٣ على الأكثر/ },
        ...{ where: /^أين هؤلاء/, rows: /الرطبة/, record: 'تسجيل رقم' },
      },
    ],
  ] as const;

  describe('reported figures', () => {
    it.each(languages)(
      'show a reviewer which of them the log bears out, and where the persons are who have no stated fate, in %s',
      async (language, said) => {
        const screen = await open('aud-01', { language });
        await screen.open('/insights/figures');
        const { page } = screen;
        const row = (quote: string) => page.getByRole('row').filter({ hasText: quote });
        const handover = row('1,905 were handed over').getByText(said.borneOut);
        await handover.first().waitFor();
        expect(await handover.count()).toBe(2);
        // Intentions are hidden from auditors: the number is rounded, and the verdict says no more.
        expect(await row('90 officers in Baghdad').getByText(said.possible).count()).toBe(2);
        const whole = row('2,493 officers and soldiers entered');
        await whole.getByText(said.gap).waitFor();
        await whole.getByText(said.where).click();
        await whole.getByRole('listitem').filter({ hasText: said.rows }).first().waitFor();
        await row('More than 200 still wait').getByRole('link').click();
        await page.waitForURL(({ pathname }) => pathname === '/work');
        // The list arrives after the address has changed, and the table of figures stays until then.
        const rows = page.locator('.case-table').getByRole('row');
        await rows.nth(1).waitFor();
        const search = new URL(page.url()).searchParams;
        expect(search.get('facility')).toBe('RUTBA');
        expect(search.get('at')).toBe('2025-01-11');
        expect(await rows.count()).toBeGreaterThan(1);
      },
    );

    it('are recorded by a supervisor, who is told what is wrong, corrected, and withdrawn with a reason', async () => {
      const screen = await open('sup-02');
      await screen.open('/insights/figures');
      const { page } = screen;
      await screen.button('Record a figure').click();
      await page.getByLabel('Source').fill('A ministry');
      await page.getByLabel('The words').fill('About 220 live at Rutba.');
      await page.getByRole('radio', { name: 'about' }).check({ force: true });
      await page.getByLabel('Number').fill('٢٢٠');
      for (const field of ['Published on', 'Speaks of the day']) {
        await page.getByRole('group', { name: field }).getByRole('spinbutton').first().click();
        await page.keyboard.type('12012025');
      }
      await page.getByLabel('Address of the page').fill('http://example.org/');
      await screen.button('Record it').click();
      await page.getByRole('alert').getByText('Address of the page').waitFor();
      // It names fields by their titles alone, and not by the names that the data have for them.
      expect(await page.getByRole('alert').innerText()).not.toContain('address:');
      expect(await screen.axeFinds()).toEqual([]);
      await page.getByLabel('Address of the page').fill('https://example.org/news');
      await screen.button('Record it').click();
      const row = page.getByRole('row').filter({ hasText: 'A ministry' });
      // All persons: it is also about other places than that of the supervisor.
      await row.getByText('Not comparable').first().waitFor();
      expect(await row.getByRole('link', { name: 'Open the source' }).getAttribute('href')).toBe(
        'https://example.org/news',
      );
      await row.getByRole('button', { name: /^Correct/ }).click();
      await page.locator('form input:focus').first().waitFor();
      expect(await page.getByLabel('Number').inputValue()).toBe('220');
      await page.getByLabel('Number').fill('221');
      // Of a long list what is searched for is chosen by Enter, where it is one thing.
      const states = page.getByRole('group', { name: /^In the state/ });
      const find = states.getByRole('searchbox');
      for (const state of ['no procedure open', 'seeking an assurance']) {
        await find.fill(state);
        await find.press('Enter');
      }
      expect(await states.getByRole('listitem').allTextContents()).toEqual([
        expect.stringContaining('no procedure open'),
        expect.stringContaining('seeking an assurance'),
      ]);

      await page.getByLabel('Address of the page').fill('example.org');
      await page.getByLabel('Reason').fill('Read wrongly from the page.');
      await screen.button('Record it').click();
      await page.getByRole('alert').getByText('Address of the page').waitFor();
      expect(await screen.axeFinds()).toEqual([]);
      await page.getByLabel('Address of the page').fill('');
      await screen.button('Record it').click();
      await row.getByText('corrected once').click();
      await row.getByText('Read wrongly from the page.').waitFor();
      await row.getByText(/^Before: about 220/).waitFor();
      await row.locator('td strong', { hasText: '221' }).first().waitFor();
      expect(await row.getByRole('link', { name: 'Open the source' }).count()).toBe(0);
      const { items } = await demonstration().get<{ readonly items: readonly Stated[] }>('reported-figures');
      expect(items.find(({ source }) => source === 'A ministry')?.counts).toEqual({
        states: ['camped.settled', 'pendingAssurance.seeking'],
      });
      await row.getByRole('button', { name: /^Withdraw/ }).click();
      await page.getByRole('dialog').getByLabel('Reason').fill('Another place was meant.');
      await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
      await row.waitFor({ state: 'detached' });
      await page.getByText('Show withdrawn ones too').click();
      await row.getByText('Withdrawn: Another place was meant.').waitFor();
    }, 60_000);

    it('are not shown to somebody who gets no figures, with the reason', async () => {
      const screen = await open('leg-01');
      await screen.open('/insights/figures');
      await screen.page.getByRole('alert').waitFor();
      expect(await screen.page.getByRole('row').count()).toBe(0);
      expect(await screen.page.getByRole('button', { name: 'Record a figure' }).count()).toBe(0);
    });
  });
}
