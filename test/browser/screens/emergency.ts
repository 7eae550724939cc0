import { describe, expect, it } from '@jest/globals';
import type { Each } from './each.js';
import { desk, phone, type Language, type Screen } from './screen.js';

const texts = {
  en: {
    link: 'Emergency access…',
    reference: 'Reference of the case',
    trigger: 'A medical emergency',
    why: /^Why it cannot wait/,
    identity: 'identity',
    take: 'Take emergency access',
    until: /^Emergency access until/,
    banner: 'Emergency access',
    end: 'End now',
    over: /^Your emergency access to this case ended/,
    runs: /^You have emergency access to this case until/,
    read: 'Read the case under it',
    waits: 'waits for its review',
    reviewed: 'It was justified.',
    review: 'Review…',
    verdict: 'What the verdict follows from',
    record: 'Record the verdict',
    running: /^Emergency access that runs now/,
    access: /^Emergency access to be reviewed/,
    forbidden: 'Your roles give no emergency access.',
  },
  ar: {
    link: 'الوصول الطارئ…',
    reference: 'مرجع الملف',
    trigger: 'حالة طبية طارئة',
    why: /^لماذا لا يحتمل/,
    identity: 'الهوية',
    take: 'أخذ الوصول الطارئ',
    until: /^وصول طارئ حتى/,
    banner: 'الوصول الطارئ',
    end: 'إنهاء الآن',
    over: /^انتهى وصولك الطارئ/,
    runs: /^لديك وصول طارئ/,
    read: 'الاطلاع على الملف بموجبه',
    waits: 'ينتظر المراجعة',
    reviewed: 'كان مبرَّراً.',
    review: 'مراجعة…',
    verdict: 'ما يستند إليه الحكم',
    record: 'تسجيل الحكم',
    running: /^وصول طارئ سارٍ الآن/,
    access: /^وصول طارئ ينتظر المراجعة/,
    forbidden: 'لا تمنحك أدوارك وصولاً طارئاً.',
  },
} as const;

/** Access to one case in an emergency, from taking it to its review. */
export function describeEmergency({ open, demonstration }: Each): void {
  const foreignCase = (place: number) =>
    demonstration().caseIn('state=camped&assignee=co-02&sort=reference', place);

  async function fillIn({ page }: Screen, say: (typeof texts)[Language]): Promise<void> {
    await page.getByRole('radiogroup').getByText(say.trigger).click();
    await page.getByLabel(say.why).fill('Collapsed at the gate; the doctor asks.');
    await page.getByText(say.identity, { exact: true }).click();
  }

  /** Whoever reviews it later sees at once that it runs, with what was written. */
  async function seeRunning(language: Language): Promise<void> {
    const dataProtection = await open('dpo-01', { language });
    await dataProtection.open('/exceptions');
    const running = dataProtection.page.getByRole('region', { name: texts[language].running });
    expect(await running.textContent()).toContain('Collapsed at the gate; the doctor asks.');
  }

  async function review(say: (typeof texts)[Language], language: Language): Promise<void> {
    const supervisor = await open('sup-01', { language });
    await supervisor.open('/exceptions');
    const access = supervisor.page.getByRole('region', { name: say.access });
    await access.getByRole('button', { name: say.review }).click();
    const dialog = supervisor.page.getByRole('dialog');
    await dialog.getByLabel(say.verdict).fill('The doctor confirms that it was needed.');
    await dialog.getByRole('button', { name: say.record }).click();
    await access.waitFor({ state: 'detached' });
  }

  describe('emergency access', () => {
    it.each<Language>(['en', 'ar'])(
      'is taken by the reference of a case that is not theirs, read under, ended, and reviewed, in %s',
      async (language) => {
        const say = texts[language];
        const { caseId, reference } = await foreignCase(language === 'en' ? 0 : 1);
        const screen = await open('co-01', { language });
        const { page } = screen;
        await screen.open(`/cases/${reference}`);
        await screen.link(say.link).click();
        await page.getByLabel(say.reference).waitFor();
        expect(await page.getByLabel(say.reference).inputValue()).toBe(reference);
        await fillIn(screen, say);
        expect(await screen.axeFinds()).toEqual([]);
        await screen.picture(`emergency-${language}-desk`);
        await screen.button(say.take).click();

        await page.waitForURL(({ pathname }) => pathname === `/cases/${caseId}`);
        const banner = page.getByRole('region', { name: say.banner });
        await banner.getByText(say.until).waitFor();
        await page.getByRole('heading', { level: 1, name: reference }).waitFor();
        await screen.settled();
        expect(await screen.axeFinds()).toEqual([]);
        await screen.picture(`emergency-case-${language}-desk`);
        await page.setViewportSize(phone);
        expect(await screen.overflow()).toBe(0);
        await screen.picture(`emergency-case-${language}-phone`);
        await page.setViewportSize(desk);

        await seeRunning(language);

        // A page that is loaded anew reads nothing under it until that is wanted.
        await page.reload();
        await page.getByText(say.runs).waitFor();
        expect(await page.getByText(reference).count()).toBe(0);
        await screen.button(say.read).click();
        await page.getByRole('heading', { level: 1, name: reference }).waitFor();
        await banner.getByRole('button', { name: say.end }).click();
        await page.getByText(say.over).waitFor();
        expect(await page.getByText(reference).count()).toBe(0);
        expect(await banner.count()).toBe(0);
        await screen.picture(`emergency-over-${language}-desk`);

        await screen.open('/emergency');
        await page.getByText(say.waits).first().waitFor();
        await review(say, language);
        await page.reload();
        await page.getByText(say.reviewed).first().waitFor();
      },
      90_000,
    );

    it('is taken from the screen when its time is over, with what was read', async () => {
      const say = texts.en;
      const { caseId, reference } = await foreignCase(2);
      const screen = await open('co-01');
      const { page } = screen;
      // The page is told that it ends in a moment; the server would go on for an hour.
      await page.route('**/api/v1/cases/*/emergency-access', async (route) => {
        const response = await route.fetch();
        const access = (await response.json()) as { readonly begunAt: string };
        const until = new Date(Date.parse(access.begunAt) + 15_000).toISOString();
        await route.fulfill({ response, json: { ...access, until } });
      });
      await screen.open(`/cases/${caseId}`);
      await screen.link(say.link).click();
      await fillIn(screen, say);
      await screen.button(say.take).click();
      await page.getByRole('heading', { level: 1, name: reference }).waitFor();
      await page.getByRole('heading', { level: 1, name: reference }).waitFor({ state: 'detached' });
      await page.getByText('CASE_NOT_FOUND').waitFor();
      expect(await page.getByText(reference).count()).toBe(0);
      await screen.open('/emergency');
      await screen.button(say.end).click();
      await page.getByText(say.waits).first().waitFor();
      await review(say, 'en');
    }, 90_000);

    it('is refused in clear words: no such case, and nothing for roles that get none', async () => {
      const say = texts.en;
      const screen = await open('co-01');
      await screen.open('/emergency?for=QAIM-2024-99999');
      await fillIn(screen, say);
      await screen.button(say.take).click();
      await screen.page.getByText('CASE_NOT_FOUND').waitFor();
      expect(await screen.axeFinds()).toEqual([]);
      const auditor = await open('aud-01');
      await auditor.open('/emergency');
      await auditor.page.getByText(say.forbidden).waitFor();
      await auditor.open('/cases/00000000-0000-8000-8000-000000000000');
      expect(await auditor.link(say.link).count()).toBe(0);
    }, 60_000);
  });
}
