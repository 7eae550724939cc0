import { describe, expect, it } from '@jest/globals';
import { quantileOf, ratioOf, spreadOf, verdictOf } from './statistics.js';

describe('a spread', () => {
  it('has the middle value, or the middle between two', () => {
    expect(spreadOf([3, 1, 2])).toEqual({ min: 1, median: 2, max: 3 });
    expect(spreadOf([4, 1, 2, 3])).toEqual({ min: 1, median: 2.5, max: 4 });
  });

  it('of nothing is refused', () => {
    expect(() => spreadOf([])).toThrow(RangeError);
  });
});

describe('a ratio', () => {
  it('compares each value with the one measured beside it, not the medians', () => {
    expect(ratioOf([10, 1, 5], [10, 2, 20])).toEqual({ min: 0.25, median: 0.5, max: 1 });
  });

  it('of sides that were not measured equally often is refused', () => {
    expect(() => ratioOf([1, 2], [1])).toThrow(RangeError);
  });
});

describe('a quantile', () => {
  it('is the least value that so many do not exceed', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
    expect(quantileOf(hundred, 0.95)).toBe(95);
    expect(quantileOf([7], 0.95)).toBe(7);
  });
});

describe('a verdict', () => {
  it.each([
    [{ atLeast: 0.5 }, 0.5, 'met'],
    [{ atLeast: 0.5 }, 0.49, 'missed'],
    [{ atMost: 2.5 }, 2.5, 'met'],
    [{ atMost: 2.5 }, 2.6, 'missed'],
  ] as const)(
    'on %j with a median of %d is %s, whatever the ends of the spread are',
    (target, median, verdict) => {
      expect(verdictOf({ min: 0, median, max: 9 }, target)).toBe(verdict);
    },
  );
});
