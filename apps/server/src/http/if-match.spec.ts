import { describe, expect, it } from '@jest/globals';
import { expectedRevision } from './if-match.js';

describe('If-Match', () => {
  it.each([
    [undefined, undefined],
    ['*', undefined],
    ['"7"', 7n],
    ['W/"7"', 7n],
    ['"7-0123456789ab"', 7n],
    ['W/"7-0123456789ab"', 7n],
    ['"0"', 0n],
  ])('%p names revision %p', (header, expected) => {
    expect(expectedRevision(header)).toBe(expected);
  });

  it.each(['7', '"07"', '"seven"', '""', '"7", "8"', `"${'9'.repeat(20)}"`])('%p is refused', (header) => {
    expect(() => expectedRevision(header)).toThrow('REQUEST_INVALID');
  });
});
