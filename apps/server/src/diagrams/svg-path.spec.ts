import { describe, expect, it } from '@jest/globals';
import { svgPathOf } from './svg-path.js';

describe('the path of an arrow', () => {
  it('is straight between two points', () => {
    expect(
      svgPathOf([
        { x: 0, y: 0 },
        { x: 0, y: 10.04 },
      ]),
    ).toBe('M0 0L0 10');
  });

  it('rounds a corner five pixels around it', () => {
    expect(
      svgPathOf([
        { x: 0, y: 0 },
        { x: 0, y: 20 },
        { x: 30, y: 20 },
      ]),
    ).toBe('M0 0L0 15Q0 20 5 20L30 20');
  });

  it('rounds two corners close to each other by half their distance', () => {
    expect(
      svgPathOf([
        { x: 0, y: 0 },
        { x: 0, y: 20 },
        { x: 4, y: 20 },
        { x: 4, y: 40 },
      ]),
    ).toBe('M0 0L0 15Q0 20 2 20L2 20Q4 20 4 25L4 40');
  });

  it('is nothing without points', () => {
    expect(svgPathOf([])).toBe('');
  });
});
