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
  const first = times.reduce((one, other) => Math.min(one, other));
  const end = times.reduce((one, other) => Math.max(one, other));
  return times.map((time) => (end === first ? 0 : (time - first) / (end - first)));
}

/** More ticks than this stand on top of each other. */
const ticksMax = 800;

/** The events that get a tick: all of them, or of those at one spot one, a change of state before any other. */
export function ticksShown(ticks: readonly Tick[], places: readonly number[]): readonly number[] {
  if (ticks.length <= ticksMax) return ticks.map((_, index) => index);
  const spots = new Map<number, number>();
  for (const [index, place] of places.entries()) {
    const spot = Math.round(place * ticksMax);
    if (!spots.has(spot) || isChange(ticks, index)) spots.set(spot, index);
  }
  return [...spots.values()];
}

/** Whether the state changed with an event. */
export function isChange(ticks: readonly Tick[], at: number): boolean {
  const [tick, before] = [ticks[at], ticks[at - 1]];
  return tick !== undefined && (before === undefined || stateOf(tick) !== stateOf(before));
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
  for (let at = index + step; at >= 0 && at < ticks.length; at += step) if (isChange(ticks, at)) return at;
  return step === 1 ? Math.max(0, ticks.length - 1) : 0;
}
