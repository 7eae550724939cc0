import { describe, expect, it } from '@jest/globals';
import { westernDigits } from './digits.js';
import { formatOf, type Manner } from './format.js';

const manner: Manner = { language: 'en', numerals: 'western', calendar: 'gregorian', zone: 'Asia/Baghdad' };
const evening = '2024-12-06T22:30:00.000Z';

describe('times', () => {
  it('are those of the zone of the workflow, wherever the device is', () => {
    expect(formatOf(manner).time(evening)).toBe('7 Dec 2024, 01:30');
    expect(formatOf({ ...manner, zone: 'America/New_York' }).day(evening)).toBe('6 Dec 2024');
  });

  it('are in the calendar and the digits that were chosen', () => {
    const islamic = formatOf({ ...manner, language: 'ar', numerals: 'arabicIndic', calendar: 'islamic' });
    expect(islamic.day(evening)).toMatch(/^٦ جمادى الآخرة ١٤٤٦/);
    expect(formatOf({ ...manner, language: 'ar' }).number(2493)).toBe('2,493');
  });

  it('move no day that was recorded without a time', () => {
    expect(formatOf({ ...manner, zone: 'America/New_York' }).date('1981-06-09')).toBe('9 Jun 1981');
  });

  it.each([
    [-3 * 86_400_000, '3 days ago'],
    [86_400_000, 'tomorrow'],
    [5 * 3_600_000, 'in 5 hours'],
    [-30_000, 'this minute'],
    [90 * 86_400_000, 'in 3 months'],
  ])('%i ms away are said as %s', (ms, text) => {
    const now = Date.parse(evening);
    expect(formatOf(manner).relative(new Date(now + ms).toISOString(), now)).toBe(text);
  });

  it('say how long something lasts in its largest unit', () => {
    const { span } = formatOf(manner);
    expect([36 * 86_400_000, 26 * 3_600_000, 90_000].map(span)).toEqual(['36 days', '1 day', '1 minute']);
  });
});

describe('digits', () => {
  it('of an Arabic and of a Persian keyboard are those of a number', () => {
    expect(westernDigits('٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ QAIM-٢٠٢٤')).toBe('0123456789 0123456789 QAIM-2024');
  });
});
