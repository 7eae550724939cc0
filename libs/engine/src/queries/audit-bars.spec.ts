import { describe, expect, it } from '@jest/globals';
import { barsBetween, barsMax } from './audit-bars.js';
import { dayOf } from './days.js';

const daysOf = (from: string, to: string, zone = 'UTC') => {
  const { unit, bars } = barsBetween(from, to, zone);
  return { unit, days: bars.map((bar) => `${bar.from} ${bar.to}`) };
};

describe('the bars of a period', () => {
  it('are its days, each of them', () => {
    expect(daysOf('2024-12-30', '2025-01-02')).toEqual({
      unit: 'day',
      days: ['2024-12-30', '2024-12-31', '2025-01-01', '2025-01-02'].map((day) => `${day} ${day}`),
    });
  });

  it.each([
    ['2025-01-01', '2025-04-10', 'day', 100],
    ['2025-01-01', '2025-04-11', 'week', 15],
    ['2024-01-01', '2025-11-30', 'week', 100],
    ['2024-01-01', '2025-12-01', 'month', 24],
    ['2020-02-29', '2028-05-31', 'month', 100],
    ['2020-02-29', '2028-06-01', 'year', 9],
    ['1900-01-01', '2099-12-31', 'year', 200],
  ])('from %s to %s are of one %s, %i of them', (from, to, unit, count) => {
    const { unit: found, bars } = barsBetween(from, to, 'Asia/Baghdad');
    expect([found, bars.length]).toEqual([unit, count]);
    expect(unit === 'year' || bars.length <= barsMax).toBe(true);
  });

  it('are whole weeks from Monday, whole months and whole years', () => {
    expect(daysOf('2025-01-01', '2025-06-01').days[0]).toBe('2024-12-30 2025-01-05');
    expect(daysOf('2020-02-10', '2025-06-02').days.slice(0, 2)).toEqual([
      '2020-02-01 2020-02-29',
      '2020-03-01 2020-03-31',
    ]);
    expect(daysOf('2000-02-10', '2025-06-02').days.at(-1)).toBe('2025-01-01 2025-12-31');
  });

  it.each(['UTC', 'Asia/Baghdad', 'America/New_York'])(
    'follow each other without a gap, also where clocks are changed, in %s',
    (zone) => {
      for (const to of ['2025-04-01', '2026-01-01', '2030-01-01']) {
        const { bars } = barsBetween('2025-03-01', to, zone);
        for (const [index, bar] of bars.slice(1).entries()) {
          expect(bar.begins).toBe(bars[index]?.ends);
          expect(dayOf(bar.begins, zone)).toBe(bar.from);
        }
      }
    },
  );

  it('know which day it is somewhere', () => {
    expect(dayOf('2025-01-01T21:00:00.000Z', 'Asia/Baghdad')).toBe('2025-01-02');
    expect(dayOf('2025-01-01T20:59:59.999Z', 'Asia/Baghdad')).toBe('2025-01-01');
    expect(dayOf('2025-01-01T02:00:00.000Z', 'America/New_York')).toBe('2024-12-31');
  });
});
