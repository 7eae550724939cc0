import { describe, expect, it } from '@jest/globals';
import { ar } from '../../../apps/web/src/language/texts/ar.js';
import { en, type TextKey } from '../../../apps/web/src/language/texts/en.js';
import { laterAr } from '../../../apps/web/src/language/texts/later.ar.js';
import { laterEn } from '../../../apps/web/src/language/texts/later.en.js';
import type { Each } from './each.js';
import type { Language, Screen } from './screen.js';

type Titles = Readonly<Record<Language, string>>;

/** What the workflow calls its parts. */
interface Titled {
  readonly commands: readonly { readonly command: string; readonly titles: Titles }[];
  readonly events: readonly { readonly type: string; readonly titles: Titles }[];
  readonly states: readonly { readonly path: string; readonly titles: Titles }[];
  readonly values: Readonly<Record<string, Titles>>;
}

type Texts = Readonly<Record<TextKey, unknown>>;
const texts: Readonly<Record<Language, Texts>> = {
  en: { ...en, ...laterEn },
  ar: { ...ar, ...laterAr },
};
const where = 'state=pendingAssurance.seeking&facility=BAGHDAD&tag=service:officer&assignee=co-01';
const authority = 'SY_MINISTRY_OF_INTERIOR';

/**
 * What the three kinds of people do with one case, each at their own device: an officer finds it and advances it, a
 * liaison proposes the next step, the supervisor of the facility confirms it and looks back, a reviewer sees the trail.
 */
export function describeWholeJob({ open, demonstration }: Each): void {
  const theCase = (language: Language) =>
    demonstration().caseIn(`${where}&sort=reference`, language === 'en' ? 0 : 1);
  const wordsIn = async (language: Language) => {
    const { commands, events, states, values } = await demonstration().get<Titled>('workflows/officer-case');
    const titled = (found: { readonly titles: Titles } | undefined) => {
      if (found === undefined) throw new Error('the workflow has no such part');
      return found.titles[language];
    };
    return {
      language,
      said: (key: TextKey) => String(texts[language][key]),
      command: (name: string) => titled(commands.find((one) => one.command === name)),
      event: (type: string) => titled(events.find((one) => one.type === type)),
      state: (path: string) => titled(states.find((one) => one.path === path)),
      value: (code: string) => values[code]?.[language] ?? '',
    };
  };
  type Words = Awaited<ReturnType<typeof wordsIn>>;

  const find = async (screen: Screen, { said, state, value }: Words) => {
    await screen.open('/work');
    await screen.link(new RegExp(`^${said('work.view.all')}`)).click();
    const choices = [
      ['filter.state', 'menuitemcheckbox', state('pendingAssurance')],
      ['filter.facility', 'menuitemradio', value('BAGHDAD')],
      ['filter.tag', 'menuitemcheckbox', value('officer')],
    ] as const;
    for (const [filter, role, title] of choices) {
      await screen.button(said(filter)).click();
      await screen.page.getByRole(role, { name: title }).first().click();
      await screen.page.keyboard.press('Escape');
    }
  };

  const advance = async (screen: Screen, caseId: string, { said, command, event, value }: Words) => {
    await screen.open(`/cases/${caseId}`);
    await screen.button(command('GiveDisclosureConsent')).click();
    const form = screen.page.locator('form');
    await form.getByRole('combobox').first().fill(value(authority));
    await screen.page.keyboard.press('Tab');
    await form.getByText(value('name'), { exact: true }).click();
    await screen.page.keyboard.press('Control+Enter');
    await screen.page.getByText(said('recorded.title'), { exact: true }).waitFor();
    await screen.open(`/cases/${caseId}?tab=timeline`);
    expect(await screen.page.locator('.timeline strong').first().textContent()).toBe(
      event('DisclosureConsentGiven'),
    );
  };

  const propose = async (screen: Screen, caseId: string, { said, value, command }: Words) => {
    await screen.open(`/cases/${caseId}`);
    await screen.button(command('RequestAssurance')).click();
    const form = screen.page.locator('form');
    await form.getByRole('combobox').first().fill(value(authority));
    await screen.page.keyboard.press('Tab');
    await form.getByRole('textbox').first().fill('N-7');
    await form.getByRole('combobox').nth(1).fill('note verbale');
    await screen.page.keyboard.press('Tab');
    await form.getByText(said('no'), { exact: true }).first().click();
    await screen.button(said('form.check')).click();
    await screen.button(said('form.propose')).click();
    await screen.page.getByText(said('recorded.proposed'), { exact: true }).waitFor();
  };

  const confirm = async (screen: Screen, reference: string, { said, language }: Words) => {
    await screen.open('/confirmations');
    await screen.button(new RegExp(reference)).click();
    await screen.page.getByText('N-7').waitFor();
    await screen.picture(`whole-job-confirm-${language}`);
    await screen.button(said('confirm.confirm')).click();
    await screen.page.getByText(said('confirm.status.confirmed')).waitFor();
  };

  describe('the whole job', () => {
    it.each(['en', 'ar'] as const)(
      'goes from the officer who finds a case to the reviewer who sees its trail, in %s',
      async (language) => {
        const words = await wordsIn(language);
        const { caseId, reference } = await theCase(language);

        const officer = await open('co-01', { language, byForm: true });
        await find(officer, words);
        await officer.page.getByRole('row', { name: reference }).waitFor();
        await officer.picture(`whole-job-list-${language}`);
        await advance(officer, caseId, words);
        await officer.open(`/cases/${caseId}`);
        await officer.picture(`whole-job-case-${language}`);
        await officer.page.getByText(words.command('RecordSearch')).first().scrollIntoViewIfNeeded();
        await officer.picture(`whole-job-reasons-${language}`);

        const liaison = await open('lia-01', { language, byForm: true });
        await propose(liaison, caseId, words);

        const supervisor = await open('sup-03', { language, byForm: true });
        await confirm(supervisor, reference, words);
        await supervisor.open(`/cases/${caseId}/replay`);
        await supervisor.page.getByText(words.event('AssuranceRequested')).first().waitFor();
        await supervisor.picture(`whole-job-replay-${language}`);

        const reviewer = await open('aud-01', { language, byForm: true });
        await reviewer.open(`/cases/${caseId}`);
        await reviewer.link(words.said('case.trail')).click();
        const row = reviewer.page.getByRole('row', { name: words.event('AssuranceRequested') }).first();
        await row.waitFor();
        const { items } = await demonstration().get<{
          readonly items: readonly {
            readonly id: string;
            readonly nameLatin: string;
            readonly nameArabic: string;
          }[];
        }>('people');
        for (const id of ['lia-01', 'sup-03']) {
          const person = items.find((one) => one.id === id);
          expect(await row.textContent()).toContain(
            language === 'ar' ? person?.nameArabic : person?.nameLatin,
          );
        }
        await reviewer.picture(`whole-job-trail-${language}`);
        await reviewer.open('/insights/figures');
        await reviewer.page.getByText(words.said('figures.verdict.borneOut')).first().waitFor();
        await reviewer.picture(`whole-job-figures-${language}`);
      },
      120_000,
    );
  });
}
