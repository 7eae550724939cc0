import { describe, expect, it } from '@jest/globals';
import type { Verification, VerificationPage, VerificationProblems } from '@safeconduct/contracts';
import type { Each } from './each.js';
import { desk, phone, type Language } from './screen.js';

const texts = {
  en: {
    title: 'Verification',
    start: 'Check the log now',
    cancel: 'Cancel the check',
    cancelled: 'cancelled',
    found: '2 problems found',
    show: 'Show the 2 problems',
    toCase: 'Open the case',
    forbidden: 'Only auditors, data protection officers and administrators have the log checked.',
  },
  ar: {
    title: 'فحص السجل',
    start: 'فحص السجل الآن',
    cancel: 'إلغاء الفحص',
    cancelled: 'أُلغيت',
    found: 'عُثر على خللين',
    show: 'عرض موضعي الخلل',
    toCase: 'فتح الملف',
    forbidden: 'لا يطلب فحص السجل إلا المدققون ومسؤولو حماية البيانات والمديرون.',
  },
} as const;

/** The log is checked from a screen. */
export function describeVerification({ open, demonstration }: Each): void {
  describe('a check of the log', () => {
    it.each<Language>(['en', 'ar'])(
      'is started, followed and cancelled by a reviewer, in %s',
      async (language) => {
        const say = texts[language];
        const screen = await open('aud-01', { language });
        const { page } = screen;
        await screen.open('/work');
        await page.keyboard.press('g');
        await page.keyboard.press('v');
        await page.getByRole('heading', { level: 1, name: say.title }).waitFor();
        await page.getByRole('button', { name: say.start }).click();
        await page.getByRole('progressbar').waitFor();
        expect(await screen.axeFinds()).toEqual([]);
        await page.getByRole('button', { name: say.cancel }).click();
        const first = page.locator('.jobs article').first();
        await first.getByText(say.cancelled).waitFor();
        // The next one can begin.
        expect(await page.getByRole('button', { name: say.start }).isEnabled()).toBe(true);
      },
    );

    it.each<Language>(['en', 'ar'])(
      'leads from what it found to the day and the case, in %s',
      async (language) => {
        const say = texts[language];
        const { caseId } = await demonstration().caseIn('state=camped');
        const screen = await open('aud-01', { language });
        const { page } = screen;
        // The log of the demonstration is sound, so what a check of another one found is put in its place.
        const answers = { '**/api/v1/verifications?*': listed, '**/problems': problemsOf(caseId) };
        for (const [url, json] of Object.entries(answers))
          await page.route(url, (route) => route.fulfill({ json }));
        await screen.open('/verification');
        await page.getByText(say.found).waitFor();
        await page.getByText(say.show).click();
        await page.getByRole('link', { name: say.toCase }).waitFor();
        expect(await screen.axeFinds()).toEqual([]);
        await screen.picture(`verification-found-${language}-desk`);
        await page.setViewportSize(phone);
        expect(await screen.overflow()).toBe(0);
        await screen.picture(`verification-found-${language}-phone`);
        await page.setViewportSize(desk);
        await page.locator('a[href*="/audit"][href*="2024-12-13"]').click();
        await page.waitForURL(/\/audit\?.*from=2024-12-13/);
        await screen.open('/verification');
        await page.getByText(say.show).click();
        await page.getByRole('link', { name: say.toCase }).click();
        await page.waitForURL(({ pathname }) => pathname === `/cases/${caseId}`);
      },
    );

    it('is refused to an officer, who is told why', async () => {
      const screen = await open('co-01');
      await screen.open('/verification');
      await screen.page.getByText(texts.en.forbidden).waitFor();
      expect(await screen.page.locator('.shell-nav a[href="/verification"]').count()).toBe(0);
    });
  });
}

const checked: Verification = {
  ...{ id: '0197d3a0-0000-7000-8000-000000000001', state: 'done', actor: 'aud-01', step: 'views' },
  ...{
    createdAt: '2026-11-29T09:00:00Z',
    startedAt: '2026-11-29T09:00:01Z',
    endedAt: '2026-11-29T09:00:31Z',
  },
  ...{ total: 95_820, done: 95_820, secondsLeft: null, problem: null },
  findings: { events: 47_910, cases: 2493, otherDefinitions: 3, reads: 512, isDamaged: false, problems: 2 },
};

const listed: VerificationPage = { items: [checked], next: null };

const problemsOf = (caseId: string): VerificationProblems => ({
  items: [
    {
      ...{ position: '4711', recordedAt: '2024-12-13T08:00:00Z', caseId },
      what: 'ReturnCleared by ClearReturn: the role medical may not send it',
    },
    { position: null, recordedAt: null, caseId: null, what: 'population: a row differs from the log' },
  ],
  total: 2,
});
