import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Each } from './each.js';
import { desk, phone, type Language, type Screen } from './screen.js';

const texts = {
  en: {
    ...{ people: 'People', register: 'Register somebody', id: 'Id', latin: /^Name in Latin letters/ },
    ...{ arabic: /^Name in Arabic letters/, unit: /^Unit/, supervisor: /^Supervisor/, save: 'Record it' },
    ...{
      exists: /somebody is registered under this id/,
      give: 'Give a role',
      role: /Role/,
      find: 'Id or name',
    },
    ...{
      monitor: 'post-return monitor',
      invite: 'Invite',
      make: 'Make the code',
      close: 'Close',
      leave: 'Record leaving',
    },
    ...{ unknown: /Your roles read no cases/, left: 'left', ways: 'password', also: 'also those who left' },
  },
  ar: {
    ...{ people: 'العاملون', register: 'تسجيل شخص', id: 'المعرّف', latin: /^الاسم بالحروف اللاتينية/ },
    ...{ arabic: /^الاسم بالحروف العربية/, unit: /^الوحدة/, supervisor: /^المشرف/, save: 'سجّل' },
    ...{ exists: /هناك شخص مسجَّل بهذا المعرّف/, give: 'منح دور', role: /الدور/, find: 'المعرّف أو الاسم' },
    ...{
      monitor: 'موظف المتابعة بعد العودة',
      invite: 'دعوة',
      make: 'أنشئ الرمز',
      close: 'إغلاق',
      leave: 'تسجيل المغادرة',
    },
    ...{ unknown: /أدوارك لا تقرأ الملفات/, left: 'غادر الخدمة', ways: 'كلمة مرور', also: 'مع من غادروا' },
  },
} as const;

const password = 'four words of hers';

/** The people who work with cases: a new one is registered, invited, works, and leaves. */
export function describePeople({ open, demonstration }: Each): void {
  /** Somebody makes their account with a code, on a device of their own. */
  async function begin({ context }: Screen, code: string): Promise<Page> {
    const other = await context.browser()?.newContext();
    if (other === undefined) throw new Error('the browser has gone');
    const page = await other.newPage();
    await page.goto(`${demonstration().url}/sign-in?code`);
    await page.fill('#invitation-code', code);
    await page.fill('#new-password', password);
    await page.fill('#new-password-again', password);
    await page.click('#invitation button.main');
    await page.waitForURL(({ pathname }) => pathname === '/account');
    return page;
  }

  async function register({ page }: Screen, id: string, say: (typeof texts)[Language]): Promise<void> {
    await page.getByRole('button', { name: say.register }).click();
    const form = page.getByRole('form', { name: say.register });
    // The id of somebody else first: nothing that was typed is lost.
    await form.getByRole('textbox', { name: say.id, exact: true }).fill('co-01');
    await form.getByRole('textbox', { name: say.latin }).fill('Rana Haddad');
    await form.getByRole('textbox', { name: say.arabic }).fill('رنا حداد');
    for (const [field, typed] of [
      [say.unit, 'RUTBA'],
      [say.supervisor, 'sup-01'],
    ] as const) {
      await form.getByRole('combobox', { name: field }).fill(typed);
      // What is offered closes.
      await page.keyboard.press('Tab');
    }
    await form.getByRole('button', { name: say.save, exact: true }).click();
    await form.getByRole('alert').getByText(say.exists).waitFor();
    await form.getByRole('textbox', { name: say.id, exact: true }).fill(id);
    await form.getByRole('button', { name: say.save, exact: true }).click();
    await page.waitForURL(({ pathname }) => pathname === `/people/${id}`);
  }

  describe('the people who work with cases', () => {
    it.each<Language>(['en', 'ar'])(
      'are registered, given a role and invited by an administrator, sign in, and leave, in %s',
      async (language) => {
        const say = texts[language];
        const id = `new-${language}`;
        const screen = await open('adm-01', { language });
        const { page } = screen;
        await screen.open('/work');
        await page.keyboard.press('g');
        await page.keyboard.press('p');
        await page.getByRole('heading', { level: 1, name: say.people }).waitFor();
        await screen.settled();
        expect(await screen.axeFinds()).toEqual([]);
        await screen.picture(`people-kept-${language}-desk`);
        await register(screen, id, say);

        await screen.button(say.give).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByRole('button', { name: say.role }).click();
        await page.getByRole('option', { name: say.monitor, exact: true }).click();
        expect(await screen.axeFinds()).toEqual([]);
        await dialog.getByRole('button', { name: say.save, exact: true }).click();
        await page.getByRole('listitem').filter({ hasText: say.monitor }).waitFor();

        await screen.button(say.invite).click();
        await dialog.getByRole('button', { name: say.make }).click();
        const code = await dialog.locator('.invitation-code').first().innerText();
        expect(await screen.axeFinds()).toEqual([]);
        await screen.picture(`invitation-${language}-desk`);
        await dialog.getByRole('button', { name: say.close, exact: true }).click();

        const theirs = await begin(screen, code);
        await theirs.goto(`${demonstration().url}/people`);
        await theirs.locator('h1').waitFor();
        expect(await theirs.getByRole('button', { name: say.register }).count()).toBe(0);
        await screen.open(`/people/${id}`);
        await page.getByText(say.ways, { exact: true }).waitFor();
        expect(await screen.axeFinds()).toEqual([]);
        await screen.picture(`person-kept-${language}-desk`);
        await page.setViewportSize(phone);
        expect(await screen.overflow()).toBe(0);
        await screen.picture(`person-kept-${language}-phone`);
        await page.setViewportSize(desk);

        await screen.button(say.leave).click();
        const asked = page.getByRole('alertdialog');
        await asked.getByText(say.unknown).waitFor();
        expect(await screen.axeFinds()).toEqual([]);
        await asked.getByRole('button', { name: say.leave }).click();
        await page.getByRole('heading', { level: 1 }).getByText(say.left, { exact: true }).waitFor();
        await theirs.goto(`${demonstration().url}/people`);
        await theirs.waitForURL(({ pathname }) => pathname === '/sign-in');
        await theirs.context().close();

        await screen.open('/people');
        await page.getByRole('searchbox', { name: say.find }).fill(id);
        await page.getByRole('row').nth(1).waitFor({ state: 'detached' });
        await page.getByText(say.also).click();
        await page.getByRole('row').filter({ hasText: id }).getByRole('link').first().click();
        await page.waitForURL(({ pathname }) => pathname === `/people/${id}`);
        await page.goBack();
        await page.getByRole('row').filter({ hasText: id }).waitFor();
        expect(await page.getByRole('searchbox', { name: say.find }).inputValue()).toBe(id);
      },
      90_000,
    );
  });
}
