import { plus, type Instant } from '@safeconduct/workflow';
import type { Clock } from '../ports/clock.js';

/** A clock that stands still until a test moves it, forwards or back. */
export interface FixedClock extends Clock {
  set(now: Instant): void;
  /** Moves forwards by this many milliseconds. */
  advance(ms: number): void;
}

export function fixedClock(start: Instant = '2025-01-01T00:00:00.000Z'): FixedClock {
  let now = start;
  return {
    now: () => now,
    set(instant) {
      now = instant;
    },
    advance(ms) {
      now = plus(now, ms);
    },
  };
}
