import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareText } from './text-order.js';

// Letters around the point where the orders of UTF-16 and of code points differ: U+FB50 and U+FFFD lie below
// U+1E900, an Adlam letter.
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.string({ unit: fc.constantFrom('a', 'ب', '\ufb50', '\ufffd', '𞤀', '𞤢', '😀'), maxLength: 4 }),
);

describe('the order of texts', () => {
  it('puts a letter beyond U+FFFF after every other, where JavaScript puts it before some', () => {
    expect(compareText('\ufb50', '𞤀')).toBeLessThan(0);
    expect(['\ufb50', '𞤀'].sort()).toEqual(['𞤀', '\ufb50']);
  });

  it('is the order of UTF-8 bytes', () => {
    fc.assert(
      fc.property(texts, texts, (left, right) => {
        const bytes = Buffer.compare(Buffer.from(left), Buffer.from(right));
        expect(Math.sign(compareText(left, right))).toBe(bytes);
      }),
    );
  });

  it('puts the beginning of a text before the text', () => {
    expect(['ab', '', 'a', 'b'].sort(compareText)).toEqual(['', 'a', 'ab', 'b']);
  });
});
