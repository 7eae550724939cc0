import { describe, expect, it } from '@jest/globals';
import type { Each } from './each.js';
import type { Language, Screen } from './screen.js';

const texts = {
  en: {
    all: /^Select all ([\d,]+) cases/,
    assign: 'Assign a case officer…',
    can: /([\d,]+) of ([\d,]+) can do this/,
    send: /^Send to [\d,]+ cases/,
    done: 'done',
    jobs: 'Go to the jobs',
  },
  ar: {
    all: /^تحديد كل الملفات/,
    assign: 'إسناد الملف إلى موظف حالة…',
    can: /يمكن ذلك في (\S+) من (\S+)\./,
    send: /^الإرسال إلى/,
    done: 'انتهت',
    jobs: 'الذهاب إلى المهام',
  },
} as const;

/** From one officer to another one, so that the languages do not take each other's cases. */
const officers = {
  en: ['co-10', 'co-12'],
  ar: ['co-11', 'co-12'],
} as const;

const stepsMax = 80;

/** Presses Tab until an element of this name has the focus. */
async function tabTo({ page }: Screen, name: string | RegExp, key = 'Tab'): Promise<void> {
  for (let step = 0; step < stepsMax; step += 1) {
    const wanted = page.getByRole('button', { name }).or(page.getByRole('link', { name }));
    if ((await page.locator(':focus').and(wanted).count()) > 0) return;
    await page.keyboard.press(key);
  }
  throw new Error(`nothing called ${String(name)} can be reached`);
}

interface Total {
  readonly total: { readonly value: number };
}

/** One command for many cases. */
export function describeManyCases({ open, demonstration }: Each): void {
  const count = async (officer: string) =>
    (await demonstration().get<Total>(`cases?assignee=${officer}&limit=1`)).total.value;

  describe('a supervisor', () => {
    it.each<Language>(['en', 'ar'])(
      'gives all cases of an officer to another one by keyboard alone, and sees what became of each, in %s',
      async (language) => {
        const [from, to] = officers[language];
        const say = texts[language];
        const before = [await count(from), await count(to)] as const;
        const screen = await open('sup-01', { language });
        const { page } = screen;
        await screen.open(`/work?view=all&assignee=${from}`);
        // The first row, with everything that is read so far, then all of the list.
        await page.locator('.case-table [role=row][data-key]').first().waitFor();
        for (let step = 0; step < stepsMax; step += 1) {
          if ((await page.locator('[role=row][data-key]:focus').count()) > 0) break;
          await page.keyboard.press('Tab');
        }
        await page.keyboard.press('x');
        await tabTo(screen, say.all, 'Shift+Tab');
        await page.keyboard.press('Enter');
        await tabTo(screen, say.assign);
        await page.keyboard.press('Enter');
        await page.locator('#field-officer:focus').waitFor();
        await page.keyboard.type(to);
        // Whoever types the whole id has chosen.
        await page.getByRole('option').first().waitFor({ state: 'detached' });
        expect(await screen.axeFinds()).toEqual([]);
        await page.keyboard.press('Enter');
        const dialog = page.getByRole('dialog');
        const said = say.can.exec((await dialog.getByText(say.can).textContent()) ?? '');
        expect(said?.[1]).toBe(said?.[2]);
        expect(await screen.axeFinds()).toEqual([]);
        await tabTo(screen, say.send);
        await page.keyboard.press('Enter');
        await dialog.locator('.chip').getByText(say.done, { exact: true }).waitFor();
        expect(await screen.axeFinds()).toEqual([]);
        await screen.picture(`bulk-${language}-desk`);
        const after = [await count(from), await count(to)] as const;
        expect(after[0]).toBeLessThan(before[0]);
        expect(after[0] + after[1]).toBe(before[0] + before[1]);
        await tabTo(screen, say.jobs);
        await page.keyboard.press('Enter');
        await page.locator('.jobs article').first().waitFor();
        expect(await screen.axeFinds()).toEqual([]);
        await screen.picture(`jobs-${language}-desk`);
      },
      60_000,
    );

    it('keeps what is selected when more of the list is read', async () => {
      const screen = await open('sup-01');
      const { page } = screen;
      await screen.open('/work?view=all&assignee=co-02');
      await page.locator('[role=row][data-key] .selection-box').first().click();
      const reference = await page.locator('[role=row][aria-selected=true] strong').first().textContent();
      await page.locator('.case-table').hover();
      const more = page.waitForResponse(/cursor=/);
      await page.mouse.wheel(0, 20_000);
      await more;
      await page.getByText('1 case selected').waitFor();
      await page.mouse.wheel(0, -100_000);
      await page.locator('[role=row][aria-selected=true]').getByText(String(reference)).waitFor();
    }, 60_000);
  });
}
