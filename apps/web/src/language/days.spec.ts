import { describe, expect, it } from '@jest/globals';
import { fromDate, parseDate, toCalendarDate, toZoned } from '@internationalized/date';
import { dayOf, daysAfter, daysBetween, endOfDay, givenDay } from './days.js';

describe('days', () => {
  it('begin and end as the zone counts them', () => {
    expect(endOfDay('2024-12-18', 'Asia/Baghdad')).toBe('2024-12-18T20:59:59.999Z');
    // The clocks were set back on this day, which had 25 hours.
    expect(endOfDay('2024-10-27', 'Europe/Berlin')).toBe('2024-10-27T22:59:59.999Z');
    expect(dayOf(Date.parse('2024-12-18T21:00:00Z'), 'Asia/Baghdad')).toBe('2024-12-19');
  });

  it('begin and end as a library for calendars counts them, where clocks are changed', () => {
    const years = [1986, 2008, 2018];
    for (const zone of ['Asia/Baghdad', 'Asia/Beirut', 'America/Sao_Paulo', 'America/Havana'])
      for (const year of years)
        for (let count = 0; count < 366; count += 1) {
          const day = daysAfter(`${year}-01-01`, count);
          const next = toZoned(parseDate(day).add({ days: 1 }), zone)
            .toDate()
            .getTime();
          expect([zone, endOfDay(day, zone)]).toEqual([zone, new Date(next - 1).toISOString()]);
          const shown = [next - 1, next].map((ms) => dayOf(ms, zone));
          const expected = [next - 1, next].map((ms) =>
            toCalendarDate(fromDate(new Date(ms), zone)).toString(),
          );
          expect([zone, shown]).toEqual([zone, expected]);
        }
  });

  it('follow each other across months and years', () => {
    expect([daysAfter('2024-12-31', 1), daysAfter('2024-03-01', -1)]).toEqual(['2025-01-01', '2024-02-29']);
  });

  it('are so many apart', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2);
  });

  it('are those of the calendar', () => {
    expect(['2024-02-29', '2023-02-29', '2024-13-01', '07.12.2024', 7].map(givenDay)).toEqual([
      '2024-02-29',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
