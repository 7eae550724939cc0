import { describe, expect, it } from '@jest/globals';
import type { Each } from './each.js';
import type { Screen } from './screen.js';

/** What a new case is opened with, besides who it is about. */
const registration = { serviceCategory: 'officer', crossingPoint: 'AL_QAIM', language: 'ar' };

/** Opens a case as whoever is signed in. */
async function openCase({ page }: Screen, data: Readonly<Record<string, string>>): Promise<void> {
  const { origin } = new URL(page.url());
  const meta = await page.request.get(`${origin}/api/v1/meta`);
  const { now } = (await meta.json()) as { now: string };
  const opened = await page.request.post(`${origin}/api/v1/workflows/officer-case/cases`, {
    headers: { 'idempotency-key': crypto.randomUUID(), origin },
    data: { data: { ...registration, crossedAt: now, ...data } },
  });
  expect([opened.status(), await opened.text()]).toEqual([201, expect.anything()]);
}

/** One search for everything, and who may have a case already. */
export function describeFind({ open }: Each): void {
  describe('the search', () => {
    it('goes to a case by its number, to what can be done with it, and to the cases of an officer, by keyboard', async () => {
      const screen = await open('sup-01');
      const { page } = screen;
      const { keyboard } = page;
      const find = async (text: string, first: RegExp) => {
        await keyboard.press('Control+KeyK');
        await page.getByRole('dialog').waitFor();
        await keyboard.type(text);
        await page.locator('.react-aria-MenuItem[data-focused]').filter({ hasText: first }).waitFor();
      };
      await screen.open('/work');
      await find('57', /QAIM-2024-00057/);
      expect(await page.locator('mark').allTextContents()).toEqual(['00057']);
      expect(await screen.axeFinds()).toEqual([]);
      await keyboard.press('Enter');
      await page.getByRole('heading', { name: /QAIM-2024-00057/ }).waitFor();
      await find('record a note', /Record a note/);
      await keyboard.press('Enter');
      await page.waitForURL(/\?do=RecordNote$/);
      await page.keyboard.press('Escape');
      await find('co-03', /co-03/);
      await keyboard.press('Enter');
      await page.waitForURL(({ search }) => new URLSearchParams(search).get('assignee') === 'co-03');
      await keyboard.press('Control+KeyK');
      await page.getByRole('menuitem', { name: /QAIM-2024-00057/ }).waitFor();
    });

    it('finds names in the other script and marks them, in Arabic too, without scrolling sideways on a phone', async () => {
      const screen = await open('sup-01', { language: 'ar' });
      const { page } = screen;
      await page.setViewportSize({ width: 320, height: 640 });
      await screen.open('/work');
      await page.keyboard.press('Control+KeyK');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.type('Mohamed');
      await page.locator('mark').first().waitFor();
      expect(new Set(await page.locator('mark').allTextContents())).toContain('Muhammad');
      expect(await screen.overflow()).toBe(0);
      expect(await screen.axeFinds()).toEqual([]);
      await screen.picture('palette-ar-phone');
    });

    it('is not needed where somebody has a reference: it is an address', async () => {
      const screen = await open('sup-01');
      await screen.open('/cases/qaim-2024-00057');
      await screen.page.getByRole('heading', { name: /QAIM-2024-00057/ }).waitFor();
      expect(new URL(screen.page.url()).pathname).toMatch(/^\/cases\/[0-9a-f-]{36}$/);
      await screen.visit('/cases/QAIM-2024-99999');
      await screen.page.getByText('CASE_NOT_FOUND').waitFor();
    });
  });

  describe('a new case', () => {
    it('is opened after it is said that its person is not the one who has a case already', async () => {
      const screen = await open('intake-01');
      const { page } = screen;
      await screen.open('/new');
      await openCase(screen, {
        ...{ registrationNo: 'QAIM-2025-90001', birthDate: '1979' },
        ...{ nameLatin: 'Tariq Salim al-Bazzaz', nameArabic: 'طارق سالم البزاز' },
      });
      await screen.open('/new');
      // Each of a long list of codes has its name.
      await page.getByRole('checkbox', { name: 'a sign language' }).waitFor();
      const fill = (name: RegExp, text: string) => page.getByRole('textbox', { name }).fill(text);
      await fill(/^Registration number/i, 'QAIM-2025-90002');
      await fill(/^Name in Latin letters/i, 'Tareq Saleem Albazzaz');
      await fill(/year of birth/i, '1979');
      const notice = page.getByRole('status').filter({ hasText: 'may be of this person' });
      await notice.getByRole('link', { name: 'QAIM-2025-90001' }).waitFor();
      expect(await notice.textContent()).toContain(
        'the same name in another spelling and born in the same year',
      );
      await page.keyboard.press('Control+Enter');
      await notice.getByText('Look at these cases first').waitFor();
      await page.locator('.notice.warn:focus').waitFor();
      expect(await screen.axeFinds()).toEqual([]);
      await screen.picture('intake-duplicates');
      await notice.getByRole('checkbox', { name: /another person/ }).check({ force: true });
      await page.keyboard.press('Control+Enter');
      // It is sent, and lacks what was not filled in.
      await page.getByText('COMMAND_INVALID').waitFor();
    });
  });
}
