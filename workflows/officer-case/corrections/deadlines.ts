import { compareText, plus, type Deadline } from '@safeconduct/workflow';
import type { Facts } from '../facts.js';
import { limits } from '../limits.js';
import type { Role } from '../roles.js';

/** The deadline by which the oldest request for a correction is decided, also in a case that is closed. */
export const correctionDeadlines: Readonly<Record<string, Deadline<Facts, Role>>> = {
  correction: {
    role: 'supervisor',
    dueAt({ corrections }) {
      const [requestedAt] = corrections.map(({ at }) => at).toSorted(compareText);
      return requestedAt === undefined ? undefined : plus(requestedAt, limits.correction);
    },
  },
};
