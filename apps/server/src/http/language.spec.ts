import { describe, expect, it } from '@jest/globals';
import { languageOf } from './language.js';

describe('the language of a caller', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['ar', 'ar'],
    ['AR-sy', 'ar'],
    ['fr, ar;q=0.5', 'ar'],
    ['ar;q=0.2, en;q=0.9', 'en'],
    ['en;q=0.2, ar;q=0.9', 'ar'],
    ['ar;q=0', 'en'],
    ['ar;q=nonsense', 'en'],
    ['*', 'en'],
    [`${'x,'.repeat(100_000)}ar`, 'en'],
  ])('of Accept-Language %p is %s', (header, expected) => {
    expect(languageOf(header)).toBe(expected);
  });
});
