import { plus, type Deadline } from '@safeconduct/workflow';
import type { Facts } from '../facts.js';
import { limits } from '../limits.js';
import type { Role } from '../roles.js';
import { isInHost } from '../states.js';

/** When a declared renunciation can be verified: the observation is over. */
export const renunciationDeadlines: Readonly<Record<string, Deadline<Facts, Role>>> = {
  renunciation: {
    role: 'protection',
    dueAt: ({ renunciation }, state) =>
      renunciation !== undefined && renunciation.verified === undefined && isInHost(state)
        ? plus(renunciation.at, limits.renunciation)
        : undefined,
  },
};
