import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fixedKeyRing } from '../testing/fixed-key-ring.js';
import { roundedTo, rounding } from './rounded.js';

const { measure, flows } = rounding(fixedKeyRing());
const cells = fc.uniqueArray(
  fc.record({ key: fc.string({ minLength: 1 }), count: fc.integer({ min: 1, max: 40 }) }),
  { minLength: 2, maxLength: 8, selector: ({ key }) => key },
);

describe('rounded figures', () => {
  it('are multiples of five, and no part follows from a total and the others', () => {
    const results = { right: 0, asked: 0 };
    fc.assert(
      fc.property(cells, (all) => {
        const [part, ...others] = all;
        const figures = [all, ...all.map((one) => [one])].map((some) => measure.figureOf(some));
        for (const figure of figures) expect(figure % roundedTo).toBe(0);
        const difference =
          measure.figureOf(all) - others.reduce((sum, one) => sum + measure.figureOf([one]), 0);
        // A multiple of five again, so it says nothing of a part that is none, and is wrong about most that are.
        expect(Math.abs(difference % roundedTo)).toBe(0);
        results.asked += 1;
        if (difference === part?.count) results.right += 1;
      }),
      { numRuns: 2000, seed: 7 },
    );
    expect(results.right / results.asked).toBeLessThan(0.1);
  });

  it('are less than five away from the number, and a multiple of five is as it is', () => {
    fc.assert(
      fc.property(cells, (all) => {
        const count = all.reduce((sum, one) => sum + one.count, 0);
        const figure = measure.figureOf(all);
        expect(Math.abs(figure - count)).toBeLessThan(roundedTo);
        if (count % roundedTo === 0) expect(figure).toBe(count);
      }),
    );
  });

  it('are the same however the cells are called and however often they are asked', () => {
    fc.assert(
      fc.property(cells, (all) => {
        expect(measure.figureOf(all.toReversed())).toBe(measure.figureOf(all));
        expect(rounding(fixedKeyRing()).measure.figureOf(all)).toBe(measure.figureOf(all));
      }),
    );
  });

  it('are rounded up and down, by limits that another installation does not share', () => {
    const threes = Array.from({ length: 200 }, (_, index) => [{ key: `cell-${index}`, count: 3 }]);
    const here = threes.map((one) => measure.figureOf(one));
    expect(new Set(here)).toEqual(new Set([0, roundedTo]));
    const there = rounding(fixedKeyRing('another'));
    expect(threes.map((one) => there.measure.figureOf(one))).not.toEqual(here);
  });

  it('list no way that is rounded to nobody', () => {
    const ways = Array.from({ length: 50 }, (_, index) => ({ from: null, to: `state-${index}`, count: 1 }));
    const shown = flows('template', ways);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.length).toBeLessThan(ways.length);
    for (const { count } of shown) expect(count).toBe(roundedTo);
  });
});
