import type { Issue } from './refusal.js';
import { days, epochMsOf, isCalendarDay, msOfDay, type Instant } from './time.js';

/**
 * Where a date may lie, seen from the time of the command that says it: so many days before or after. A field that
 * says none has `lifetime`.
 */
export interface DateRange {
  /** Negative: before the command. */
  readonly from: number;
  readonly to: number;
  /** The zone whose days are meant, `+03:00`. Left out: a day counts where it is first, and where it is last. */
  readonly offset?: string;
}

const yearDays = 365.25;
/** One millisecond, so that a document is valid beyond the moment at which it is recorded. */
const moment = 1 / days(1);

/** Up to so many years ago, and not after the command. */
export const past = (yearsMax: number, offset?: string): DateRange =>
  withOffset({ from: -yearsMax * yearDays, to: 0 }, offset);

/** After the command, and at most so many years. */
export const future = (yearsMax: number, offset?: string): DateRange =>
  withOffset({ from: moment, to: yearsMax * yearDays }, offset);

/** Within a hundred years, before or after. */
export const lifetime: DateRange = { from: -100 * yearDays, to: 100 * yearDays };

const withOffset = (range: DateRange, offset: string | undefined): DateRange =>
  offset === undefined ? range : { ...range, offset };

/** Under this name a schema says its range. */
export const rangeKey = 'x-within';

/** What is wrong with a date, a year or an instant that was said at `now`; `undefined` when nothing is. */
export function rangeIssue(
  path: string,
  text: string,
  { now, range }: { readonly now: Instant; readonly range: DateRange },
): Issue | undefined {
  const span = spanOf(text, range.offset);
  if (span === undefined) return undefined;
  const at = epochMsOf(now);
  const isEarly = span.last < at + days(range.from);
  if (!isEarly && span.first <= at + days(range.to)) return undefined;
  if (hijriYear.test(text)) return { path, code: 'hijri_year', message: looksHijri };
  return isEarly
    ? {
        path,
        code: 'date_too_early',
        message: `must not lie ${distance(range.from)} the time of the command`,
      }
    : { path, code: 'date_too_late', message: `must not lie ${distance(range.to)} the time of the command` };
}

/** What is wrong with a moment that is asked about: nothing was recorded in a year so far away. */
export function askedMomentIssue(path: string, text: string): Issue | undefined {
  return rangeIssue(path, text, { now: thisAge, range: lifetime });
}

const thisAge = '2025-01-01T00:00:00.000Z';

/** Lunar years of the last hundred years begin with 13 or 14, and so do the solar ones of Iran. */
const hijriYear = /^1[34]\d\d(?:$|-)/;
const looksHijri = 'looks like a year of the Hijri calendar; write the Gregorian date, such as 2025-12-31';

function distance(limitDays: number): string {
  const years = Math.round(Math.abs(limitDays) / yearDays);
  const side = limitDays < 0 ? 'before' : 'after';
  if (years > 0) return `more than ${years} years ${side}`;
  return limitDays > 0 ? 'before' : 'after';
}

/** The first and the last moment that a text can mean. */
function spanOf(text: string, offset: string | undefined): { first: number; last: number } | undefined {
  const [day, lastDay] = /^\d{4}$/.test(text) ? [`${text}-01-01`, `${text}-12-31`] : [text, text];
  if (!isCalendarDay(day)) {
    const instant = epochMsOf(text);
    return Number.isNaN(instant) ? undefined : { first: instant, last: instant };
  }
  return {
    first: msOfDay(day, offset ?? '+14:00'),
    last: msOfDay(lastDay, offset ?? '-12:00') + days(1) - 1,
  };
}
