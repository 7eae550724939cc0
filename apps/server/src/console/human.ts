// A format is made where a number is written: most commands write none, and the first one of a process costs much.
const formatted = (value: number, maximumFractionDigits: number): string =>
  value.toLocaleString('en-US', { maximumFractionDigits });

/** A number as people read it: `37,494`. */
export const humanNumber = (value: number): string => formatted(value, 0);

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** A span of time in its two biggest units: `0.4 s`, `12 s`, `2 min 5 s`, `1 h 4 min`, `3 d 2 h`. */
export function humanDuration(ms: number): string {
  if (ms < 10 * second) return `${formatted(Math.max(0, ms) / second, 1)} s`;
  const rounded = Math.round(ms / second) * second;
  if (rounded < minute) return `${rounded / second} s`;
  if (rounded < hour) return inTwo(rounded, [minute, 'min'], [second, 's']);
  if (rounded < day) return inTwo(rounded, [hour, 'h'], [minute, 'min']);
  return inTwo(rounded, [day, 'd'], [hour, 'h']);
}

type Unit = readonly [ms: number, name: string];

function inTwo(ms: number, [big, bigName]: Unit, [small, smallName]: Unit): string {
  const rest = Math.floor((ms % big) / small);
  return `${Math.floor(ms / big)} ${bigName}${rest === 0 ? '' : ` ${rest} ${smallName}`}`;
}
