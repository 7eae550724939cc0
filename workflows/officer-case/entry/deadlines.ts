import { plus, type Deadline } from '@safeconduct/workflow';
import type { Facts } from '../facts.js';
import { limits } from '../limits.js';
import type { Role } from '../roles.js';
import { isInHost } from '../states.js';

/** The deadlines of the screening and of an identity verified by a second source. */
export const entryDeadlines: Readonly<Record<string, Deadline<Facts, Role>>> = {
  screening: {
    role: 'caseOfficer',
    dueAt: ({ registeredAt, screeningOverdue }, state) =>
      state === 'entered.intake' && !screeningOverdue ? plus(registeredAt, limits.screening) : undefined,
    then: 'MarkScreeningOverdue',
  },
  // After the record that it is late somebody still has to do it.
  lateScreening: {
    role: 'supervisor',
    dueAt: ({ registeredAt, screeningOverdue }, state) =>
      state === 'entered.intake' && screeningOverdue ? plus(registeredAt, limits.lateScreening) : undefined,
  },
  placement: {
    role: 'supervisor',
    dueAt: ({ screening }, state) =>
      state === 'entered.screened' && screening !== undefined
        ? plus(screening.at, limits.placement)
        : undefined,
  },
  verifiedIdentity: {
    role: 'caseOfficer',
    dueAt: ({ registeredAt, identity }, state) =>
      isInHost(state) && identity?.verified !== true
        ? plus(registeredAt, limits.verifiedIdentity)
        : undefined,
  },
};
