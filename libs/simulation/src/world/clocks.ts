import type { Clock } from '@safeconduct/engine';
import { instantOf } from '@safeconduct/workflow';
import type { Scheduler } from './scheduler.js';

/** The moment at which every simulation begins. */
export const startMs = Date.UTC(2025, 0, 1);

/** The clocks of a simulation: each goes on with the scheduler and can be set, forwards and back. */
export class Clocks {
  readonly #offsets = new Map<number | 'store', number>();
  /** The most that two of these clocks, or one before and after it was set, have differed. */
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
