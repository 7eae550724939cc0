const offset = '+03:00'; // The host country keeps it all year.
const hour = 3600;

/** Whole seconds since the day before the first crossing began, in the local time of the host country. */
export type Moment = number;

const dayMs = 86_400_000;
const daySeconds = 86_400;
const originMs = Date.parse('2024-12-06T00:00:00Z');

/** The beginning of a day. */
export const dayOf = (date: string): Moment => (Date.parse(`${date}T00:00:00Z`) - originMs) / 1000;

export const hours = (count: number): number => count * hour;
export const minutes = (count: number): number => count * 60;
export const days = (count: number): number => (count * dayMs) / 1000;

/** A moment as a command file says it: `2024-12-19T07:30:00+03:00`. */
export function iso(moment: Moment): string {
  const day = Math.floor(moment / daySeconds);
  const time = moment - day * daySeconds;
  const clock = [time / hour, (time % hour) / 60, time % 60].map(twoDigits).join(':');
  return `${dateOf(day)}T${clock}${offset}`;
}

const dates = new Map<number, string>();

function dateOf(day: number): string {
  const known = dates.get(day) ?? new Date(originMs + day * dayMs).toISOString().slice(0, 10);
  dates.set(day, known);
  return known;
}

const twoDigits = (value: number): string => String(Math.floor(value)).padStart(2, '0');
