import { describe, expect, it } from '@jest/globals';
import { nearestOf } from './nearest.js';

const commands = ['ClearReturn', 'DecideClaim', 'PlaceHold', 'ReleaseHold'];

describe('the nearest name', () => {
  it.each([
    ['a letter is left out', 'DecidClaim', 'DecideClaim'],
    ['a letter is too many', 'PlaceHolds', 'PlaceHold'],
    ['letters are swapped', 'ClaerReturn', 'ClearReturn'],
    ['letters are of the other case', 'releasehold', 'ReleaseHold'],
    ['it is the name itself', 'PlaceHold', 'PlaceHold'],
  ])('is found when %s', (_what, typed, meant) => {
    expect(nearestOf(typed, commands)).toBe(meant);
  });

  it.each([['Fly'], [''], ['x'.repeat(10_000)]])('is none for what is like no name', (typed) => {
    expect(nearestOf(typed, commands)).toBeUndefined();
  });
});
