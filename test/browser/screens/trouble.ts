import { describe, expect, it } from '@jest/globals';
import type { Each } from './each.js';
import type { Screen } from './screen.js';

/** What goes wrong while somebody works: nothing that was typed is lost, and nothing is recorded twice. */
export function describeTrouble({ open, demonstration }: Each): void {
  let taken = 0;
  const nextCase = async (): Promise<string> => {
    const query = 'state=camped.settled&assignee=co-01&sort=-reference';
    const { caseId } = await demonstration().caseIn(query, taken++);
    return caseId;
  };
  const revisionOf = async (caseId: string): Promise<bigint> =>
    BigInt((await demonstration().get<{ revision: string }>(`cases/${caseId}`)).revision);
  const record = (screen: Screen) => screen.button(/^Record Ctrl/);
  const recorded = (screen: Screen) => screen.page.getByText('Recorded', { exact: true }).waitFor();

  const fillCounselling = async (screen: Screen, caseId: string, sessionNo: string): Promise<void> => {
    await screen.open(`/cases/${caseId}?do=HoldCounselling`);
    await screen.page.getByLabel('session number').fill(sessionNo);
    await screen.page.getByRole('combobox', { name: 'interpreter' }).fill('int-0');
    await screen.page.getByRole('option').first().click();
    await screen.page.getByLabel('version of the information pack').fill('SY-2024-12-20');
    await screen.page
      .getByRole('radiogroup', { name: /lawyer was offered/ })
      .getByText('yes')
      .click();
  };

  describe('trouble', () => {
    it('of a field is said at the field and in a summary that leads to it', async () => {
      const screen = await open('co-01');
      await screen.open(`/cases/${await nextCase()}?do=HoldCounselling`);
      await screen.page.getByLabel('version of the information pack').fill('SY-1');
      await record(screen).click();
      await screen.page.getByRole('link', { name: /session number: / }).click();
      const field = screen.page.getByLabel('session number');
      expect(await screen.page.getByLabel('session number').and(screen.page.locator(':focus')).count()).toBe(
        1,
      );
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      expect(await screen.page.getByLabel('version of the information pack').inputValue()).toBe('SY-1');
      expect(await screen.axeFinds()).toEqual([]);
    });

    it('between two people shows what the other did, and keeps what was typed', async () => {
      const caseId = await nextCase();
      const [one, other] = [await open('co-01'), await open('co-01')];
      await fillCounselling(one, caseId, 'C-ONE');
      await fillCounselling(other, caseId, 'C-OTHER');
      await record(one).click();
      await recorded(one);
      await record(other).click();
      await other.page.getByText(/While you filled in the form/).waitFor();
      await other.page
        .locator('.notice')
        .getByText(/counselling/i)
        .first()
        .waitFor();
      expect(await other.page.getByLabel('session number').inputValue()).toBe('C-OTHER');
      await other.button('I have seen it, go on').click();
      await record(other).click();
      await recorded(other);
    }, 60_000);

    it('of two clicks records once', async () => {
      const caseId = await nextCase();
      const before = await revisionOf(caseId);
      const screen = await open('co-01');
      await fillCounselling(screen, caseId, 'C-TWICE');
      await record(screen).dblclick();
      await recorded(screen);
      expect((await revisionOf(caseId)) - before).toBe(1n);
    });

    it('with the connection is said, and the form is sent again when it is back', async () => {
      const caseId = await nextCase();
      const before = await revisionOf(caseId);
      const screen = await open('co-01');
      await fillCounselling(screen, caseId, 'C-OFFLINE');
      await screen.context.setOffline(true);
      await record(screen).click();
      await screen.page.getByText('The server does not answer').waitFor();
      await screen.context.setOffline(false);
      await screen.button('Try again').click();
      await recorded(screen);
      expect((await revisionOf(caseId)) - before).toBe(1n);
    });

    it('of a session that ends in a form is asked about where one is, and nothing is typed again', async () => {
      const screen = await open('co-01');
      await fillCounselling(screen, await nextCase(), 'C-ENDED');
      await screen.context.clearCookies();
      await record(screen).click();
      const dialog = screen.page.getByRole('dialog', { name: 'Your session has ended' });
      await dialog.getByLabel('Password').fill(demonstration().passwordOf('co-01'));
      await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
      await record(screen).click();
      await recorded(screen);
    });

    it('of seven pages at once is none: all of them are live', async () => {
      const screen = await open('co-01');
      const pages = await Promise.all(Array.from({ length: 7 }, () => screen.context.newPage()));
      for (const page of pages) await page.goto(`${demonstration().url}/confirmations`);
      for (const page of pages) await page.locator('.freshness.live').waitFor();
    }, 60_000);
  });
}
