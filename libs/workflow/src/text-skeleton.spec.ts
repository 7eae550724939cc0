import { describe, expect, it } from '@jest/globals';
import { countMissingTexts, defineWorkflow, textSkeleton } from './index.js';
import { findingsWith, luggage } from './testing/luggage/index.js';

const { en, ar } = luggage.texts;
const sourceWith = (arabic: object) => ({ ...luggage.source, texts: { en, ar: arabic } });
const without = (texts: Readonly<Record<string, string>>, ...names: readonly string[]) =>
  Object.fromEntries(Object.entries(texts).filter(([name]) => !names.includes(name)));
const states = without(ar.states, 'open.searching', 'closed');

describe('the skeleton of texts', () => {
  it('has an empty text for each name that has none, behind the name before it, and keeps the others', () => {
    const { title: _, ...given } = { ...ar, states, fields: without(ar.fields, 'amount') };
    const skeleton = textSkeleton(sourceWith(given), 'ar');
    expect(Object.entries(skeleton.states)).toEqual([
      ['open', ar.states['open']],
      ['open.searching', ''],
      ['open.found', ar.states['open.found']],
      ['closed', ''],
      ['closed.paid', ar.states['closed.paid']],
      ['closed.refused', ar.states['closed.refused']],
    ]);
    expect(skeleton.fields).toEqual({ ...ar.fields, amount: '' });
    expect(skeleton.title).toBe('');
    expect(Object.keys(skeleton)).toEqual(Object.keys(ar));
  });

  it('asks for no text of a field that has one for its command', () => {
    expect(textSkeleton(sourceWith({ ...ar, fields: without(ar.fields, 'place') }), 'ar').fields).toEqual(
      without(ar.fields, 'place'),
    );
  });

  it('is not taken for texts: the check finds the same missing as before', () => {
    const given = { ...ar, states, codes: {} };
    const skeleton = textSkeleton(sourceWith(given), 'ar');
    expect(findingsWith({ texts: { en, ar: skeleton } })).toEqual(findingsWith({ texts: { en, ar: given } }));
    expect(countMissingTexts(sourceWith(skeleton), 'ar')).toBe(2 + Object.keys(ar.codes).length);
    expect(textSkeleton(sourceWith(skeleton), 'ar')).toEqual(skeleton);
  });

  it('is made from nothing at all', () => {
    const skeleton = textSkeleton({ ...luggage.source, texts: { en, ar: {} } }, 'ar');
    // A field needs no label for one command alone, and a column none where a field has its name.
    const needed = {
      fields: without(en.fields, 'TraceBag.place'),
      views: without(en.views, 'traced.place'),
    };
    for (const [section, names] of Object.entries({ ...en, ...needed }))
      if (typeof names === 'object')
        expect([section, Object.keys(skeleton[section as 'states']).toSorted()]).toEqual([
          section,
          Object.keys(names).toSorted(),
        ]);
  });
});

describe('a workflow without some of its texts', () => {
  it('is compiled, and shows names in their place', () => {
    const { texts } = defineWorkflow({ ...luggage.source, texts: { en, ar: { states } } } as never);
    expect(texts.ar.title).toBe('luggage');
    expect(texts.ar.states).toEqual({ ...states, 'open.searching': 'open.searching', closed: 'closed' });
    expect(texts.ar.commands['FileClaim']).toBe('FileClaim');
    expect(texts.ar.fields['amount']).toBe('amount');
    expect(texts.en).toEqual(en);
  });
});
