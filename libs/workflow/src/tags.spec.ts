import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readTags, tagsText } from './tags.js';
import { luggage } from './testing/luggage/index.js';

describe('tags as a text', () => {
  it('are the same text in whatever order they are given, and leave out what has no code', () => {
    const text = 'category=CIVILIAN;intention=refuse';
    expect(tagsText({ intention: 'refuse', category: 'CIVILIAN', service: undefined })).toBe(text);
    expect(tagsText({ category: 'CIVILIAN', intention: 'refuse' })).toBe(text);
    expect(tagsText({})).toBe('');
  });

  it('are read back as they were', () => {
    const code = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,8}$/);
    fc.assert(
      fc.property(fc.dictionary(code, code, { noNullPrototype: true }), (tags) => {
        expect(readTags(tagsText(tags))).toEqual(tags);
      }),
    );
  });
});

describe('the summary of a case', () => {
  it('is recorded with its tags as one text', () => {
    const facts = { filedAt: '', missing: 2, notes: 0, overdue: false };
    expect(luggage.summary({ state: 'open.searching', facts })).toEqual({ tags: 'bags=several;noted=no' });
    expect(luggage.summary({ state: 'closed.paid', facts: { ...facts, missing: -1, notes: 1 } })).toEqual({
      outcome: 'PAID',
      tags: 'noted=yes',
    });
  });
});
