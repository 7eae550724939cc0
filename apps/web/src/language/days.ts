const dayMs = 24 * 60 * 60 * 1000;

/** The last moment of a day `YYYY-MM-DD`, as days are counted in a time zone. */
export const endOfDay = (day: string, zone: string): string =>
  new Date(startOfDay(daysAfter(day, 1), zone) - 1).toISOString();

/** The day of a moment in a time zone. */
export const dayOf = (ms: number, zone: string): string => dayAt(ms + offsetAt(ms, zone));

/** A day so many days later, or earlier. */
export const daysAfter = (day: string, days: number): string => dayAt(Date.parse(day) + days * dayMs);

/** How many days the second one is after the first. */
export const daysBetween = (first: string, second: string): number =>
  (Date.parse(second) - Date.parse(first)) / dayMs;

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** A day of the calendar; undefined for anything else. */
export function givenDay(given: unknown): string | undefined {
  if (typeof given !== 'string' || !dayPattern.test(given)) return undefined;
  const ms = Date.parse(given);
  return !Number.isNaN(ms) && dayAt(ms) === given ? given : undefined;
}

/** The day on which a clock shows this moment that is set to UTC. */
const dayAt = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/**
 * The first moment of a day. A midnight that there is twice is the earlier one; where clocks are set on over midnight, the day
 * begins with what they are set to.
 */
function startOfDay(day: string, zone: string): number {
  const midnight = Date.parse(day);
  const before = offsetAt(midnight - dayMs, zone);
  const after = offsetAt(midnight + dayMs, zone);
  const fitting = [before, after].filter((offset) => offsetAt(midnight - offset, zone) === offset);
  return midnight - (fitting.length === 0 ? before : Math.max(...fitting));
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** By how much the clocks of a zone are ahead of UTC at a moment, in milliseconds. */
function offsetAt(ms: number, zone: string): number {
  const clock = clocks.get(zone) ?? clockOf(zone);
  clocks.set(zone, clock);
  const shown = Object.fromEntries(clock.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = shown;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000;
}

const clockOf = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23' },
    ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  });
