import { describe, expect, it } from '@jest/globals';
import { labelledFacts, labelledFields, languages, titleOf, unlabelledFacts } from '@safeconduct/workflow';
import { officerCase } from './index.js';
import { everyWalk } from './testing/every-walk.js';

describe('what a case can know', () => {
  const facts = labelledFacts(officerCase.source);
  const typeAt = (path: string) => facts.find((one) => one.path === path)?.type;

  it('is in the shape of the facts, whatever happens to it', () => {
    const unknown = new Set<string>();
    everyWalk((attempts) => {
      for (const { after } of attempts)
        for (const path of unlabelledFacts(officerCase.source, after.folded?.facts)) unknown.add(path);
    }, 50);
    expect([...unknown]).toEqual([]);
  });

  it('is called by another title at each place, in both languages', () => {
    for (const language of languages) {
      const titles = new Map<string, string>();
      const texts = officerCase.texts[language];
      // What was refused is called as it was when it stood.
      for (const { path } of facts.filter((one) => !one.path.startsWith('refused.'))) {
        const title = titleOf(texts, path) ?? '';
        expect({ path, title, also: titles.get(title) }).toEqual({ path, title, also: undefined });
        titles.set(title, path);
      }
    }
  });

  it('is of the type that its form says', () => {
    expect(
      [
        ...['birthDate', 'return.consent.formHash', 'officer', 'risks.*.destination', 'screening.by'],
        ...['assurance.instrument.validUntil', 'otherLanguages', 'counselling.interpreterId'],
      ].map(typeAt),
    ).toEqual(['date', 'hash', 'person', 'code', 'person', 'date', 'list', 'person']);
    expect(labelledFields(officerCase.source, 'RelocationSubmitted')).toEqual([
      { path: 'country', type: 'code' },
      { path: 'packageHash', type: 'hash' },
    ]);
  });
});
