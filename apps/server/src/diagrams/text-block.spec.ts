import { describe, expect, it } from '@jest/globals';
import { textBlock } from './text-block.js';

describe('a block of text', () => {
  it('breaks at spaces where the next word would be too wide', () => {
    expect(textBlock(['one two three four'], 10, 60).lines).toEqual(['one two', 'three four']);
  });

  it('begins a line with each text, and leaves a long word whole', () => {
    expect(textBlock(['a', 'incomprehensibilities'], 10, 40).lines).toEqual(['a', 'incomprehensibilities']);
  });

  it('is as wide as its widest line, and as high as its lines', () => {
    const one = textBlock(['abcd'], 10, 500);
    expect(textBlock(['ab', 'abcd'], 10, 500)).toMatchObject({
      width: one.width,
      height: 2 * one.height - 1,
    });
  });

  it('gives marks above Arabic letters no room', () => {
    expect(textBlock(['كُتِبَ'], 10, 500).width).toBe(textBlock(['كتب'], 10, 500).width);
  });

  it('is empty without texts', () => {
    expect(textBlock([], 10, 500)).toEqual({ lines: [], width: 0, height: 0 });
  });
});
