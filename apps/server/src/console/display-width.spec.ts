import { describe, expect, it } from '@jest/globals';
import { cut, displayWidth } from './display-width.js';

describe('display width', () => {
  it.each([
    ['Ibrahim', 7],
    ['ماهر', 4],
    ['طارِقُ محمَّدٍ', 9],
    ['東京', 4],
    ['👨‍👩‍👧', 2],
    ['\u2068ماهر\u2069', 4],
    ['', 0],
  ])('of %s is %d', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('a cut text', () => {
  it('is left whole where it fits', () => {
    expect(cut('محمَّدٍ', 4)).toBe('محمَّدٍ');
  });

  it.each([
    ['Ibrahim Mahir', 8, 'Ibrahim…'],
    ['Ibrahim Mahir', 9, 'Ibrahim…'],
    ['محمَّدٍ', 3, 'مح…'],
    ['مَّحمد', 2, 'مَّ…'],
    ['東京都', 4, '東…'],
    ['👨‍👩‍👧👨‍👩‍👧', 3, '👨‍👩‍👧…'],
    ['abc', 1, '…'],
    ['abc', 0, ''],
  ])('of %s at %d columns is %s, letters with their marks', (text, width, expected) => {
    expect(cut(text, width)).toBe(expected);
    expect(displayWidth(cut(text, width))).toBeLessThanOrEqual(width);
  });
});
