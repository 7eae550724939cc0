import type { Clock } from '@safeconduct/engine';

/** The clock of this machine. */
export const systemClock: Clock = {
  now: () => new Date().toISOString(),
};
