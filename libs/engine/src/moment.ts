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

/** The time at which a case is asked what is possible: that of the moment, of the revision, or now. */
export function timeOfAsking(
  moment: CaseMoment | undefined,
  { occurredAt }: { readonly occurredAt: Instant },
  now: Instant,
): Instant {
  if (moment === undefined) return now;
  return 'at' in moment ? moment.at : occurredAt;
}

/** Whether the moment asks what had happened by then, whenever it was entered. */
export const isByHappening = (moment: CaseMoment): boolean =>
  'clock' in moment && moment.clock === 'occurred';
