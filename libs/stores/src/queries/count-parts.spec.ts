import { describe, expect, it } from '@jest/globals';
import { countSpans } from '@safeconduct/engine';
import { partsOfPeriod } from './count-parts.js';

const day = 86_400_000;
const lengths = new Map<number, number>(countSpans.map(({ grain, length }) => [grain, length]));

/** The parts of a period as milliseconds, in their order. */
const pieces = (from: number | undefined, to: number | undefined) => {
  const { spans, rests } = partsOfPeriod(from, to);
  return [
    ...spans.map(({ grain, ...span }) => {
      const length = lengths.get(grain) ?? 0;
      return { from: span.from * length, before: span.before * length };
    }),
    ...rests,
  ].sort((one, other) => one.from - other.from);
};

describe('the parts of a period', () => {
  it('are one span of the whole log, where no period is asked for', () => {
    expect(partsOfPeriod(undefined, undefined)).toEqual({
      spans: [{ grain: 0, from: 0, before: 1 }],
      rests: [],
    });
  });

  it('are the period without a gap and without anything twice', () => {
    const moments = [
      0,
      1,
      day - 1,
      day,
      29 * day,
      30 * day,
      30 * day + 5,
      61 * day,
      400 * day + 7,
      720 * day - 1,
    ];
    for (const from of moments)
      for (const to of moments.filter((one) => one >= from)) {
        const found = pieces(from, to);
        expect(found[0]?.from).toBe(from);
        expect(found.at(-1)?.before).toBe(to + 1);
        for (const [index, piece] of found.entries()) {
          expect(piece.from).toBeLessThan(piece.before);
          if (index > 0) expect(piece.from).toBe(found[index - 1]?.before);
        }
      }
  });

  it('look at the events of less than two days, however long the period is', () => {
    const { spans, rests } = partsOfPeriod(5, 4000 * day + 7);
    expect(rests.reduce((sum, { from, before }) => sum + before - from, 0)).toBeLessThan(2 * day);
    expect(spans.reduce((sum, { from, before }) => sum + before - from, 0)).toBeLessThan(200);
  });

  it('have no end where the period has none', () => {
    expect(partsOfPeriod(45 * day, undefined)).toEqual({
      spans: [
        { grain: 2, from: 45, before: 60 },
        { grain: 1, from: 2, before: Number.POSITIVE_INFINITY },
      ],
      rests: [],
    });
  });

  it('are nothing where a period ends before it begins', () => {
    expect(partsOfPeriod(10 * day, 5 * day)).toEqual({ spans: [], rests: [] });
  });
});
