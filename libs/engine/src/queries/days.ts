import { epochMsOf, instantOf, type Instant } from '@safeconduct/workflow';
import { ledgerParts, type LedgerPart } from '../ports/ledger-queries.js';
import { partMs } from '../projections/population.js';

/** A day, and the instant at which the next one begins. */
export interface DayIn {
  /** `2024-12-07` */
  readonly day: string;
  readonly ends: Instant;
}

const daysMax = 3660;

/** The days of a period, both included, as they are counted in a time zone. At most 3,660. */
export function daysBetween(from: string, to: string, zone: string): readonly DayIn[] {
  const days: DayIn[] = [];
  const begins = beginningsIn(zone);
  for (let day = from; day <= to && days.length < daysMax; day = dayAfter(day))
    days.push({ day, ends: begins(dayAfter(day)) });
  return days;
}

/** When a day begins in a time zone, and when the next one does. */
export function boundsOfDay(day: string, zone: string): { readonly begins: Instant; readonly ends: Instant } {
  const begins = beginningsIn(zone);
  return { begins: begins(day), ends: begins(dayAfter(day)) };
}

/** The end of a day, so many days from a moment on as they are counted in a time zone; that of the moment is the first. */
export function endOfDays(now: Instant, zone: string, days: number): Instant {
  const begins = beginningsIn(zone);
  let day = dayIn(begins, now);
  for (let count = 0; count < days; count += 1) day = dayAfter(day);
  return begins(day);
}

/** The day of a moment in a time zone, `2024-12-07`. */
export const dayOf = (now: Instant, zone: string): string => dayIn(beginningsIn(zone), now);

function dayIn(begins: (day: string) => Instant, now: Instant): string {
  // No zone is further from UTC than a day.
  let day = instantOf(epochMsOf(now) - partMs.day).slice(0, '2025-01-31'.length);
  while (begins(dayAfter(day)) <= now) day = dayAfter(day);
  return day;
}

/** The longest part of a period on whose bounds all days end. Every zone of today is whole quarters of an hour ahead of UTC. */
export const partOf = (days: readonly DayIn[]): LedgerPart =>
  ledgerParts.find((part) => days.every(({ ends }) => epochMsOf(ends) % partMs[part] === 0)) ?? 'quarter';

/** A day so many days later, or earlier. */
export const dayAfter = (day: string, days = 1): string =>
  instantOf(epochMsOf(`${day}T00:00:00.000Z`) + days * partMs.day).slice(0, day.length);

/** When a day begins in a zone. What it returns is made once for many days. */
export function beginningsIn(zone: string): (day: string) => Instant {
  if (zone === 'UTC') return (day) => `${day}T00:00:00.000Z`;
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  return (day) => {
    const asInUtc = epochMsOf(`${day}T00:00:00.000Z`);
    // The offset is that of a moment near by; asked once more, because it may change in between.
    const near = asInUtc - offsetMs(format, asInUtc);
    return instantOf(asInUtc - offsetMs(format, near));
  };
}

/** How far a zone is ahead of UTC: `GMT+03:00`, or `GMT`. */
function offsetMs(format: Intl.DateTimeFormat, at: number): number {
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * partMs.hour + Number(minutes) * 60_000);
}
