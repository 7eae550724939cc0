import { describe, expect, it } from '@jest/globals';
import { birthDateField, endOfValidity, isAdult, sha256Field, validUntilField } from './field.js';

const crossing = '2024-12-07T03:00:00.000Z';

describe('isAdult', () => {
  it.each([
    ['2006-12-07', true],
    ['2006-12-08', false],
    ['2005', true],
    ['2006', false],
  ])('takes somebody born %s for an adult at the crossing: %s', (birthDate, expected) => {
    expect(isAdult(birthDate, crossing)).toBe(expected);
  });

  it('counts the days of the host country', () => {
    expect(isAdult('2006-12-08', '2024-12-07T20:59:59.999Z')).toBe(false);
    expect(isAdult('2006-12-08', '2024-12-07T21:00:00.000Z')).toBe(true);
  });

  it('lets somebody born on a leap day come of age on the first of March', () => {
    expect(isAdult('2004-02-29', '2022-02-28T12:00:00.000Z')).toBe(false);
    expect(isAdult('2004-02-29', '2022-03-01T12:00:00.000Z')).toBe(true);
  });
});

describe('a date of birth', () => {
  it.each(['1967', '1990-11-19'])('may be as precise as %s', (text) => {
    expect(birthDateField.safeParse(text).success).toBe(true);
  });

  it.each(['67', '1990-11', '1990-02-30', '19.11.1990', ''])('is not %j', (text) => {
    expect(birthDateField.safeParse(text).success).toBe(false);
  });
});

describe('a date of validity', () => {
  it('is kept as it was said, and a day lasts until its end in the host country', () => {
    expect(validUntilField.parse('2025-12-31')).toBe('2025-12-31');
    expect(endOfValidity('2025-12-31')).toBe('2025-12-31T20:59:59.999Z');
  });

  it('may be an instant in any zone', () => {
    expect(validUntilField.parse('2025-12-31T12:00:00+03:00')).toBe('2025-12-31T09:00:00.000Z');
    expect(endOfValidity('2025-12-31T09:00:00.000Z')).toBe('2025-12-31T09:00:00.000Z');
  });

  it.each(['2025-02-30', '2025-12-31T12:00:00', 'for ever'])('is not %j', (text) => {
    expect(validUntilField.safeParse(text).success).toBe(false);
  });
});

describe('a fingerprint', () => {
  it('is 64 hexadecimal digits, kept in lower case', () => {
    expect(sha256Field.parse(' ' + 'AB'.repeat(32))).toBe('ab'.repeat(32));
    expect(sha256Field.safeParse('ab'.repeat(31)).success).toBe(false);
    expect(sha256Field.safeParse('xy'.repeat(32)).success).toBe(false);
  });
});
