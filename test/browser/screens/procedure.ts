import { describe, expect, it } from '@jest/globals';
import type { Each } from './each.js';

/** The rules of the work, as anybody who signs in can look them up. */
export function describeProcedure({ open }: Each): void {
  describe('the procedure', () => {
    it('says of a state what can be done in it, by whom and under which rules', async () => {
      const screen = await open('pro-01');
      const { page } = screen;
      await screen.open('/work');
      await page.keyboard.press('g');
      await page.keyboard.press('r');
      await page.waitForURL(({ pathname }) => pathname === '/procedure');
      await page.getByRole('button', { name: /^pending assurance/ }).click();
      await page.waitForURL(({ searchParams }) => searchParams.get('state') === 'pendingAssurance');
      const assess = page.getByRole('group').filter({ hasText: 'Assess the assurance' });
      await assess.getByText('Assess the assurance').click();
      await assess.getByText('you send it').waitFor();
      await assess.getByText('Confirmed by another person, one of').waitFor();
      expect(await assess.getByText(/^G-/).count()).toBeGreaterThan(0);
      expect(await screen.axeFinds()).toEqual([]);
      await page.getByRole('link', { name: 'Cases in this state' }).click();
      await page.waitForURL(
        ({ pathname, searchParams }) =>
          pathname === '/work' && searchParams.get('state') === 'pendingAssurance',
      );
    });

    it('says of a role which cases it sees, what of them, and what it sends and confirms', async () => {
      const screen = await open('aud-01', { language: 'ar' });
      const { page } = screen;
      await screen.open('/procedure?part=roles');
      const row = page.getByRole('row').filter({ hasText: 'الطبيب' });
      expect((await row.getByRole('cell').allTextContents()).filter((cell) => cell === 'يراها')).toHaveLength(
        2,
      );
      await row.getByRole('link').click();
      await page.waitForURL(({ searchParams }) => searchParams.get('role') === 'medical');
      await page.locator('dd', { hasText: 'الحفظ وإعادة التوطين' }).waitFor();
      expect(await page.locator('.step').count()).toBeGreaterThan(0);
    });
  });
}
