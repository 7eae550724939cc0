import { describe, expect, it } from '@jest/globals';
import type { Each } from './each.js';

const figure = (text: string): number => Number((/[\d,]+$/.exec(text.trim())?.[0] ?? '').replaceAll(',', ''));

/** Looking back at a case, and at all of them. */
export function describeReplay({ open, demonstration }: Each): void {
  const aCase = async (): Promise<string> => {
    const { caseId } = await demonstration().caseIn('state=returned');
    return caseId;
  };

  describe('a replay', () => {
    it.each([
      ['en', 'ArrowRight', 'ArrowLeft'],
      ['ar', 'ArrowLeft', 'ArrowRight'],
    ] as const)(
      'goes with the arrows in the reading direction, and its address is a moment, in %s',
      async (language, forward, back) => {
        const caseId = await aCase();
        const screen = await open('aud-01', { language });
        await screen.open(`/cases/${caseId}/replay?at=3`);
        const checked = language === 'en' ? 'Checked: ' : 'تم التحقق: ';
        await screen.page.getByText(checked).waitFor();
        const slider = screen.page.getByRole('slider');
        await slider.focus();
        for (const key of [forward, forward, back]) await screen.page.keyboard.press(key);
        expect(await slider.getAttribute('aria-valuenow')).toBe('5');
        expect(new URL(screen.page.url()).searchParams.get('at')).toBe('4');
        await screen.page.keyboard.press('Home');
        await screen.page.reload();
        expect(await slider.getAttribute('aria-valuenow')).toBe('1');
        // The page takes the arrows as well, wherever the focus is.
        await screen.page.keyboard.press(forward);
        await screen.page.waitForURL(({ searchParams }) => searchParams.get('at') === '1');
      },
    );
  });

  it('names the people of a case, and says that the link to a moment was copied', async () => {
    const screen = await open('sup-01');
    const { page } = screen;
    await screen.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await screen.open(`/cases/${await aCase()}/replay?at=14&with=1`);
    const compared = page.getByRole('region', { name: 'Two moments compared' });
    expect(await compared.innerText()).toMatch(/case officer\s+none\s+[A-Z][a-z]+ [\w-]+/);
    expect(await compared.innerText()).not.toMatch(/\bco-\d\d\b/);
    await screen.button('Copy the link to this moment').click();
    await page.getByText('Copied.', { exact: true }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(page.url());
  });

  describe('where everybody is', () => {
    it('shows numbers that lead to as many rows, now and on a past day', async () => {
      const screen = await open('aud-01');
      for (const day of ['', '?at=2024-12-18']) {
        await screen.open(`/insights${day}`);
        const state = screen.page.getByRole('button', { name: /^camped/ }).first();
        const number = figure((await state.textContent()) ?? '');
        await state.click();
        await screen.page.waitForURL(({ pathname }) => pathname === '/work');
        const total = screen.page.getByRole('status').filter({ hasText: /cases?$/ });
        await total.waitFor();
        expect((await total.textContent())?.replaceAll(',', '')).toBe(`${number} cases`);
        expect(number).toBeGreaterThan(0);
      }
    });

    it('has a table beside each picture, with the same figures', async () => {
      const screen = await open('aud-01');
      await screen.open('/insights');
      await screen.button('Show as a table').click();
      const rows = await screen.page
        .locator('.plot')
        .first()
        .locator('tbody td:nth-child(2)')
        .allTextContents();
      const { states } = await demonstration().get<{ states: Record<string, number> }>('population');
      expect(rows.map(figure)).toEqual(Object.values(states));
    });
  });
}
