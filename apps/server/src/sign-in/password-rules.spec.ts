import { describe, expect, it } from '@jest/globals';
import { commonWords, hashPassword, passwordWeakness } from './passwords.js';

const password = 'seven trains to Rutba';

describe('a password', () => {
  it('is kept as argon2id with 19 MiB and two passes', async () => {
    const [one, other] = await Promise.all([hashPassword(password), hashPassword(password)]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22,}\$[\w+/]{43,}$/);
    expect(one).not.toBe(other);
  });

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
