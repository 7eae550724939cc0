import { instantOf, type Clock } from '@safeconduct/engine';

/** The clock of this machine. */
export const systemClock: Clock = {
  now: () => instantOf(Date.now()),
};
