import { plus, type Deadline } from '@safeconduct/workflow';
import type { Facts } from '../facts.js';
import { limits } from '../limits.js';
import type { Role } from '../roles.js';
import { isInHost } from '../states.js';

/** The deadline of the next search for a missing person. */
export const fateDeadlines: Readonly<Record<string, Deadline<Facts, Role>>> = {
  missingSearch: {
    role: 'supervisor',
    dueAt: ({ missing }, state) =>
      missing !== undefined && isInHost(state)
        ? plus(missing.lastSearchAt ?? missing.at, limits.missingSearch)
        : undefined,
  },
};
