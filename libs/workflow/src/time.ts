/**
 * An instant in UTC with milliseconds, `2024-12-07T03:03:39.000Z`. All instants have this one form, so that
 * comparing two of them as strings compares them in time.
 */
export type Instant = string;

/** A calendar day, `2025-12-31`. */
export type Day = string;

const withZone = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;
const dayOnly = /^\d{4}-\d{2}-\d{2}$/;

export const hours = (count: number): number => count * 3_600_000;
export const days = (count: number): number => count * 86_400_000;

/**
 * Reads an ISO 8601 time that names its zone. Answers `undefined` for anything else: no zone, no such day, no
 * such hour. No zone is assumed for a time without one, because a wrong guess would change when the event
 * happened.
 */
export function parseInstant(text: string): Instant | undefined {
  if (!withZone.test(text) || !dayExists(text)) return undefined;
  const epochMs = Date.parse(text);
  const inFourDigits = epochMs >= firstMs && epochMs <= lastMs;
  return inFourDigits ? instantOf(epochMs) : undefined;
}

// Beyond these a zone leads to years that are not written with four digits, and such a text sorts before all
// others.
const firstMs = Date.parse('0000-01-01T00:00:00.000Z');
const lastMs = Date.parse('9999-12-31T23:59:59.999Z');

/** Whether the text is a day that exists in the calendar. */
export const isCalendarDay = (text: string): boolean => dayOnly.test(text) && dayExists(text);

/** Whether the day exists with which a text begins. */
function dayExists(text: string): boolean {
  const day = twoDigits(text, 8);
  return day >= 1 && day <= daysIn(yearIn(text), twoDigits(text, 5));
}

const daysByMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** How many days a month has (Gregorian calendar); 0 for one that does not exist. */
function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (daysByMonth[month - 1] ?? 0);
}

/** The instant at that many milliseconds since 1970-01-01 UTC. Three times as fast as `Date`. */
export function instantOf(epochMs: number): Instant {
  const day = Math.floor(epochMs / dayMs);
  const ms = Math.floor(epochMs) - day * dayMs;
  const seconds = Math.floor(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  return `${prefixOf(day)}${sixty[Math.floor(minutes / 60)]}:${sixty[minutes % 60]}:${sixty[seconds % 60]}.${thousand[ms % 1000]}Z`;
}

/**
 * Milliseconds since 1970-01-01 UTC. Three times as fast as `Date.parse`, which reads whatever has another
 * form.
 */
export function epochMsOf(instant: Instant): number {
  if (instant.length !== instantLength) return Date.parse(instant);
  const ms = twoDigits(instant, 20) * 10 + instant.charCodeAt(22) - zero;
  return (
    Date.UTC(
      yearIn(instant) + cycleYears,
      twoDigits(instant, 5) - 1,
      twoDigits(instant, 8),
      twoDigits(instant, 11),
      twoDigits(instant, 14),
      twoDigits(instant, 17),
      ms,
    ) - cycleMs
  );
}

const minuteMs = 60_000;
const dayMs = 86_400_000;
const instantLength = '2024-12-07T03:03:39.000Z'.length;

// The calendar repeats itself after 400 years. `Date.UTC` takes the first hundred years for those after 1900.
const cycleYears = 400;
const cycleMs = 146_097 * dayMs;

const zero = '0'.charCodeAt(0);
const twoDigits = (text: string, at: number): number =>
  text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 11 * zero;

const yearIn = (text: string): number => twoDigits(text, 0) * 100 + twoDigits(text, 2);

const padded = (count: number, digits: number): readonly string[] =>
  Array.from({ length: count }, (_, value) => String(value).padStart(digits, '0'));
const sixty = padded(60, 2);
const thousand = padded(1000, 3);

const prefixesMax = 4096;
const prefixes = new Map<number, string>();

/** `2024-12-07T` for a day since 1970. The dates of a caseload fall on few days. */
function prefixOf(day: number): string {
  const known = prefixes.get(day);
  if (known !== undefined) return known;
  const made = new Date(day * dayMs).toISOString().slice(0, -'00:00:00.000Z'.length);
  if (prefixes.size === prefixesMax) prefixes.clear();
  prefixes.set(day, made);
  return made;
}

/** The instant `ms` milliseconds later; a negative number goes back. */
export const plus = (instant: Instant, ms: number): Instant => instantOf(epochMsOf(instant) + ms);

/** How many milliseconds lie between two instants; negative when `until` comes first. */
export const msBetween = (from: Instant, until: Instant): number => epochMsOf(until) - epochMsOf(from);

/** The first millisecond of a day in a zone given as an offset (`+03:00`), since 1970-01-01 UTC. */
export function msOfDay(day: Day, offset: string): number {
  const utc = Date.UTC(yearIn(day) + cycleYears, twoDigits(day, 5) - 1, twoDigits(day, 8)) - cycleMs;
  const ahead = hours(twoDigits(offset, 1)) + twoDigits(offset, 4) * minuteMs;
  return offset.startsWith('-') ? utc + ahead : utc - ahead;
}

/**
 * The last millisecond of a day in a zone given as an offset (`+03:00`): a paper valid until a day is valid
 * on it.
 */
export const endOfDay = (day: Day, offset: string): Instant => instantOf(msOfDay(day, offset) + dayMs - 1);
