import type { Instant } from '@safeconduct/workflow';
import type { Revision } from './ports/event-store.js';

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

/** A moment of one case: a revision, or a time in one of the two clocks. */
export type CaseMoment = { readonly revision: Revision } | Moment;
