import type { Instant } from '@safeconduct/workflow';

/** The engine's only source of time. */
export interface Clock {
  now(): Instant;
}
