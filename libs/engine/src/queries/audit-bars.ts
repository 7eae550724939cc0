import type { Instant } from '@safeconduct/workflow';
import { beginningsIn, dayAfter } from './days.js';

export const barUnits = ['day', 'week', 'month', 'year'] as const;
export type BarUnit = (typeof barUnits)[number];

/** The days of one bar, both included, and the moments at which it begins and at which the next one does. */
export interface BarIn {
  readonly from: string;
  readonly to: string;
  readonly begins: Instant;
  readonly ends: Instant;
}

/** More bars than these are too narrow to be told apart and pointed at. */
export const barsMax = 100;

/**
 * Whole days, weeks, months or years that hold a period, without a gap: of the shortest unit of which there are not too
 * many. Weeks begin on Monday.
 * @param from  a day, such as `2024-12-07`
 * @param to  the same day or a later one
 */
export function barsBetween(
  from: string,
  to: string,
  zone: string,
): { readonly unit: BarUnit; readonly bars: readonly BarIn[] } {
  const unit = barUnits.find((one) => spansOf(one, from, to).length <= barsMax) ?? 'year';
  const begins = beginningsIn(zone);
  const bars = spansOf(unit, from, to).map(({ first, last }) => ({
    ...{ from: first, to: last },
    begins: begins(first),
    ends: begins(dayAfter(last)),
  }));
  return { unit, bars };
}

interface DaysOf {
  readonly first: string;
  readonly last: string;
}

/** One more than are wanted are enough to know that there are too many; of years there are as many as there are. */
function spansOf(unit: BarUnit, from: string, to: string): readonly DaysOf[] {
  const spans: DaysOf[] = [];
  for (let first = beginOf(unit, from); first <= to;) {
    const next = nextOf(unit, first);
    spans.push({ first, last: dayAfter(next, -1) });
    if (unit !== 'year' && spans.length > barsMax) break;
    first = next;
  }
  return spans;
}

function beginOf(unit: BarUnit, day: string): string {
  switch (unit) {
    case 'day':
      return day;
    case 'week':
      return dayAfter(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
    case 'month':
      return `${day.slice(0, 7)}-01`;
    case 'year':
      return `${day.slice(0, 4)}-01-01`;
  }
}

function nextOf(unit: BarUnit, first: string): string {
  switch (unit) {
    case 'day':
      return dayAfter(first, 1);
    case 'week':
      return dayAfter(first, 7);
    case 'month':
      return beginOf('month', dayAfter(first, 31));
    case 'year':
      return beginOf('year', dayAfter(first, 366));
  }
}
