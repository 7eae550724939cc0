import type { Bar } from './audit-query.js';

/** The bars from one to another, both included, by their indexes. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** Days, both included; without one there is no bound on that side. */
export interface Days {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The bars that have one of the chosen days; at least one, the nearest. */
export function rangeOf(bars: readonly Bar[], { from, to }: Days): Range {
  const end = bars.length - 1;
  const first = from === undefined ? 0 : bars.findIndex((bar) => bar.to >= from);
  const last = to === undefined ? end : bars.findLastIndex((bar) => bar.from <= to);
  const at = first === -1 ? end : first;
  return { first: at, last: Math.max(at, last) };
}

/**
 * The days of some bars. The bar at an end is no bound there, but for the one that was chosen before: bars may be of the
 * chosen days alone.
 */
export function daysOf(bars: readonly Bar[], { first, last }: Range, outer: Days = {}): Days {
  return {
    from: first === 0 ? outer.from : bars[first]?.from,
    to: last === bars.length - 1 ? outer.to : bars[last]?.to,
  };
}

/** The bar at a place of the plot, which is 0 where reading begins and 1 where it ends. */
export const barAt = (place: number, count: number): number =>
  Math.max(0, Math.min(count - 1, Math.floor(place * count)));

const leap = 10;

/** Where a key moves a handle to; undefined for a key that does something else. Arrows follow the reading direction. */
export function movedBy(
  key: string,
  {
    at,
    min,
    max,
    direction,
  }: Readonly<Record<'at' | 'min' | 'max', number>> & {
    readonly direction: 'ltr' | 'rtl';
  },
): number | undefined {
  const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const backward = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  const steps: Readonly<Record<string, number>> = {
    ...{ [forward]: 1, ArrowUp: 1, [backward]: -1, ArrowDown: -1 },
    ...{ PageUp: leap, PageDown: -leap, Home: -Infinity, End: Infinity },
  };
  const step = steps[key];
  return step === undefined ? undefined : Math.max(min, Math.min(max, at + step));
}
