import { describe, expect, it } from '@jest/globals';
import { humanDuration, humanNumber } from './human.js';

describe('human numbers', () => {
  it('groups thousands and drops fractions', () => {
    expect([0, 999, 37_494, 1_000_000, 4210.6].map(humanNumber)).toEqual([
      '0',
      '999',
      '37,494',
      '1,000,000',
      '4,211',
    ]);
  });
});

describe('human durations', () => {
  it.each([
    [-5, '0 s'],
    [0, '0 s'],
    [430, '0.4 s'],
    [9_000, '9 s'],
    [9_960, '10 s'],
    [59_400, '59 s'],
    [59_600, '1 min'],
    [125_000, '2 min 5 s'],
    [3_600_000, '1 h'],
    [3_840_000, '1 h 4 min'],
    [266_400_000, '3 d 2 h'],
  ])('says %d ms as %s', (ms, text) => {
    expect(humanDuration(ms)).toBe(text);
  });
});
