import type { Counting } from './message.js';

export type Language = 'en' | 'ar';
export type Numerals = 'western' | 'arabicIndic';
export type Calendar = 'gregorian' | 'islamic';

/** How a person wants to see dates and figures, and in which time zone the days of the workflow are counted. */
export interface Manner {
  readonly language: Language;
  readonly numerals: Numerals;
  readonly calendar: Calendar;
  /** IANA name, such as `Asia/Baghdad`. */
  readonly zone: string;
}

export interface Format extends Counting {
  readonly zone: string;
  /** A number, with a plus where there may be more. */
  readonly atLeast: (total: { readonly value: number; readonly relation: 'eq' | 'gte' }) => string;
  /** A day and a time of day. */
  readonly time: (instant: string) => string;
  /** A day. */
  readonly day: (instant: string) => string;
  /** A calendar day that was recorded without a time, `YYYY-MM-DD`. */
  readonly date: (day: string) => string;
  readonly clock: (instant: string) => string;
  /** How far a moment is from another one: "in 3 days", "2 hours ago". */
  readonly relative: (instant: string, now: number) => string;
  /** How long something lasts, in its largest unit: "3 days". */
  readonly span: (ms: number) => string;
  readonly list: (items: readonly string[]) => string;
}

const calendars = { gregorian: 'gregory', islamic: 'islamic-umalqura' } as const;
const numberings = { western: 'latn', arabicIndic: 'arab' } as const;
const regions = { en: 'en-GB', ar: 'ar-IQ' } as const;

/** The locale of a manner, with its digits and its calendar (Unicode extension). */
export const localeOf = ({ language, numerals, calendar }: Omit<Manner, 'zone'>): string =>
  `${regions[language]}-u-ca-${calendars[calendar]}-nu-${numberings[numerals]}`;

/** Each unit with its milliseconds, and from how many of it on it is used: weeks are said in days. */
const units = [
  ['year', 365 * 86_400_000, 1],
  ['month', 30 * 86_400_000, 2],
  ['day', 86_400_000, 1],
  ['hour', 3_600_000, 1],
  ['minute', 60_000, 1],
] as const;

function unitFor(ms: number): readonly [(typeof units)[number][0], number] {
  const [unit, length] = units.find(([, one, from]) => Math.abs(ms) >= one * from) ?? units[4];
  return [unit, Math.trunc(ms / length)];
}

/** Formatters of one manner. They are made once: each takes far longer to make than to use. */
export function formatOf(manner: Manner): Format {
  const locale = localeOf(manner);
  const { zone: timeZone } = manner;
  const number = new Intl.NumberFormat(locale);
  const plural = new Intl.PluralRules(locale);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', timeZone });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const spans = new Map(
    units.map(([unit]) => [
      unit,
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }),
    ]),
  );
  return {
    zone: timeZone,
    atLeast: ({ value, relation }) => `${number.format(value)}${relation === 'gte' ? '+' : ''}`,
    number: (value) => number.format(value),
    plural: (value) => plural.select(value),
    time: (instant) => time.format(new Date(instant)),
    day: (instant) => day.format(new Date(instant)),
    date: (text) => date.format(new Date(`${text}T00:00:00Z`)),
    clock: (instant) => clock.format(new Date(instant)),
    relative: (instant, now) => {
      const [unit, count] = unitFor(Date.parse(instant) - now);
      return relative.format(count, unit);
    },
    span: (ms) => {
      const [unit, count] = unitFor(ms);
      return spans.get(unit)?.format(count) ?? '';
    },
    list: (items) => list.format(items),
  };
}
