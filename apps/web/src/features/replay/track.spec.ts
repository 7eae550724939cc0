import { describe, expect, it } from '@jest/globals';
import { changeFrom, nearestTo, placesOf, ticksShown, type Tick } from './track.js';

const tick = (day: number, state: string): Tick => ({
  occurredAt: `2024-12-${String(day).padStart(2, '0')}T08:00:00.000Z`,
  state,
  subState: null,
});
const ticks = [
  tick(1, 'entered'),
  tick(2, 'entered'),
  tick(11, 'camped'),
  tick(21, 'camped'),
  tick(21, 'returned'),
];

describe('the track of a replay', () => {
  it('sets events side by side, or as far apart as in time', () => {
    expect(placesOf(ticks, false)).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(placesOf(ticks, true)).toEqual([0, 0.05, 0.5, 1, 1]);
    expect(placesOf([tick(1, 'entered')], true)).toEqual([0]);
    expect(placesOf([tick(1, 'entered'), tick(1, 'camped')], true)).toEqual([0, 0]);
  });

  it('keeps an event that was recorded late in its order, at its own time', () => {
    expect(placesOf([tick(1, 'entered'), tick(11, 'camped'), tick(6, 'camped')], true)).toEqual([0, 1, 0.5]);
  });

  it('draws of thousands of events no more than can be told apart, and every change of state', () => {
    const many = Array.from({ length: 20_000 }, (_, at) => tick(1, at < 7777 ? 'entered' : 'camped'));
    const shown = ticksShown(many, placesOf(many, false));
    expect(shown.length).toBeLessThan(900);
    expect(shown).toContain(7777);
    expect(ticksShown(ticks, placesOf(ticks, false))).toEqual([0, 1, 2, 3, 4]);
  });

  it('finds the event that is nearest to a place', () => {
    expect([0, 0.2, 0.49, 1, 7].map((place) => nearestTo(place, [0, 0.05, 0.5, 1]))).toEqual([0, 1, 2, 3, 3]);
  });

  it('goes from change of state to change of state, and stays at the ends', () => {
    expect([0, 2, 4].map((at) => changeFrom(ticks, at, 1))).toEqual([2, 4, 4]);
    expect([4, 3, 2, 0].map((at) => changeFrom(ticks, at, -1))).toEqual([2, 2, 0, 0]);
  });
});
