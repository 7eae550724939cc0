import { describe, expect, it } from '@jest/globals';
import type { Each } from './each.js';
import type { Screen } from './screen.js';

/** What is typed into a form outlasts the page, and is found on another device. */
export function describeDrafts({ open, demonstration }: Each): void {
  const languages = [
    [
      'en',
      {
        ...{ session: 'session number', kept: /^Draft kept /, waits: /Draft of /, record: /^Record Ctrl/ },
        ...{ recorded: 'Recorded', throwAway: 'Throw it away', lawyer: /lawyer was offered/, yes: 'yes' },
        ...{ interpreter: 'interpreter', pack: 'version of the information pack' },
      },
    ],
    [
      'ar',
      {
        ...{ session: 'رقم الجلسة', kept: /^حُفظت المسودة /, waits: /مسودة من /, record: /^تسجيل Ctrl/ },
        ...{ recorded: 'سُجّل', throwAway: 'تخلّص منها', lawyer: /محام/, yes: 'نعم' },
        ...{ interpreter: 'المترجم', pack: 'إصدار حزمة المعلومات' },
      },
    ],
  ] as const;

  let taken = 40;
  const nextCase = async (): Promise<string> =>
    (await demonstration().caseIn('state=camped.settled&assignee=co-01&sort=-reference', taken++)).caseId;
  const keptAfter = (screen: Screen, kept: RegExp) => screen.page.getByText(kept).first().waitFor();

  describe('drafts', () => {
    it.each(languages)(
      'outlast the page that was closed, are found on another device, and end when the command is sent, in %s',
      async (language, said) => {
        const caseId = await nextCase();
        const first = await open('co-01', { language });
        await first.open(`/cases/${caseId}?do=HoldCounselling`);
        await first.page.getByLabel(said.session).fill('C-DRAFT');
        await first.page.getByRole('radiogroup', { name: said.lawyer }).getByText(said.yes).click();
        await keptAfter(first, said.kept);
        await first.page.close();

        const second = await open('co-01', { language });
        await second.open(`/cases/${caseId}`);
        await second.button(said.waits).waitFor();
        const { page } = second;
        await second.open('/drafts');
        await second.picture(`drafts-${language}`);
        await page.locator(`main a[href^="/cases/${caseId}"]`).click();
        expect(await page.getByLabel(said.session).inputValue()).toBe('C-DRAFT');
        await keptAfter(second, said.kept);
        expect(await second.axeFinds()).toEqual([]);
        await second.picture(`draft-${language}`);
        await page.getByRole('combobox', { name: said.interpreter }).fill('int-0');
        await page.getByRole('option').first().click();
        await page.getByLabel(said.pack).fill('SY-2024-12-20');
        await second.button(said.record).click();
        await page.getByText(said.recorded, { exact: true }).waitFor();
        await second.open(`/cases/${caseId}?do=HoldCounselling`);
        expect(await page.getByLabel(said.session).inputValue()).toBe('');
        expect(await page.getByText(said.waits).count()).toBe(0);
      },
      60_000,
    );

    it('are thrown away in their list after one question', async () => {
      const caseId = await nextCase();
      const screen = await open('co-01');
      const { page } = screen;
      await screen.open(`/cases/${caseId}?do=HoldCounselling`);
      await page.getByLabel('session number').fill('C-NEVER');
      await keptAfter(screen, /^Draft kept/);
      await page.keyboard.press('Escape');
      await screen.open('/drafts');
      const row = page.getByRole('row').filter({ has: page.locator(`a[href^="/cases/${caseId}"]`) });
      await row.getByRole('button').click();
      expect(await screen.axeFinds()).toEqual([]);
      await page.getByRole('dialog').getByRole('button', { name: 'Keep it' }).click();
      await row.getByRole('button').click();
      await page.getByRole('dialog').getByRole('button', { name: 'Throw away' }).click();
      await row.waitFor({ state: 'detached' });
      await screen.open(`/cases/${caseId}?do=HoldCounselling`);
      expect(await page.getByLabel('session number').inputValue()).toBe('');
    });

    it('of two devices are shown side by side, overwritten when somebody says so, and thrown away after one question', async () => {
      const caseId = await nextCase();
      const [here, there] = [await open('co-01'), await open('co-01')];
      const session = (screen: Screen) => screen.page.getByLabel('session number');
      await here.open(`/cases/${caseId}?do=HoldCounselling`);
      await session(here).fill('C-HERE');
      await keptAfter(here, /^Draft kept/);
      await there.open(`/cases/${caseId}?do=HoldCounselling`);
      await session(there).fill('C-THERE');
      await keptAfter(there, /^Not kept yet/);
      await keptAfter(there, /^Draft kept/);
      await session(here).fill('C-HERE, later');
      await here.page.getByRole('row', { name: 'session number C-HERE, later C-THERE' }).waitFor();
      expect(await here.axeFinds()).toEqual([]);
      await here.button('Keep what is here').click();
      await keptAfter(here, /^Draft kept/);
      await here.button('Throw it away').click();
      const asked = here.page.getByRole('alertdialog');
      await asked.getByRole('button', { name: 'Throw it away' }).click();
      await keptAfter(here, /^What you type is kept/);
      expect(await session(here).inputValue()).toBe('');
      await session(there).fill('C-THERE, later');
      await there.page.getByText('The draft was sent or thrown away on another device').waitFor();
      await there.button('Throw away what is here').click();
      expect(await session(there).inputValue()).toBe('');
    }, 60_000);
  });
}
