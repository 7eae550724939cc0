import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { apportion } from './apportion.js';

describe('apportionment by largest remainder', () => {
  it('gives what is left to the largest remainders, the earlier one first', () => {
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(apportion(100, [367, 61, 24, 1729, 312])).toEqual([15, 2, 1, 69, 13]);
    expect(apportion(0, [3, 4])).toEqual([0, 0]);
  });

  it('adds up, and gives each part less than one beside its exact share', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), weights, (total, given) => {
        const parts = apportion(total, given);
        const sum = given.reduce((all, weight) => all + weight, 0);
        expect(parts.reduce((all, part) => all + part, 0)).toBe(total);
        for (const [index, part] of parts.entries()) {
          expect(Math.abs(part - (total * (given[index] ?? 0)) / sum)).toBeLessThan(1);
        }
      }),
    );
  });
});
