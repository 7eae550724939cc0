import { describe, expect, it } from '@jest/globals';
import { parseInstant } from './time.js';

describe('an instant', () => {
  it('is read from any zone and written in UTC with milliseconds', () => {
    expect(parseInstant('2024-12-07T06:13:39+03:00')).toBe('2024-12-07T03:13:39.000Z');
  });

  it('is not guessed at without a zone, or on a day that does not exist', () => {
    expect(parseInstant('2024-12-07T06:13:39')).toBeUndefined();
    expect(parseInstant('2025-02-29T06:13:39Z')).toBeUndefined();
  });

  it('has a year of four digits, because instants are compared as texts', () => {
    expect(parseInstant('9999-12-31T23:59:59.999Z')).toBe('9999-12-31T23:59:59.999Z');
    expect(parseInstant('9999-12-31T23:59:59-01:00')).toBeUndefined();
    expect(parseInstant('0000-01-01T00:00:00+01:00')).toBeUndefined();
  });
});
