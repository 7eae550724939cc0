import { describe, expect, it } from '@jest/globals';
import type { Each } from './each.js';

/** Lists that are saved under a name. */
export function describeSavedLists({ open }: Each): void {
  const languages = [
    [
      'en',
      {
        menu: 'Saved lists',
        name: 'Name of the list',
        everybody: 'everybody',
        save: 'Save this list',
        remove: /^Remove/,
      },
    ],
    [
      'ar',
      {
        menu: 'القوائم المحفوظة',
        name: 'اسم القائمة',
        everybody: 'الجميع',
        save: 'حفظ هذه القائمة',
        remove: /^حذف/,
      },
    ],
  ] as const;

  describe('a saved list', () => {
    it.each(languages)(
      'is saved by keyboard, found by others, shows the same list, and is removed, in %s',
      async (language, said) => {
        const [officer, other] = [await open('sup-01', { language }), await open('sup-02', { language })];
        const { page } = officer;
        const name = `Camp, for long (${language})`;
        await officer.open('/work?view=all&state=camped&age=30-90&sort=-since');
        await page.keyboard.press('s');
        await page.getByLabel(said.name).fill(name);
        await page.getByRole('dialog').getByText(said.everybody, { exact: true }).click();
        await page.keyboard.press('Control+Enter');
        await officer.button(name).waitFor();

        await other.open('/work?view=all');
        await other.button(said.menu).click();
        await other.page.getByRole('menuitem', { name }).click();
        await other.button(name).waitFor();
        const parametersAt = (url: string) => Object.fromEntries(new URL(url).searchParams);
        expect(parametersAt(other.page.url())).toEqual(parametersAt(page.url()));

        await officer.button(name).click();
        await page.getByRole('menuitem', { name: said.save }).click();
        expect(await page.getByLabel(said.name).inputValue()).toBe(name);
        await page
          .getByRole('listitem')
          .filter({ hasText: name })
          .getByRole('button', { name: said.remove })
          .click();
        await page.getByRole('listitem').filter({ hasText: name }).waitFor({ state: 'detached' });
        await page.keyboard.press('Escape');
        await officer.button(said.menu).waitFor();
      },
    );
  });

  describe('the table of a list', () => {
    it('has the columns and the close rows that were chosen by keyboard, after a reload too, until they are given up', async () => {
      const screen = await open('sup-01');
      const { page } = screen;
      const header = (name: string) => page.getByRole('columnheader', { name });
      const rows = () => page.locator('.case-table [role=row][data-key]').count();
      const choose = async (name: string) => {
        await screen.button('Layout').press('Enter');
        await page.getByRole('menuitemcheckbox', { name }).press('Enter');
        await page.keyboard.press('Escape');
      };
      await screen.open('/work?view=all');
      await header('Facility').waitFor();
      const atFirst = await rows();
      await choose('Officer');
      await choose('Facility');
      await choose('One line');
      for (const again of [false, true]) {
        if (again) await screen.open('/work?view=all');
        await header('Officer').waitFor();
        await header('Facility').waitFor({ state: 'detached' });
        expect(await rows()).toBeGreaterThan(atFirst);
      }
      expect(await screen.axeFinds()).toEqual([]);
      await screen.picture('worklist-close-en');
      await screen.button('Layout').press('Enter');
      await page.getByRole('menuitem', { name: 'As it fits' }).press('Enter');
      await header('Facility').waitFor();
      await header('Officer').waitFor({ state: 'detached' });
    });
  });
}
