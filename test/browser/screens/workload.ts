import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Workload } from '@safeconduct/contracts';
import type { Each } from './each.js';
import type { Language, Screen } from './screen.js';

const texts = {
  en: {
    workload: 'Workload',
    overdue: 'Overdue',
    give: /^Give cases of Ayman/,
    check: 'See who gets what',
    choose: 'Choose one officer at least.',
    wrong: /^A number from 1 to/,
    can: /^([\d,]+) of ([\d,]+) cases can be given/,
    send: /^Give [\d,]+ cases$/,
    done: 'done',
    jobs: 'Go to the jobs',
  },
  ar: {
    workload: 'عبء العمل',
    overdue: 'متأخرة',
    give: /^إعطاء ملفات جمال/,
    check: 'عرض ما يستلمه كل واحد',
    choose: 'اختر موظفًا واحدًا على الأقل.',
    wrong: /^اكتب رقمًا/,
    can: /^يمكن إعطاء (\S+) من (\S+)\./,
    send: /^إعطاء (\S+) ملف/,
    done: 'انتهت',
    jobs: 'الذهاب إلى المهام',
  },
} as const;

/** Whose cases are given away, so that the languages do not take each other's; and how many, typed in digits of the language. */
const given = {
  en: { officer: 'co-05', count: '24', typed: '24', tooMany: '99999' },
  ar: { officer: 'co-06', count: '24', typed: '٢٤', tooMany: '٩٩٩٩٩' },
} as const;
const receivers = ['co-10', 'co-11', 'co-12'] as const;

const stepsMax = 80;

