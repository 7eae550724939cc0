import { describe, expect, it } from '@jest/globals';
import { caseOfLongAgo, erase } from '../../e2e/http/officer-cases.js';
import type { Each } from './each.js';

const markup = '<img src=x onerror=alert(1)><b>bold</b>';
const entry = {
  registrationNo: 'HTML-1',
  nameArabic: '<script>أ</script>',
  nameLatin: markup,
  birthDate: '1988',
  serviceCategory: 'officer',
  crossingPoint: 'AL_QAIM',
  crossedAt: '2025-01-11T09:03:39+03:00',
  language: 'ar',
};

/** What nobody means well, and what happens to a page that is left open. */
export function describeHostileInput({ open, demonstration }: Each): void {
  const firstOf = (query: string) => demonstration().caseIn(`sort=reference&${query}`);

  describe('what is shown as it is', () => {
    it('is a name of markup, on every page of its case', async () => {
      const { caseId } = await demonstration().post<{ caseId: string }>(
        'workflows/officer-case/cases',
        'intake-01',
        { occurredAt: '2025-01-11T09:13:39+03:00', data: entry },
      );
      const screen = await open('intake-01');
      for (const path of [`/cases/${caseId}`, `/cases/${caseId}?tab=timeline`, `/cases/${caseId}/replay`]) {
        await screen.open(path);
        const event = screen.page.locator('details.event summary').first();
        if (path.includes('timeline')) await event.click();
        await screen.page.getByText(markup, { exact: true }).first().waitFor();
        expect([path, await screen.page.locator('img[src=x], main script').count()]).toEqual([path, 0]);
      }
    });

    it('is no sign that turns the direction of a text: the field says so, and what was typed stays', async () => {
      const screen = await open('intake-01');
      await screen.open('/new');
      const name = screen.page.getByLabel('name in Latin letters');
      await name.fill('Samir \u202Eevil');
      await screen.page.keyboard.press('Control+Enter');
      await screen.page
        .getByText(/text-direction/)
        .first()
        .waitFor();
      expect(await name.inputValue()).toBe('Samir \u202Eevil');
    });

    it('is a note of 50,000 characters, refused with its bound and kept in the field', async () => {
      const { caseId } = await firstOf('state=camped.settled&facility=QAIM');
      const screen = await open('sup-01');
      await screen.open(`/cases/${caseId}?do=ReviewCustody`);
      const note = 'ن'.repeat(50_000);
      await screen.page.getByLabel('grounds').fill(note);
      await screen.button('Check').click();
      await screen.page.getByRole('alert').first().waitFor();
      const field = screen.page.getByLabel('grounds');
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      expect((await field.inputValue()).length).toBe(note.length);
    });

    it.each([
      ['en', 'From', '١٨'],
      ['ar', 'من', '18'],
    ] as const)('are days in the digits of either script, in %s', async (language, field, day) => {
      const screen = await open('aud-01', { language });
      await screen.open('/audit');
      await screen.page.getByRole('group', { name: field }).getByRole('spinbutton').first().click();
      await screen.page.keyboard.type(day);
      await screen.page.waitForURL(({ searchParams }) => searchParams.get('from') === '2024-12-18');
      await screen.settled();
    });
  });

  describe('a page that is left and found again', () => {
    it('is the same list with the same filters and text after back, and the same case after forward', async () => {
      const screen = await open('co-01');
      await screen.open('/work?view=all&facility=BAGHDAD');
      const row = screen.page.getByRole('row', { name: /QAIM-2024-/ }).first();
      await row.waitFor();
      const reference = (await row.getByRole('rowheader').first().textContent()) ?? '';
      await screen.page.getByRole('searchbox').fill(reference);
      await screen.page.getByRole('status').filter({ hasText: '1 case' }).waitFor();
      const listed = await screen.page.getByRole('row').allTextContents();
      await row.click();
      await screen.page.waitForURL(({ pathname }) => pathname.startsWith('/cases/'));
      const title = screen.page.locator('h1').filter({ hasText: reference });
      await title.waitFor();
      await screen.page.goBack();
      await row.waitFor();
      expect(await screen.page.getByRole('searchbox').inputValue()).toBe(reference);
      expect((await screen.page.getByRole('row').allTextContents()).length).toBe(listed.length);
      await screen.page.goForward();
      await title.waitFor();
    });

    it('forgets a person who is erased meanwhile', async () => {
      const person = { latin: 'Qastun al-Wardi', arabic: 'قسطون الوردي' };
      const caseId = await caseOfLongAgo(demonstration(), {
        ...{ registrationNo: 'ERASED-1', officer: 'co-01', ...person },
      });
      const screen = await open('co-01');
      await screen.open(`/cases/${caseId}`);
      await screen.page.locator('h1').filter({ hasText: person.latin }).waitFor();
      await erase(demonstration().post, caseId);
      await screen.page.locator('h1').filter({ hasNotText: person.latin }).waitFor();
      expect(await screen.page.locator('h1').textContent()).toContain('ERASED-1');
      for (const path of [`/cases/${caseId}`, `/cases/${caseId}?tab=timeline`, `/cases/${caseId}/replay`]) {
        await screen.open(path);
        const said = (await screen.page.locator('body').textContent()) ?? '';
        expect([path, /Qastun|قسطون/.test(said)]).toEqual([path, false]);
      }
    });
  });
}
