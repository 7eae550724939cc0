import { describe, expect, it } from '@jest/globals';
import { barAt, daysOf, movedBy, rangeOf } from './brush.js';

const bars = [
  { from: '2025-01-06', to: '2025-01-12', count: 3 },
  { from: '2025-01-13', to: '2025-01-19', count: 0 },
  { from: '2025-01-20', to: '2025-01-26', count: 7 },
];

describe('the period that is brushed', () => {
  it('is made of the bars that have one of its days', () => {
    expect(rangeOf(bars, {})).toEqual({ first: 0, last: 2 });
    expect(rangeOf(bars, { from: '2025-01-14', to: '2025-01-15' })).toEqual({ first: 1, last: 1 });
    expect(rangeOf(bars, { to: '2025-01-20' })).toEqual({ first: 0, last: 2 });
    expect(rangeOf(bars, { from: '2025-02-20' })).toEqual({ first: 2, last: 2 });
    expect(rangeOf(bars, { to: '2024-01-20' })).toEqual({ first: 0, last: 0 });
  });

  it('has no bound where it reaches the end of all bars, but for one that was chosen before', () => {
    expect(daysOf(bars, { first: 0, last: 1 })).toEqual({ from: undefined, to: '2025-01-19' });
    expect(daysOf(bars, { first: 1, last: 2 })).toEqual({ from: '2025-01-13', to: undefined });
    expect(daysOf(bars, { first: 0, last: 2 }, { from: '2025-01-08', to: '2025-01-21' })).toEqual({
      ...{ from: '2025-01-08', to: '2025-01-21' },
    });
  });

  it('is at a bar wherever the pointer is', () => {
    expect([-0.2, 0, 0.34, 0.99, 1, 7].map((place) => barAt(place, 3))).toEqual([0, 0, 1, 2, 2, 2]);
  });

  it('is moved by keys in the direction of reading, and not over its other end', () => {
    const place = { at: 2, min: 0, max: 2 };
    expect(movedBy('ArrowRight', { ...place, at: 1, direction: 'ltr' })).toBe(2);
    expect(movedBy('ArrowRight', { ...place, direction: 'ltr' })).toBe(2);
    expect(movedBy('ArrowRight', { ...place, direction: 'rtl' })).toBe(1);
    expect(movedBy('PageDown', { ...place, direction: 'ltr' })).toBe(0);
    expect(movedBy('Home', { ...place, min: 1, direction: 'rtl' })).toBe(1);
    expect(movedBy('End', { ...place, at: 0, direction: 'ltr' })).toBe(2);
    expect(movedBy('Tab', { ...place, direction: 'ltr' })).toBeUndefined();
  });
});
