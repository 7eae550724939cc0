import { describe, expect, it } from '@jest/globals';
import type { EmergencyAccess, Job } from '@safeconduct/contracts';
import type { Each } from './each.js';
import { desk, phone, type Language } from './screen.js';

const texts = {
  en: {
    exceptions: 'Exceptions',
    emergency: /^Emergency access to be reviewed/,
    jobs: /^Jobs that failed or had refusals/,
    refused: /refused in 1 of 1 cases/,
    review: 'Review…',
    why: 'What the verdict follows from',
    record: 'Record the verdict',
    job: 'Open the job',
    system: 'System',
    works: 'Everything works',
    forbidden: 'The state of the system is shown to administrators.',
  },
  ar: {
    exceptions: 'الحالات الاستثنائية',
    emergency: /^وصول طارئ ينتظر المراجعة/,
    jobs: /^مهام أخفقت أو فيها حالات رفض/,
    refused: /الملفات المرفوضة/,
    review: 'مراجعة…',
    why: 'ما يستند إليه الحكم',
    record: 'تسجيل الحكم',
    job: 'فتح المهمة',
    system: 'النظام',
    works: 'كل شيء يعمل',
    forbidden: 'تُعرض حالة النظام للمديرين فقط.',
  },
} as const;

const unknown = 'a4f1e3b2-1f5c-8c3e-9d2a-6b7c8d9e0f10';

/** What does not go on by itself, and how the installation is. */
export function describeExceptions({ open, demonstration }: Each): void {
  /** Somebody of the unit of the supervisor took emergency access, and it is over. */
  async function accessToReview(place: number): Promise<void> {
    const { caseIn, post } = demonstration();
    const { caseId } = await caseIn('state=camped&facility=BAGHDAD', place);
    const text = 'The person collapsed at the gate; allergies are needed.';
    const asked = { trigger: 'medicalEmergency', text, minutes: 30 };
    const { id } = await post<EmergencyAccess>(`cases/${caseId}/emergency-access`, 'pro-01', asked);
    await post(`emergency-access/${id}/end`, 'pro-01', {});
  }

  async function refusedJob(): Promise<void> {
    const { post, get } = demonstration();
    const body = { data: { officer: 'co-10' }, cases: [{ caseId: unknown }] };
    const { id } = await post<Job>('workflows/officer-case/commands/AssignOfficer/bulk', 'sup-01', body);
    while ((await get<Job>(`jobs/${id}`)).endedAt === null)
      await new Promise((resolve) => setTimeout(resolve, 50));
  }

  describe('the exceptions', () => {
    it.each<Language>(['en', 'ar'])(
      'are found by keyboard, lead to the job, and let a supervisor review emergency access, in %s',
      async (language) => {
        const say = texts[language];
        await accessToReview(language === 'en' ? 0 : 1);
        await refusedJob();
        const screen = await open('sup-01', { language });
        const { page } = screen;
        await screen.open('/work');
        await page.keyboard.press('g');
        await page.keyboard.press('e');
        await page.getByRole('heading', { level: 1, name: say.exceptions }).waitFor();
        await screen.settled();
        expect(await page.locator('.shell-nav a[href="/exceptions"] .count').count()).toBe(1);
        await page.getByRole('region', { name: say.jobs }).getByText(say.refused).first().waitFor();
        expect(await screen.axeFinds()).toEqual([]);
        await screen.picture(`exceptions-${language}-desk`);
        await page.setViewportSize(phone);
        expect(await screen.overflow()).toBe(0);
        await screen.picture(`exceptions-${language}-phone`);
        await page.setViewportSize(desk);
        const access = page.getByRole('region', { name: say.emergency });
        await access.getByRole('button', { name: say.review }).focus();
        await page.keyboard.press('Enter');
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel(say.why).fill('The doctor confirms that it was needed.');
        expect(await screen.axeFinds()).toEqual([]);
        await dialog.getByRole('button', { name: say.record }).click();
        await access.waitFor({ state: 'detached' });
        await page
          .getByRole('region', { name: say.jobs })
          .getByRole('link', { name: say.job })
          .first()
          .click();
        await page.waitForURL(({ pathname, search }) => pathname === '/jobs' && search.includes('job='));
      },
      60_000,
    );
  });

  describe('the state of the system', () => {
    it.each<Language>(['en', 'ar'])('is shown to an administrator alone, in %s', async (language) => {
      const say = texts[language];
      const screen = await open('adm-01', { language });
      const { page } = screen;
      await screen.open('/work');
      await page.keyboard.press('g');
      await page.keyboard.press('s');
      await page.getByRole('heading', { level: 1, name: say.system }).waitFor();
      await page.getByText(say.works).waitFor();
      expect(await screen.axeFinds()).toEqual([]);
      await screen.picture(`system-${language}-desk`);
      await page.setViewportSize(phone);
      expect(await screen.overflow()).toBe(0);
      await screen.picture(`system-${language}-phone`);
      const other = await open('sup-01', { language });
      await other.open('/system');
      await other.page.getByText(say.forbidden).waitFor();
      expect(await other.page.locator('.shell-nav a[href="/system"]').count()).toBe(0);
    });
  });
}
