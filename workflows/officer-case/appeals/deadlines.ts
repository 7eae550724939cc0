import { compareText, plus, type Deadline } from '@safeconduct/workflow';
import type { Facts } from '../facts.js';
import { limits } from '../limits.js';
import type { Role } from '../roles.js';

/** The deadline by which the oldest appeal is decided, also in a case that is closed. */
export const appealDeadlines: Readonly<Record<string, Deadline<Facts, Role>>> = {
  appeal: {
    role: 'protection',
    dueAt({ appeals }) {
      const [filedAt] = appeals.map(({ at }) => at).toSorted(compareText);
      return filedAt === undefined ? undefined : plus(filedAt, limits.appeal);
    },
  },
};
