import { fails, holds, holdsWith, plus, type Guard } from '@safeconduct/workflow';
import type { Facts } from '../facts.js';
import { limits } from '../limits.js';
import { numberedGuards } from '../numbered.js';

/** The person was not erased yet: nobody is erased twice. */
export const notErased: Guard<Facts, unknown, 'ALREADY_ERASED'> = {
  id: 'G-NOT-ERASED',
  version: 1,
  codes: ['ALREADY_ERASED'],
  remedies: [],
  ask: ({ erasedAt }) => (erasedAt === undefined ? holds : fails('ALREADY_ERASED', { since: erasedAt })),
};

/** No hold stands on the case, of whatever scope: whoever placed it may still need the file. */
export const noHoldOnErasure: Guard<Facts, unknown, 'HOLD_ACTIVE'> = {
  id: 'G-NOHOLD-ERASURE',
  version: 1,
  codes: ['HOLD_ACTIVE'],
  remedies: ['ReleaseHold'],
  ask({ holds: standing }) {
    const [oldest] = standing;
    if (oldest === undefined) return holds;
    const { holdNo, kind, at: placedAt } = oldest;
    return fails('HOLD_ACTIVE', { holdNo, kind, placedAt, count: standing.length });
  },
};

/** Nothing restricts the erasure: no proceeding, no order of a court, no request to keep the data. */
export const unrestricted: Guard<Facts, unknown, 'ERASURE_RESTRICTED'> = {
  id: 'G-UNRESTRICTED',
  version: 1,
  codes: ['ERASURE_RESTRICTED'],
  remedies: ['LiftErasureRestriction'],
  ask({ restrictions }) {
    const [oldest] = restrictions;
    if (oldest === undefined) return holds;
    const { restrictionNo, kind, at: placedAt } = oldest;
    return fails('ERASURE_RESTRICTED', { restrictionNo, kind, placedAt, count: restrictions.length });
  },
};

/** The retention period is over, since the case reached the outcome that it has. */
export const retentionOver: Guard<Facts, unknown, 'RETENTION_RUNNING'> = {
  id: 'G-RETAIN',
  version: 1,
  codes: ['RETENTION_RUNNING'],
  remedies: [],
  ask({ endedAt }, { now }) {
    const endsAt = plus(endedAt ?? now, limits.retention);
    return now >= endsAt ? holdsWith({ endsAt }) : fails('RETENTION_RUNNING', { endsAt });
  },
};

/** An erasure is restricted; by the restriction with a number; a number is free; there is room for one more. */
export const {
  some: restricted,
  known: restrictionKnown,
  free: restrictionNumberFree,
  room: roomForRestriction,
} = numberedGuards({
  field: 'restrictionNo',
  of: ({ restrictions }) => restrictions,
  max: limits.restrictionsMax,
  ids: {
    some: 'G-RESTRICTED',
    known: 'G-RESTRICTION-KNOWN',
    free: 'G-RESTRICTION-NO',
    room: 'G-RESTRICTIONS-MAX',
  },
  codes: {
    some: 'NO_RESTRICTION_STANDS',
    known: 'RESTRICTION_NOT_FOUND',
    free: 'RESTRICTION_NUMBER_TAKEN',
    room: 'RESTRICTIONS_TOO_MANY',
  },
  opensBy: ['RestrictErasure'],
  endsBy: ['LiftErasureRestriction'],
});
