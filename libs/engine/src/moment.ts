import type { Instant } from '@safeconduct/workflow';

/** `occurred`: when it happened, as it was said. `recorded`: when the system learned it. */
export const clocks = ['occurred', 'recorded'] as const;
export type ClockName = (typeof clocks)[number];

/**
 * A past moment in one of the two clocks. It includes what happened, or was learned, at that very
 * millisecond.
 */
export interface Moment {
  readonly at: Instant;
  readonly clock: ClockName;
}
