import { expect, it } from '@jest/globals';
import { logStart, positionOf } from '@safeconduct/engine';
import { Boundaries } from './boundaries.js';

it('boundaries tell the last known place up to a position', () => {
  const boundaries = new Boundaries();
  expect(boundaries.upTo(positionOf(50))).toBe(logStart);
  for (const place of [300, 100, 200, 200]) boundaries.note(positionOf(place));
  expect([99, 100, 199, 250, 1000].map((position) => boundaries.upTo(positionOf(position)))).toEqual([
    0n,
    100n,
    100n,
    200n,
    300n,
  ]);
});

it('boundaries keep a bounded number of places, spread over the log', () => {
  const boundaries = new Boundaries();
  for (let place = 1; place <= 10_000; place += 1) boundaries.note(positionOf(place));
  const found = [2_000, 5_000, 10_000].map((position) => Number(boundaries.upTo(positionOf(position))));
  for (const [index, position] of [2_000, 5_000, 10_000].entries()) {
    expect(position - (found[index] ?? 0)).toBeLessThan(200);
  }
});
