import { describe, expect, it } from '@jest/globals';
import type { Each } from './each.js';
import { desk, phone, type Language } from './screen.js';

const texts = {
  en: {
    choose: 'Choose what you read for…',
    menu: 'What you read for…',
    account: /^Your account/,
    person: 'request of the person',
    usual: 'audit (as usual)',
    take: 'Read for it',
    sign: 'You read for: request of the person',
    report: 'Who dealt with the case',
    back: 'Back to the case',
    reported: 'Who dealt with your case',
    read: 'Who read',
    save: 'Save as a file',
    lost: /^Your roles have changed/,
    leave: 'Sign out',
  },
  ar: {
    choose: 'اختيار غرض الاطلاع…',
    menu: 'غرض الاطلاع…',
    account: /^حسابك/,
    person: 'طلب الشخص المعني',
    usual: 'التدقيق (المعتاد)',
    take: 'الاطلاع لهذا الغرض',
    sign: 'تطّلع لغرض: طلب الشخص المعني',
    report: 'من تعامل مع الملف',
    back: 'العودة إلى الملف',
    reported: 'من تعامل مع ملفك',
    read: 'من اطّلع',
    save: 'حفظ كملف',
    lost: /^تغيّرت أدوارك/,
    leave: 'تسجيل الخروج',
  },
} as const;

/** A data protection officer, who sees cases for a request of their person and for nothing else. */
export function describePurpose({ open, demonstration }: Each): void {
  describe('what somebody reads for', () => {
    it.each<Language>(['en', 'ar'])(
      'is chosen where a case is not there, shown, kept in the tab alone, and opens the case and its report, in %s',
      async (language) => {
        const say = texts[language];
        const { caseId, reference } = await demonstration().caseIn('state=camped&sort=reference');
        const screen = await open('dpo-01', { language });
        const { page } = screen;
        await screen.open(`/cases/${caseId}`);
        await screen.button(say.choose).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByText(say.person).click();
        expect(await screen.axeFinds()).toEqual([]);
        await screen.picture(`purpose-${language}-desk`);
        await dialog.getByRole('button', { name: say.take }).click();
        await page.getByRole('heading', { level: 1, name: reference }).waitFor();
        await screen.settled();
        await screen.button(say.sign).waitFor();
        expect(await screen.axeFinds()).toEqual([]);
        await screen.picture(`purpose-case-${language}-desk`);
        await page.setViewportSize(phone);
        expect(await screen.overflow()).toBe(0);
        await screen.picture(`purpose-case-${language}-phone`);
        await page.setViewportSize(desk);

        await screen.link(say.report).click();
        await page.getByRole('heading', { level: 1, name: say.reported }).waitFor();
        await page.getByRole('region', { name: say.read }).getByRole('row').nth(1).waitFor();
        expect(await screen.axeFinds()).toEqual([]);
        await screen.picture(`access-report-${language}-desk`);
        await page.setViewportSize(phone);
        expect(await screen.overflow()).toBe(0);
        await screen.picture(`access-report-${language}-phone`);
        await page.setViewportSize(desk);
        const [file] = await Promise.all([page.waitForEvent('download'), screen.button(say.save).click()]);
        expect(file.suggestedFilename()).toBe('access-report.html');

        // It holds after a reload, and not for whoever opens the same address.
        expect(page.url()).not.toContain('subjectRequest');
        await page.reload();
        await screen.button(say.sign).waitFor();
        const other = await screen.context.newPage();
        await other.goto(page.url());
        await other.getByText('READ_NOT_PERMITTED').waitFor();
        await other.close();
        await screen.link(say.back).click();
        await page.getByRole('heading', { level: 1, name: reference }).waitFor();
      },
      60_000,
    );

    it('reads everything anew when it changes, the feed and the counts as well, and shows nothing of before', async () => {
      const say = texts.en;
      const screen = await open('dpo-01');
      const { page } = screen;
      await screen.open('/work?view=all');
      expect(await page.getByRole('row', { name: /QAIM-2024-/ }).count()).toBe(0);
      const choose = async (what: string) => {
        await page.getByRole('dialog').getByText(what, { exact: true }).click();
        await screen.button(say.take).click();
      };
      await screen.button(say.account).click();
      await page.getByRole('menuitem', { name: say.menu }).click();
      const asked: string[] = [];
      page.on('request', (request) => {
        const { pathname, searchParams } = new URL(request.url());
        const purpose = request.headers()['x-purpose'] ?? searchParams.get('purpose') ?? 'none';
        if (pathname.startsWith('/api/')) asked.push(`${pathname} ${purpose}`);
      });
      await choose(say.person);
      const row = page.getByRole('row', { name: /-2024-/ }).first();
      await row.waitFor();
      for (const path of ['/api/v1/cases', '/api/v1/counts', '/api/v1/feed'])
        expect(asked).toContain(`${path} subjectRequest`);
      await screen.button(say.sign).click();
      asked.length = 0;
      await choose(say.usual);
      await row.waitFor({ state: 'detached' });
      await screen.button(say.sign).waitFor({ state: 'detached' });
      await screen.settled();
      const from = asked.indexOf('/api/v1/cases none');
      expect(from).toBeGreaterThanOrEqual(0);
      expect(asked.slice(from).filter((one) => one.endsWith('subjectRequest'))).toEqual([]);
    }, 60_000);

    it('ends at sign-out, and where the roles do not have it any more, which is said', async () => {
      const say = texts.en;
      const screen = await open('dpo-01');
      const { page } = screen;
      await screen.open('/work?view=all');
      const keep = (kept: string) =>
        page.evaluate(`sessionStorage.setItem('safeconduct.purpose', ${JSON.stringify(kept)})`);
      await keep('dpo-01 custody');
      await page.reload();
      await page.getByText(say.lost).waitFor();
      expect(await screen.axeFinds()).toEqual([]);
      await keep('sup-01 subjectRequest');
      await page.reload();
      await screen.settled();
      expect(await screen.button(say.sign).count()).toBe(0);
      await keep('dpo-01 subjectRequest');
      await page.reload();
      await screen.button(say.sign).waitFor();
      await screen.button(say.account).click();
      await page.getByRole('menuitem', { name: say.leave }).click();
      await page.waitForURL(({ pathname }) => pathname === '/sign-in');
      expect(await page.evaluate(`sessionStorage.getItem('safeconduct.purpose')`)).toBeNull();
    }, 60_000);
  });
}
