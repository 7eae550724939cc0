import { useSyncExternalStore } from 'react';
import { dataNow } from '../api/live.js';

interface Clock {
  readonly now: () => number;
  readonly listen: (hear: () => void) => () => void;
}

/** One for each interval: a list of hundreds of times is told at once, by one timer. */
const clocks = new Map<number, Clock>();

/** What the clock of the data shows, in milliseconds; read again after each interval. */
export function useNow(everyMs: number): number {
  const clock = clocks.get(everyMs) ?? clockOf(everyMs);
  clocks.set(everyMs, clock);
  return useSyncExternalStore(clock.listen, clock.now);
}

function clockOf(everyMs: number): Clock {
  const listeners = new Set<() => void>();
  let shown = dataNow();
  let timer: ReturnType<typeof setInterval> | undefined;
  const read = () => {
    shown = dataNow();
    for (const hear of listeners) hear();
  };
  const listen = (hear: () => void) => {
    // Nobody listened, so what is shown may be old.
    if (listeners.size === 0) {
      shown = dataNow();
      timer = setInterval(read, everyMs);
    }
    listeners.add(hear);
    return () => {
      listeners.delete(hear);
      if (listeners.size === 0) clearInterval(timer);
    };
  };
  return { now: () => shown, listen };
}
