import { describe, expect, it } from '@jest/globals';
import { hashPassword, isPassword, passwordWeakness } from './passwords.js';

describe('a password', () => {
  it('is kept as argon2id with the cost of OWASP, differently each time', async () => {
    const [one, two] = [
      await hashPassword('seven trains to Rutba'),
      await hashPassword('seven trains to Rutba'),
    ];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect([
      await isPassword(one, 'seven trains to Rutba'),
      await isPassword(one, 'seven trains to Rutb'),
    ]).toEqual([true, false]);
  });

  it('is the same however the keyboard composes its letters', async () => {
    expect(
      await isPassword(await hashPassword('caf\u00e9 pass\u0627\u0653 words'), 'cafe\u0301 pass\u0622 words'),
    ).toBe(true);
  });

  it('of nobody is none, whatever is tried', async () => {
    expect(await isPassword(undefined, 'seven trains to Rutba')).toBe(false);
    expect(await isPassword(undefined, 'the hash that is compared with where there is no account')).toBe(
      false,
    );
  });

  it.each([
    ['elevenchars', 'TOO_SHORT'],
    ['seven trains to Rutba', undefined],
    ['سبعة قطارات إلى الرطبة', undefined],
    ['x'.repeat(257), 'TOO_LONG'],
    ['aaaaaaaaaaaa', 'GUESSABLE'],
    ['password1234', 'GUESSABLE'],
    ['Safeconduct1', 'GUESSABLE'],
    ['co-01co-01co-01', 'GUESSABLE'],
    ['co-01 and six trains', undefined],
  ])('%s: %s', async (text, weakness) => {
    expect(await passwordWeakness(text, ['co-01'])).toBe(weakness);
  });
});
