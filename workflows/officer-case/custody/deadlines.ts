import { plus, type Deadline } from '@safeconduct/workflow';
import type { Facts } from '../facts.js';
import { limits } from '../limits.js';
import type { Role } from '../roles.js';
import { isInHost } from '../states.js';

/** The deadline of the counselling session after a stated wish. */
export const custodyDeadlines: Readonly<Record<string, Deadline<Facts, Role>>> = {
  counselling: {
    role: 'protection',
    dueAt: ({ wishAt, counselling }, state) => {
      if (wishAt === undefined || !isInHost(state)) return undefined;
      // A session shortly before the wish counts as well.
      const informed = counselling !== undefined && plus(counselling.at, limits.counsellingLife) >= wishAt;
      return informed ? undefined : plus(wishAt, limits.counselling);
    },
  },
};
