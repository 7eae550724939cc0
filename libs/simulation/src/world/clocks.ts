import type { Clock } from '@safeconduct/engine';
import { instantOf } from '@safeconduct/workflow';
import type { Scheduler } from './scheduler.js';

/** The instant at which every simulation begins. */
export const startMs = Date.UTC(2025, 0, 1);

/** The clocks of a simulation: each advances with the scheduler and can be set forwards or back. */
export class Clocks {
  readonly #offsets = new Map<number | 'store', number>();
  /**
   * The largest difference so far between two of these clocks, or of one clock before and after it was set.
   */
  errorMs = 0;

  constructor(private readonly scheduler: Scheduler) {}

  of(whose: number | 'store'): Clock {
    return { now: () => instantOf(this.nowMs(whose)) };
  }

  nowMs(whose: number | 'store'): number {
    return startMs + this.scheduler.nowMs + (this.#offsets.get(whose) ?? 0);
  }

  /** Sets clocks forwards, or back. */
  step(whose: number | 'store' | 'everybody', byMs: number): void {
    this.errorMs += Math.abs(byMs);
    const those = whose === 'everybody' ? ([0, 1, 'store'] as const) : [whose];
    for (const one of those) this.#offsets.set(one, (this.#offsets.get(one) ?? 0) + byMs);
  }
}
