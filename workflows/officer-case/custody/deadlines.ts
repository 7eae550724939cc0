import { plus, type Deadline } from '@safeconduct/workflow';
import type { Facts } from '../facts.js';
import { endOfValidity } from '../field.js';
import { limits } from '../limits.js';
import type { Role } from '../roles.js';
import { isInHost } from '../states.js';

/** The deadlines of the stay: counselling after a stated wish, reviews of custody, and the end of a permit. */
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
  // In every state in which the person lives in a facility, so that no case rests without a next date.
  custodyReview: {
    role: 'supervisor',
    dueAt: ({ placedAt, custodyReview }, state) => {
      if (placedAt === undefined || !isInHost(state)) return undefined;
      return custodyReview === undefined || custodyReview.at < placedAt
        ? plus(placedAt, limits.firstCustodyReview)
        : plus(custodyReview.at, limits.custodyReview);
    },
  },
  release: {
    role: 'authority',
    dueAt: ({ custodyReview }, state) =>
      custodyReview?.outcome === 'release' && isInHost(state)
        ? plus(custodyReview.at, limits.release)
        : undefined,
  },
  stayPermit: {
    role: 'authority',
    dueAt: ({ outcome, stay }) =>
      outcome === 'REMAINS_IN_HOST' && stay !== undefined
        ? plus(endOfValidity(stay.validUntil), -limits.stayReview)
        : undefined,
  },
};
