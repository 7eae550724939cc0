/**
 * An instant in UTC with milliseconds, `2024-12-07T03:03:39.000Z`. All instants have this one form, so that comparing
 * two of them as strings compares them in time.
 */
export type Instant = string;

/** A calendar day, `2025-12-31`. */
export type Day = string;

const withZone = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})$/;
const dayOnly = /^(\d{4})-(\d{2})-(\d{2})$/;

export const hours = (count: number): number => count * 3_600_000;
export const days = (count: number): number => count * 86_400_000;

/**
 * Reads an ISO 8601 time that names its zone. Answers `undefined` for anything else: no zone, no such day, no such hour.
 * A time without a zone is never guessed at, because the guess would move the event in history.
 */
export function parseInstant(text: string): Instant | undefined {
  const found = withZone.exec(text);
  if (found === null || !isCalendarDay(text.slice(0, 10))) return undefined;
  const epochMs = Date.parse(text);
  const inFourDigits = epochMs >= firstMs && epochMs <= lastMs;
  return inFourDigits ? instantOf(epochMs) : undefined;
}

// Beyond these a zone leads to years that are not written with four digits, and such a text sorts before all others.
const firstMs = Date.parse('0000-01-01T00:00:00.000Z');
const lastMs = Date.parse('9999-12-31T23:59:59.999Z');

/** Whether the text is a day that exists in the calendar. */
export function isCalendarDay(text: string): boolean {
  const found = dayOnly.exec(text);
  if (found === null) return false;
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  return day >= 1 && day <= daysIn(year, month);
}

const daysByMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** How many days a month has (Gregorian calendar); 0 for one that does not exist. */
function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (daysByMonth[month - 1] ?? 0);
}

/** The instant at that many milliseconds since 1970-01-01 UTC. */
export const instantOf = (epochMs: number): Instant => new Date(epochMs).toISOString();

/** Milliseconds since 1970-01-01 UTC. */
export const epochMsOf = (instant: Instant): number => Date.parse(instant);

/** The instant `ms` milliseconds later; a negative number goes back. */
export const plus = (instant: Instant, ms: number): Instant => instantOf(epochMsOf(instant) + ms);

/** How many milliseconds lie between two instants; negative when `until` comes first. */
export const msBetween = (from: Instant, until: Instant): number => epochMsOf(until) - epochMsOf(from);

/** The last millisecond of a day in a zone given as an offset (`+03:00`): a paper valid until a day is valid on it. */
export const endOfDay = (day: Day, offset: string): Instant =>
  instantOf(Date.parse(`${day}T23:59:59.999${offset}`));
