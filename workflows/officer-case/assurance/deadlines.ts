import { plus, type Deadline } from '@safeconduct/workflow';
import type { Facts } from '../facts.js';
import { endOfValidity } from '../field.js';
import { limits } from '../limits.js';
import type { Role } from '../roles.js';
import { isIn } from '../states.js';

/**
 * The deadlines of the reminder to the authority, the review of a waiting case, and the end of an assurance.
 */
export const assuranceDeadlines: Readonly<Record<string, Deadline<Facts, Role>>> = {
  assuranceChase: {
    role: 'liaison',
    dueAt: ({ assurance }, state) =>
      state === 'pendingAssurance.requested' && assurance?.chasedAt !== undefined
        ? plus(assurance.chasedAt, limits.assuranceChase)
        : undefined,
    then: 'MarkAssuranceOverdue',
  },
  assuranceReview: {
    role: 'supervisor',
    dueAt: ({ assurance }, state) =>
      isIn('pendingAssurance', state) && assurance !== undefined
        ? plus(assurance.reviewedAt, limits.assuranceReview)
        : undefined,
    then: 'MarkAssuranceReviewDue',
  },
  assuranceValidity: {
    role: 'liaison',
    dueAt: ({ assurance }, state) =>
      isIn('pendingAssurance', state) && assurance?.instrument !== undefined
        ? endOfValidity(assurance.instrument.validUntil)
        : undefined,
    then: 'ExpireAssurance',
  },
};
