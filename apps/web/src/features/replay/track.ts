/** One event on the track of a replay. */
export interface Tick {
  readonly occurredAt: string;
  readonly state: string;
  readonly subState: string | null;
}

export const stateOf = ({ state, subState }: Tick): string => subState ?? state;

/** Where each event stands on the track, from 0 to 1: side by side, or as far apart as in time. */
export function placesOf(ticks: readonly Tick[], byTime: boolean): readonly number[] {
  const last = ticks.length - 1;
  if (last <= 0) return ticks.map(() => 0);
  if (!byTime) return ticks.map((_, index) => index / last);
  const times = ticks.map(({ occurredAt }) => Date.parse(occurredAt));
  const [first, end] = [Math.min(...times), Math.max(...times)];
  return times.map((time) => (end === first ? 0 : (time - first) / (end - first)));
}

/** The event that stands nearest to a place on the track. */
export function nearestTo(place: number, places: readonly number[]): number {
  let nearest = 0;
  for (const [index, one] of places.entries()) {
    if (Math.abs(one - place) < Math.abs((places[nearest] ?? 0) - place)) nearest = index;
  }
  return nearest;
}

/** The next event, in a direction, with which the state changed; the end of the track where there is none. */
export function changeFrom(ticks: readonly Tick[], index: number, step: 1 | -1): number {
  const isChange = (at: number): boolean => {
    const [tick, before] = [ticks[at], ticks[at - 1]];
    return tick !== undefined && (before === undefined || stateOf(tick) !== stateOf(before));
  };
  for (let at = index + step; at >= 0 && at < ticks.length; at += step) if (isChange(at)) return at;
  return step === 1 ? Math.max(0, ticks.length - 1) : 0;
}
