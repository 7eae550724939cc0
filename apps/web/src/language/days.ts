import { parseDate, toCalendarDate, fromDate, toZoned } from '@internationalized/date';

/** The last moment of a day `YYYY-MM-DD`, as days are counted in a time zone. */
export function endOfDay(day: string, zone: string): string {
  const next = toZoned(parseDate(day).add({ days: 1 }), zone);
  return new Date(next.toDate().getTime() - 1).toISOString();
}

/** The day of a moment in a time zone. */
export const dayOf = (ms: number, zone: string): string =>
  toCalendarDate(fromDate(new Date(ms), zone)).toString();

/** A day so many days later, or earlier. */
export const daysAfter = (day: string, days: number): string => parseDate(day).add({ days }).toString();

/** How many days the second one is after the first. */
export const daysBetween = (first: string, second: string): number =>
  parseDate(second).compare(parseDate(first));

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** A day of the calendar; undefined for anything else. */
export function givenDay(given: unknown): string | undefined {
  if (typeof given !== 'string' || !dayPattern.test(given)) return undefined;
  try {
    return parseDate(given).toString();
  } catch {
    return undefined;
  }
}
