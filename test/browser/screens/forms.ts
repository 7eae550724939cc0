import { describe, expect, it } from '@jest/globals';
import type { Each } from './each.js';
import { phone, type Screen } from './screen.js';

/** What somebody fills into the form of a command, by its own fields: nothing of it is left out or changed. */
export function describeForms({ open, demonstration }: Each): void {
  const formOf = async (screen: Screen, query: string, command: string): Promise<string> => {
    const { caseId } = await demonstration().caseIn(query);
    await screen.open(`/cases/${caseId}?do=${command}`);
    await screen.page.locator('form').waitFor();
    return caseId;
  };
  const own = 'state=camped.settled&assignee=co-01&sort=-due';
  const recorded = (screen: Screen) => screen.page.getByText('Recorded', { exact: true }).waitFor();
  const parts = (screen: Screen, field: string) =>
    screen.page.getByRole('group', { name: field }).getByRole('spinbutton');

  describe('a form', () => {
    it('refuses a day that is half typed, also where none is needed, and takes it when it is whole', async () => {
      const screen = await open('co-01');
      const caseId = await formOf(screen, own, 'RequestReturn');
      await parts(screen, 'wished date').first().click();
      await screen.page.keyboard.type('1502');
      await screen.page.keyboard.press('Control+Enter');
      await screen.page.getByRole('link', { name: /wished date: must be a day that exists/ }).click();
      expect(await parts(screen, 'wished date').allTextContents()).toEqual(['15', '02', 'yyyy']);
      await parts(screen, 'wished date').nth(2).click();
      await screen.page.keyboard.type('2025');
      await screen.page.locator('form .react-aria-FieldError').waitFor({ state: 'detached' });
      await screen.page.keyboard.press('Control+Enter');
      await recorded(screen);
      expect(await screen.page.getByText('This is not possible now').count()).toBe(0);
      const { items } = await demonstration().get<{ items: { data: object }[] }>(
        `cases/${caseId}/history?order=newest&limit=1`,
      );
      expect(items[0]?.data).toEqual({ wishedDate: '2025-02-15' });
    });

    it('records a time as it was typed, to the minute, and says at its field what is wrong with it', async () => {
      const screen = await open('co-01');
      const caseId = await formOf(screen, own, 'RecordNote');
      await screen.page.keyboard.type('Was heard in the morning.');
      await screen.page.getByText('When it happened, and for whom').click();
      const when = parts(screen, 'When it happened');
      await when.first().click();
      await screen.page.keyboard.type('1001');
      await screen.page.keyboard.press('Control+Enter');
      await screen.page.getByRole('link', { name: /When it happened/ }).click();
      await when.nth(2).click();
      await screen.page.keyboard.type('20250915');
      await screen.page.keyboard.press('Control+Enter');
      await recorded(screen);
      const { items } = await demonstration().get<{ items: { occurredAt: string }[] }>(
        `cases/${caseId}/history?order=newest&limit=1`,
      );
      expect(items[0]?.occurredAt).toBe('2025-01-10T06:15:00.000Z');
    });

    it('is not sent by keys that are pressed in a dialog above it', async () => {
      const screen = await open('co-01');
      await formOf(screen, own, 'RecordNote');
      await screen.page.keyboard.type('Not finished yet');
      await screen.page.keyboard.press('Control+k');
      await screen.page
        .getByRole('dialog')
        .getByRole('searchbox')
        .or(screen.page.getByRole('dialog').getByRole('combobox'))
        .first()
        .fill('a');
      await screen.page.keyboard.press('Control+Enter');
      await screen.page.keyboard.press('Escape');
      await screen.page.getByText(/^Draft kept/).waitFor();
      expect(await screen.page.getByRole('textbox', { name: 'note' }).inputValue()).toBe('Not finished yet');
      expect(await screen.page.getByText('Recorded', { exact: true }).count()).toBe(0);
    });

    it('asks for rows that can be taken out again, and leads to what is wrong in one of them', async () => {
      const screen = await open('co-01');
      await formOf(screen, own, 'RecordSplitDecision');
      // The list of countries opens with the form, over it.
      await screen.page.keyboard.press('Escape');
      const add = screen.button('Add another one');
      await add.click();
      await add.click();
      const names = screen.page.getByLabel('Member of the family');
      await names.nth(0).fill('a brother');
      await names.nth(2).fill('a sister');
      await screen.page.keyboard.press('Control+Enter');
      await screen.page
        .getByRole('link', { name: /^Item 2, .*: / })
        .first()
        .waitFor();
      await screen.button('Take out item 2').click();
      expect(await names.count()).toBe(2);
      expect(await names.nth(1).inputValue()).toBe('a sister');
    });

    it('keeps a list open on a phone while what is typed is kept', async () => {
      const screen = await open('co-01');
      await screen.page.setViewportSize(phone);
      await formOf(screen, own, 'HoldCounselling');
      const person = screen.page.getByRole('combobox', { name: 'interpreter' });
      await person.click();
      await person.pressSequentially('int');
      await screen.page.getByRole('option').first().waitFor();
      await screen.page.locator('.draft-line', { hasText: /^Draft kept/ }).waitFor();
      await screen.page.getByRole('option').first().click();
      expect(await person.inputValue()).not.toBe('int');
    });

    it('ends where its last part ends, however long its lists are', async () => {
      const screen = await open('co-01');
      await screen.page.setViewportSize(phone);
      await formOf(screen, own, 'OpenRelocation');
      await screen.page.getByRole('checkbox').nth(100).waitFor();
      const blank = await screen.page.evaluate(
        `document.documentElement.scrollHeight - scrollY - document.querySelector('main').lastElementChild.getBoundingClientRect().bottom`,
      );
      expect(blank).toBeLessThan(phone.height);
    });

    it('is filled in by the calendar and the digits of whoever fills it in', async () => {
      const screen = await open('co-01', { language: 'ar' });
      const { url } = demonstration();
      await screen.page.request.post(`${url}/api/v1/session/preferences`, {
        data: { language: 'ar', numerals: null, calendar: 'islamic' },
        headers: { origin: url },
      });
      const caseId = await formOf(screen, own, 'ReportMissing');
      await screen.page.getByRole('textbox').first().fill('عند المخرج');
      await screen.page.locator('#field-lastSeenAt').getByRole('spinbutton').first().click();
      for (const part of ['١١', '07', '١٤٤٦', '15', '٣٠']) await screen.page.keyboard.type(part);
      await screen.page.keyboard.press('Control+Enter');
      await screen.page.getByText('سُجّل', { exact: true }).waitFor();
      const { items } = await demonstration().get<{ items: { data: { lastSeenAt: string } }[] }>(
        `cases/${caseId}/history?order=newest&limit=1`,
      );
      expect(items[0]?.data.lastSeenAt).toBe('2025-01-11T12:30:00.000Z');
    });

    it('says that a step was recorded that takes the case out of sight', async () => {
      const screen = await open('sup-01');
      const caseId = await formOf(
        screen,
        'state=camped.settled&facility=QAIM&sort=-reference',
        'TransferFacility',
      );
      await screen.page.getByRole('combobox').fill('Rutba');
      await screen.page.keyboard.press('Tab');
      await screen.page.keyboard.press('Tab');
      await screen.page.getByRole('textbox').last().fill('O-7');
      await screen.page.keyboard.press('Control+Enter');
      await recorded(screen);
      await screen.page.getByText('With this step the case has left what you see.').waitFor();
      const { facility } = await demonstration().get<{ facility: string }>(`cases/${caseId}`);
      expect(facility).toBe('RUTBA');
    });
  });
}
