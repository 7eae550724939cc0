import { describe, expect, it } from '@jest/globals';
import type { Each } from './each.js';

/** The worklist and the case page, as an officer uses them. */
export function describeOfficer({ open, demonstration }: Each): void {
  const firstOf = (query: string) => demonstration().caseIn(`sort=reference&${query}`);

  describe('an officer', () => {
    it('finds the officers in Baghdad who wait for an assurance, and takes the list along as an address', async () => {
      const screen = await open('co-01');
      await screen.open('/');
      await screen.link('All').click();
      await screen.button('State').click();
      await screen.page.getByRole('menuitemcheckbox', { name: /^pending assurance \d/ }).click();
      await screen.page.keyboard.press('Escape');
      await screen.button('Facility').click();
      await screen.page.getByRole('menuitemradio', { name: /Baghdad/ }).click();
      await screen.page
        .getByRole('row', { name: /QAIM-2024-/ })
        .first()
        .waitFor();
      const { search } = new URL(screen.page.url());
      expect(Object.fromEntries(new URLSearchParams(search))).toMatchObject({
        state: 'pendingAssurance',
        facility: 'BAGHDAD',
      });
      const said = await screen.page
        .getByRole('status')
        .filter({ hasText: /cases?$/ })
        .textContent();
      await screen.page.reload();
      await screen.page
        .getByRole('row', { name: /QAIM-2024-/ })
        .first()
        .waitFor();
      expect(
        await screen.page
          .getByRole('status')
          .filter({ hasText: /cases?$/ })
          .textContent(),
      ).toBe(said);
    });

    it('is told that there is nothing to choose from in a list without cases', async () => {
      const screen = await open('co-01');
      await screen.open('/work?view=unassigned');
      await screen.button('Facility').click();
      await screen.page.getByRole('menu').getByText('Nothing found').waitFor();
    });

    it('finds the cases that were closed last, and opens one in a tab of its own or in this one', async () => {
      const { caseId, reference } = await demonstration().caseIn('open=false&assignee=co-01&sort=-since');
      const screen = await open('co-01');
      await screen.open('/work');
      await screen.link('Recently closed').click();
      const row = screen.page.getByRole('row', { name: reference });
      await row.waitFor();
      expect(await screen.page.getByRole('row').nth(1).textContent()).toContain(reference);
      const [tab] = await Promise.all([
        screen.context.waitForEvent('page'),
        row.click({ modifiers: ['ControlOrMeta'] }),
      ]);
      await tab.waitForURL(({ pathname }) => pathname === `/cases/${caseId}`);
      await row.click();
      await screen.page.waitForURL(({ pathname }) => pathname === `/cases/${caseId}`);
    });

    it('advances a case by keyboard alone, and sees the new state and event without loading the page', async () => {
      const { caseId } = await firstOf('state=camped.settled&assignee=co-01');
      const screen = await open('co-01');
      await screen.open(`/cases/${caseId}`);
      const { keyboard } = screen.page;
      const [, index = ''] =
        /(\d)/.exec((await screen.button(/Record a counselling session/).textContent()) ?? '') ?? [];
      await keyboard.press(`Digit${index}`);
      await screen.page.getByRole('heading', { name: 'Record a counselling session' }).waitFor();
      await keyboard.type('CO-٤٢');
      await keyboard.press('Tab');
      await keyboard.type('int-01');
      await keyboard.press('Tab');
      await keyboard.type('SY-2024-12-20');
      await keyboard.press('Tab');
      await keyboard.press('Space');
      await keyboard.press('Control+Enter');
      await screen.page.getByText('Recorded', { exact: true }).waitFor();
      await keyboard.press('KeyT');
      await screen.page.locator('.timeline strong').first().waitFor();
      expect(await screen.page.locator('.timeline strong').first().textContent()).toContain('counselling');
    });

    it('looks at a case beside the list by a key, goes on to the next one, and closes it by another', async () => {
      const screen = await open('co-01');
      const { page } = screen;
      await screen.open('/work?view=all');
      await page
        .getByRole('row', { name: /QAIM-2024-/ })
        .nth(1)
        .waitFor();
      await page.keyboard.press('KeyJ');
      await page.keyboard.press('Space');
      const beside = page.getByRole('complementary', { name: /QAIM-2024-/ });
      await beside.getByRole('listitem').first().waitFor();
      const first = await beside.getByRole('heading').first().textContent();
      await page.keyboard.press('KeyJ');
      await page.keyboard.press('Space');
      await beside
        .getByRole('heading', { level: 2 })
        .filter({ hasNotText: first ?? '' })
        .waitFor();
      await page.keyboard.press('Escape');
      await beside.waitFor({ state: 'hidden' });
    });

    it('records a document by its hash, and sees later whether a file is that document', async () => {
      const { caseId } = await firstOf('state=camped.settled&assignee=co-01');
      const screen = await open('co-01');
      const { page } = screen;
      const file = (text: string) => ({
        ...{ name: 'declaration.pdf', mimeType: 'application/pdf', buffer: Buffer.from(text) },
      });
      await screen.open(`/cases/${caseId}?do=DeclareRenunciation`);
      await page.getByRole('textbox').first().fill('RN-7');
      await page.locator('input[type=file]').setInputFiles(file('signed'));
      await page.getByText('Hash of declaration.pdf').waitFor();
      await page.keyboard.press('Control+Enter');
      await page.getByText('Recorded', { exact: true }).waitFor();
      await screen.open(`/cases/${caseId}?tab=documents`);
      const document = page.getByRole('listitem').filter({ hasText: 'SHA-256 of the signed declaration' });
      await document.first().waitFor();
      await page.locator('input[type=file]').setInputFiles(file('signed'));
      await page.getByText('It is this document, unchanged.').waitFor();
      expect(await screen.axeFinds()).toEqual([]);
      await page.locator('input[type=file]').setInputFiles(file('signed, and changed'));
      await page.getByText('It is none of these documents, or it was changed.').waitFor();
    });

    it('notes what decides nothing, and finds it beside the case; whoever sees no narratives does not read it', async () => {
      const { caseId } = await firstOf('state=camped.settled&assignee=co-01');
      const screen = await open('co-01');
      await screen.open(`/cases/${caseId}`);
      const { keyboard } = screen.page;
      const notesOn = ({ page }: typeof screen) => page.getByRole('region', { name: 'Notes' });
      await notesOn(screen).getByRole('link', { name: 'Add a note' }).waitFor();
      await keyboard.press('KeyC');
      await screen.page.getByRole('heading', { name: 'Record a note' }).waitFor();
      await keyboard.type('Asks for news of a brother.');
      await keyboard.press('Control+Enter');
      await notesOn(screen).getByText('Asks for news of a brother.').waitFor();
      const auditor = await open('aud-01');
      await auditor.open(`/cases/${caseId}`);
      await notesOn(auditor).getByRole('listitem').first().waitFor();
      expect(await notesOn(auditor).textContent()).not.toContain('brother');
      expect(await notesOn(auditor).getByRole('link', { name: 'Add a note' }).count()).toBe(0);
    });

    it('finds in a long case a note and an event of long ago', async () => {
      const { caseId } = await firstOf('state=camped.settled&assignee=co-01');
      const { post } = demonstration();
      const send = (command: string, by: string, data: object) =>
        post(`cases/${caseId}/commands/${command}`, by, { data });
      await send('RecordNote', 'co-01', { note: 'Once worked on a dam.' });
      for (let count = 0; count < 50; count += 1)
        for (const officer of ['co-02', 'co-01']) await send('AssignOfficer', 'sup-01', { officer });
      const screen = await open('co-01');
      const { page } = screen;
      await screen.open(`/cases/${caseId}`);
      const notes = page.getByRole('region', { name: 'Notes' });
      await notes.getByText('Once worked on a dam.').waitFor();
      await screen.open(`/cases/${caseId}?tab=timeline`);
      const events = page.locator('ol.timeline > li');
      await page.getByRole('button', { name: 'Show earlier events' }).waitFor();
      expect(await events.count()).toBe(100);
      await page.getByRole('searchbox', { name: 'Filter by event or person' }).fill('note recorded');
      const note = events.filter({ hasText: 'Note recorded' }).first();
      await note.waitFor();
      await page.getByRole('searchbox', { name: 'Filter by event or person' }).fill('');
      await page.getByRole('button', { name: 'Show earlier events' }).click();
      await note.locator('summary').click();
      await note.getByRole('link', { name: 'Only events of this kind' }).click();
      await page.getByText('Only: Note recorded').waitFor();
      expect(page.url()).toContain('type=NoteRecorded');
      await events.first().waitFor();
      expect(await events.filter({ hasNotText: 'Note recorded' }).count()).toBe(0);
      await page.getByRole('link', { name: 'Show all events' }).click();
      await events.nth(99).waitFor();
    });
  });
}
