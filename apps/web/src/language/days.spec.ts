import { describe, expect, it } from '@jest/globals';
import { dayOf, daysAfter, endOfDay, givenDay } from './days.js';

describe('days', () => {
  it('begin and end as the zone counts them', () => {
    expect(endOfDay('2024-12-18', 'Asia/Baghdad')).toBe('2024-12-18T20:59:59.999Z');
    // The clocks were set back on this day, which had 25 hours.
    expect(endOfDay('2024-10-27', 'Europe/Berlin')).toBe('2024-10-27T22:59:59.999Z');
    expect(dayOf(Date.parse('2024-12-18T21:00:00Z'), 'Asia/Baghdad')).toBe('2024-12-19');
  });

  it('follow each other across months and years', () => {
    expect([daysAfter('2024-12-31', 1), daysAfter('2024-03-01', -1)]).toEqual(['2025-01-01', '2024-02-29']);
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
