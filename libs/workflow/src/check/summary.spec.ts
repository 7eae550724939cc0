import { describe, expect, it } from '@jest/globals';
import { findingsWith, luggage } from '../testing/luggage/index.js';

const { tags } = luggage.source;
const plain = 'begin with a letter, and use 1 to 64 letters, digits, hyphens or underscores';
const ofIndex = (change: object) =>
  findingsWith(change).filter((line) => line.startsWith('luggage/index.ts'));

describe('what a summary can give', () => {
  it('is plain codes, so that nothing in them ends a part of a cell', () => {
    expect(ofIndex({ places: ['A|B'], outcomes: ['', 'PAID'] })).toEqual([
      `luggage/index.ts: place A|B is no plain code; ${plain}`,
      `luggage/index.ts: outcome  is no plain code; ${plain}`,
    ]);
    expect(ofIndex({ tags: { ...tags, 'a=b': ['x;y'] } })).toEqual([
      `luggage/index.ts: tag a=b is no plain code; ${plain}`,
      `luggage/index.ts: code of tag a=b, x;y is no plain code; ${plain}`,
    ]);
  });

  it('is listed once, and a tag has codes', () => {
    expect(ofIndex({ places: ['DESK', 'DESK'], tags: { ...tags, size: [] } })).toEqual([
      'luggage/index.ts: place DESK is listed twice; remove one',
      'luggage/index.ts: tag size has no codes; list them or remove it',
    ]);
  });

  it('has no tag that is called as a word of lists is', () => {
    expect(ofIndex({ tags: { ...tags, place: ['few'] } })).toEqual([
      'luggage/index.ts: tag place has the name of a word of lists and figures; rename it',
    ]);
  });
});

describe('outcomes that are no persons', () => {
  it('are outcomes of the workflow', () => {
    expect(ofIndex({ outcomes: ['PAID', 'REFUSED'], notPersons: ['REFUSED'] })).toEqual([]);
    expect(ofIndex({ outcomes: ['PAID', 'REFUSED'], notPersons: ['REFUSD', 'X'] })).toEqual([
      "luggage/index.ts: 'notPersons' names the outcome REFUSD, which does not exist; did you mean 'REFUSED'?",
      "luggage/index.ts: 'notPersons' names the outcome X, which does not exist; add it to 'outcomes' or remove it",
    ]);
  });
});

describe('the zone in which days are counted', () => {
  it('is one of the time zones that there are', () => {
    expect(ofIndex({ zone: 'Asia/Baghdad' })).toEqual([]);
    expect(ofIndex({ zone: 'Asia/Bagdad' })).toEqual([
      "luggage/index.ts: zone Asia/Bagdad is no time zone; use a name of the IANA database, such as 'Asia/Baghdad'",
    ]);
  });
});
