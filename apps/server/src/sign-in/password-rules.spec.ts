import { describe, expect, it } from '@jest/globals';
import { commonWords, passwordWeakness } from './passwords.js';

describe('a password', () => {
  it('may have as many characters as somebody likes', () => {
    const letters = 'seventrains';
    for (const length of [12, 64, 256])
      expect([length, passwordWeakness(letters.repeat(24).slice(0, length), 'co-1')]).toEqual([
        length,
        undefined,
      ]);
    expect(passwordWeakness(letters, 'co-1')).toBe('TOO_SHORT');
    expect(passwordWeakness(letters.repeat(24).slice(0, 257), 'co-1')).toBe('TOO_LONG');
  });

  it.each([
    'lower case letters alone',
    'سبعة قطارات إلى الرطبة',
    '🚂🚃🚄🚅🚆🚇🚈🚉🚊🚝🚞🚋',
    '84629175308642',
  ])('may have characters of any kind: %s', (any) => {
    expect(passwordWeakness(any, 'co-1')).toBeUndefined();
  });

  it.each(commonWords)('is made of more than words that everybody tries: %s', (word) => {
    expect(
      passwordWeakness(
        word
          .toUpperCase()
          .repeat(4)
          .slice(0, word.length * 3),
        'co-1',
      ),
    ).toBe('GUESSABLE');
    expect(passwordWeakness(`${word}${word}co-1`, 'co-1')).toBe('GUESSABLE');
  });
});