/** Presses a key until something has the focus. */
async function tabTo({ page }: Screen, selector: string, key = 'Tab'): Promise<void> {
  for (let step = 0; step < stepsMax; step += 1) {
    if ((await page.locator(selector).and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${selector} cannot be reached`);
}

/** How much work the officers have, and cases of one that are given to others. */
export function describeWorkload({ open, demonstration }: Each): void {
  const loads = async () => {
    const { items } = await demonstration().get<Workload>('workload');
    return new Map(items.map((load) => [load.officer, load.open]));
  };

  describe('the workload', () => {
    it.each<Language>(['en', 'ar'])(
      'lets a supervisor give cases of one officer to three others by keyboard alone, in %s',
      async (language) => {
        const say = texts[language];
        const { officer, count, typed, tooMany } = given[language];
        const screen = await open('sup-01', { language });
        const { page } = screen;
        await screen.open('/work');
        await page.keyboard.press('g');
        await page.keyboard.press('o');
        await page.getByRole('heading', { level: 1, name: say.workload }).waitFor();
        await screen.settled();
        await screen.picture(`workload-${language}-desk`);
        const before = await loads();
        const opening = page.getByRole('button', { name: say.give });
        await opening.focus();
        await page.keyboard.press('Enter');
        await page.locator('#field-count:focus, #field-count input:focus').waitFor();
        await page.keyboard.type(tooMany);
        await page.keyboard.press('Control+Enter');
        const dialog = page.getByRole('dialog');
        await dialog.getByText(say.wrong).waitFor();
        await dialog.getByText(say.choose).waitFor();
        expect(await screen.axeFinds()).toEqual([]);
        await page.locator('#field-count:focus, #field-count input:focus').waitFor();
        await page.keyboard.press('Control+a');
        await page.keyboard.type(typed);
        for (const one of receivers) {
          await tabTo(screen, `[role=dialog] input[value="${one}"]`);
          await page.keyboard.press('Space');
        }
        await page.keyboard.press('Control+Enter');
        const said = say.can.exec((await dialog.getByText(say.can).textContent()) ?? '');
        expect(said?.[1]).toBe(said?.[2]);
        expect(await dialog.getByRole('row').count()).toBe(1 + receivers.length);
        expect(await screen.axeFinds()).toEqual([]);
        await screen.picture(`share-${language}-desk`);
        await page.getByRole('button', { name: say.send }).and(page.locator(':focus')).waitFor();
        await page.keyboard.press('Enter');
        await dialog.locator('.chip').getByText(say.done, { exact: true }).nth(2).waitFor();
        expect(await screen.axeFinds()).toEqual([]);
        const after = await loads();
        const change = (one: string) => (after.get(one) ?? 0) - (before.get(one) ?? 0);
        expect(receivers.map(change)).toEqual([8, 8, 8]);
        expect(change(officer)).toBe(-Number(count));
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'detached' });
        // The numbers of the screen are those of now, and whoever was in the window is where they were.
        await opening.and(page.locator(':focus')).waitFor();
      },
      60_000,
    );

    it('leads from each number to its cases, sorts, and is taken along as a file', async () => {
      const screen = await open('sup-02');
      const { page } = screen;
      await screen.open('/workload?facility=RUTBA');
      const table = page.locator('.loads');
      // One row has a number in each column.
      const links = table.getByRole('row').filter({ hasText: 'Firas' }).getByRole('link');
      await links.first().waitFor();
      const count = await links.count();
      expect(count).toBe(4);
      for (let place = 0; place < count; place += 1) {
        const number = Number(await links.nth(place).textContent());
        const address = await links.nth(place).getAttribute('href');
        await links.nth(place).click();
        await page.waitForURL(({ pathname }) => pathname === '/work');
        await page
          .getByRole('status')
          .getByText(number === 1 ? '1 case' : `${number} cases`, { exact: true })
          .waitFor();
        expect(page.url().endsWith(address ?? '?')).toBe(true);
        expect(Object.fromEntries(new URL(page.url()).searchParams)).toMatchObject({
          ...{ open: 'yes', assignee: 'co-02', facility: 'RUTBA' },
        });
        await page.goBack();
      }
      const heads = table.getByRole('columnheader');
      await table.getByRole('button', { name: 'Overdue' }).click();
      expect(await heads.nth(3).getAttribute('aria-sort')).toBe('descending');
      await table.getByRole('button', { name: 'Overdue' }).click();
      expect(await heads.nth(3).getAttribute('aria-sort')).toBe('ascending');
      expect(new URL(page.url()).searchParams.get('by')).toBe('overdue');
      const download = page.waitForEvent('download');
      await screen.button('Download (CSV)').click();
      const file = await download;
      expect(file.suggestedFilename()).toBe('workload-RUTBA.csv');
      const lines = readFileSync(await file.path(), 'utf8')
        .trim()
        .split('\r\n');
      expect(lines).toHaveLength(1 + (await table.getByRole('row').count()) - 1);
      expect(lines[0]).toContain('Officer,Open,Overdue,Due in 7 days,Waiting for them');
      await page.getByRole('button', { name: /^Remove/ }).click();
      await page.waitForURL(({ searchParams }) => searchParams.get('facility') === null);
    });

    it('shows a case officer their own work, and gives nothing away', async () => {
      const screen = await open('co-01');
      await screen.open('/workload');
      const rows = screen.page.locator('.loads tbody tr');
      await rows.first().waitFor();
      expect(await rows.count()).toBe(1);
      expect(await screen.page.getByRole('button', { name: /^Give cases/ }).count()).toBe(0);
      expect(await screen.page.getByRole('link', { name: 'Workload' }).count()).toBe(0);
    });
  });

  it('shares out what was selected in a worklist', async () => {
    const screen = await open('sup-01');
    const { page } = screen;
    await screen.open('/work?view=all&assignee=co-02&open=yes');
    for (const place of [0, 1]) await page.locator('[role=row][data-key] .selection-box').nth(place).click();
    await page.getByText('2 cases selected').waitFor();
    await screen.button('Share out…').click();
    const dialog = page.getByRole('dialog');
    for (const one of ['co-10', 'co-12'])
      await dialog
        .locator('label')
        .filter({ has: page.locator(`input[value="${one}"]`) })
        .click();
    await dialog.getByRole('button', { name: 'See who gets what' }).click();
    await dialog.getByText('2 of 2 cases can be given.').waitFor();
    expect(await dialog.getByText('in the order in which they were selected').count()).toBe(1);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('2 cases selected').waitFor();
  });
}
