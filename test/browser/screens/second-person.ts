import { describe, expect, it } from '@jest/globals';
import type { Each } from './each.js';

/** A step that takes two people, from the one who proposes it to the one who confirms it. */
export function describeSecondPerson({ open, demonstration }: Each): void {
  const inCamp = () => demonstration().caseIn('state=camped.settled&facility=QAIM&sort=reference');

  describe('a step that takes two people', () => {
    it('is checked by the first one, confirmed by the second one, and recorded with both', async () => {
      const { caseId, reference } = await inCamp();
      const first = await open('sup-01');
      await first.open(`/cases/${caseId}?do=ReviewCustody`);
      await first.page.getByLabel('number of the review').fill('REV-9');
      await first.page.getByText('custody goes on').click();
      await first.page.getByLabel('grounds').fill('as before');
      await first.page.getByText('I state: the person was heard').click();
      await first.page
        .getByRole('radiogroup', { name: /lawyer was present/ })
        .getByText('no')
        .click();
      await first.page.getByText('When it happened, and for whom').click();
      await first.page.getByText('the will of the person of the case').click();
      await first.button('Check').click();
      await first.page.getByText('It waits for a second person: protection reviewer').waitFor();
      await first.page.getByText('the will of the person of the case').waitFor();
      await first.button('Propose').click();
      await first.page.getByText('Proposed', { exact: true }).waitFor();
      await first.open('/confirmations');
      await first.page.getByRole('heading', { name: 'Proposed by you' }).waitFor();

      const second = await open('pro-01');
      await second.open('/confirmations');
      await second.button(new RegExp(`Look at it: Review the custody, ${reference}`)).waitFor();
      await second.open(`/cases/${caseId}`);
      await second.page.getByRole('heading', { name: 'Waits for a second person' }).waitFor();
      expect(await second.axeFinds()).toEqual([]);
      await second.picture('case-proposed-en-desk');
      await second.button('Look at it: Review the custody').click();
      await second.page.getByText('as before').waitFor();
      const asked = second.page.getByRole('dialog');
      await asked.getByText('the will of the person of the case').waitFor();
      await second.context.setOffline(true);
      await asked.getByRole('button', { name: 'Confirm', exact: true }).click();
      await asked.getByText('The server does not answer').waitFor();
      await second.context.setOffline(false);
      await asked.getByRole('button', { name: 'Try again' }).click();
      await second.page.getByText('Confirmed: the step is recorded').waitFor();
      await asked.getByRole('button', { name: 'Close', exact: true }).click();
      await second.page
        .getByRole('heading', { name: 'Waits for a second person' })
        .waitFor({ state: 'detached' });
      await second.open(`/cases/${caseId}?tab=timeline`);
      const newest = second.page.locator('.timeline li').first();
      await newest
        .filter({ hasText: /custody reviewed[^]*Mustafa al-Khattat[^]*confirmed by Hazim al-Warraq/ })
        .waitFor();
    }, 60_000);
  });
}
