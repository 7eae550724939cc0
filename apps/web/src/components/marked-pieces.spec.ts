import { describe, expect, it } from '@jest/globals';
import { piecesOf, type Marks } from './marked-pieces.js';

const shown = (marks: Marks): string =>
  piecesOf('QAIM-2024', marks)
    .map(({ piece, isMarked }) => (isMarked ? `[${piece}]` : piece))
    .join('');

describe('a text with marks', () => {
  it.each<[string, Marks]>([
    ['QAIM-2024', []],
    ['[QAIM]-2024', [{ start: 0, end: 4 }]],
    [
      '[QAIM]-[2024]',
      [
        { start: 5, end: 9 },
        { start: 0, end: 4 },
      ],
    ],
    [
      '[QAIM][-2024]',
      [
        { start: 0, end: 4 },
        { start: 2, end: 9 },
      ],
    ],
    [
      '[QAIM-2024]',
      [
        { start: 0, end: 9 },
        { start: 2, end: 4 },
      ],
    ],
  ])('is %s', (expected, marks) => {
    expect(shown(marks)).toBe(expected);
  });
});
