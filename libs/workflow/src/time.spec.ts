import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  days,
  endOfDay,
  epochMsOf,
  hours,
  instantOf,
  isCalendarDay,
  msBetween,
  parseInstant,
  plus,
} from './index.js';

const [firstMs, endMs] = [epochMsOf('1890-01-01T00:00:00.000Z'), epochMsOf('2110-01-01T00:00:00.000Z')];
const anyMs = fc.integer({ min: firstMs, max: endMs });

describe('parseInstant', () => {
  it.each([
    ['2024-12-07T03:03:39Z', '2024-12-07T03:03:39.000Z'],
    ['2024-12-07T06:03:39+03:00', '2024-12-07T03:03:39.000Z'],
    ['2024-12-07T00:03+03:00', '2024-12-06T21:03:00.000Z'],
    ['2024-12-07T03:03:39.5Z', '2024-12-07T03:03:39.500Z'],
    ['2024-12-07T03:03:39.123456789Z', '2024-12-07T03:03:39.123Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
    ['2024-02-29T00:00:00-11:00', '2024-02-29T11:00:00.000Z'],
  ])('reads %s as %s', (said, instant) => {
    expect(parseInstant(said)).toBe(instant);
  });

  it.each([
    ['no zone', '2024-12-07T03:03:39'],
    ['a day alone', '2024-12-07'],
    ['a day that does not exist', '2025-02-29T00:00:00Z'],
    ['an hour that does not exist', '2024-12-07T25:00:00Z'],
    ['a minute that does not exist', '2024-12-07T03:60:00Z'],
    ['another separator', '2024-12-07 03:03:39Z'],
    ['something behind it', '2024-12-07T03:03:39Z '],
    ['a time before the year 0', '0000-01-01T00:00:00+01:00'],
    ['a time after the year 9999', '9999-12-31T23:59:59-01:00'],
    ['prose', 'yesterday'],
  ])('refuses %s: %s', (_what, said) => {
    expect(parseInstant(said)).toBeUndefined();
  });

  it('takes every instant for itself, in any zone', () => {
    fc.assert(
      fc.property(anyMs, fc.integer({ min: -12, max: 14 }), (ms, offset) => {
        const local = instantOf(ms + hours(offset)).slice(0, -1);
        const zone = `${offset < 0 ? '-' : '+'}${String(Math.abs(offset)).padStart(2, '0')}:00`;
        return parseInstant(instantOf(ms)) === instantOf(ms) && parseInstant(local + zone) === instantOf(ms);
      }),
    );
  });
});

describe('instants', () => {
  it('compare as texts as they do in time', () => {
    fc.assert(fc.property(anyMs, anyMs, (one, other) => instantOf(one) < instantOf(other) === one < other));
  });

  it('move by milliseconds, and tell how many lie between them', () => {
    const noon = '2025-01-01T12:00:00.000Z';
    expect(plus(noon, days(1) + hours(2))).toBe('2025-01-02T14:00:00.000Z');
    expect(plus(noon, -hours(13))).toBe('2024-12-31T23:00:00.000Z');
    expect(msBetween(noon, plus(noon, 5))).toBe(5);
    expect(msBetween(plus(noon, 5), noon)).toBe(-5);
    expect(instantOf(epochMsOf(noon))).toBe(noon);
  });

  it('end a day with its last millisecond in the zone', () => {
    expect(endOfDay('2025-12-31', '+03:00')).toBe('2025-12-31T20:59:59.999Z');
    fc.assert(
      fc.property(anyMs, fc.constantFrom('+14:00', '+03:30', '+00:00', '-00:45', '-12:00'), (ms, offset) => {
        const day = instantOf(ms).slice(0, 10);
        return endOfDay(day, offset) === parseInstant(`${day}T23:59:59.999${offset}`);
      }),
    );
    expect(endOfDay('0000-01-01', '+00:00')).toBe('0000-01-01T23:59:59.999Z');
  });
});

describe('isCalendarDay', () => {
  it.each(['2024-02-29', '2000-02-29', '2025-12-31', '0000-01-01'])('knows %s', (day) => {
    expect(isCalendarDay(day)).toBe(true);
  });

  it.each([
    '2025-02-29',
    '1900-02-29',
    '2025-04-31',
    '2025-13-01',
    '2025-00-10',
    '2025-01-00',
    '2025-1-1',
    '',
  ])('knows no %s', (day) => {
    expect(isCalendarDay(day)).toBe(false);
  });

  it('knows every day of two centuries, and no other', () => {
    const real = new Set<string>();
    for (let ms = firstMs; ms < endMs; ms += days(1)) real.add(instantOf(ms).slice(0, 10));
    const two = (value: number) => String(value).padStart(2, '0');
    const wrong: string[] = [];
    for (let year = 1890; year < 2110; year += 1) {
      for (let month = 0; month <= 13; month += 1) {
        for (let day = 0; day <= 32; day += 1) {
          const text = `${year}-${two(month)}-${two(day)}`;
          if (isCalendarDay(text) !== real.has(text)) wrong.push(text);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
