import { fails, holds, holdsWith, type Guard } from '@safeconduct/workflow';
import { noAppeal } from '../appeals/guards.js';
import type { HoldKind, HoldScope } from '../code-lists.js';
import type { Facts } from '../facts.js';
import { limits } from '../limits.js';
import { numberedGuards } from '../numbered.js';
import type { Role } from '../roles.js';
import { isNumber, stops } from './facts.js';

/** Which roles may hold a case, by the kind of ground. */
export const holders: Readonly<Record<HoldKind, readonly Role[]>> = {
  legal: ['counsel', 'protection', 'supervisor'],
  court: ['counsel', 'supervisor'],
  appeal: ['counsel', 'protection', 'supervisor'],
  medical: ['medical', 'protection'],
  child: ['childProtection', 'protection'],
  dataProtection: ['dataProtection'],
  security: ['supervisor'],
};

/**
 * Nobody is moved, and nothing decided, while a hold stops it, while the person may be a child, while an appeal is
 * pending, or while nobody knows where the person is.
 */
function unlessStopped(
  scope: HoldScope,
): Guard<Facts, unknown, 'TREATED_AS_CHILD' | 'PERSON_MISSING' | 'APPEAL_PENDING' | 'HOLD_ACTIVE'> {
  const isStopped = stops(scope);
  return {
    id: 'G-NOHOLD',
    version: 2,
    codes: ['TREATED_AS_CHILD', 'PERSON_MISSING', 'APPEAL_PENDING', 'HOLD_ACTIVE'],
    remedies: ['ReleaseHold', 'DecideAppeal', 'DetermineAge', 'Locate'],
    ask(facts, context) {
      const { holds: standing, missing, asChild } = facts;
      const { now } = context;
      if (asChild !== undefined && asChild.at <= now) return fails('TREATED_AS_CHILD', { since: asChild.at });
      if (missing !== undefined && missing.at <= now) return fails('PERSON_MISSING', { since: missing.at });
      const appealed = noAppeal.ask(facts, context);
      if (!appealed.ok) return appealed;
      const active = standing.filter((hold) => hold.at <= now && isStopped(hold));
      const [oldest] = active;
      return oldest === undefined
        ? holds
        : fails('HOLD_ACTIVE', {
            holdNo: oldest.holdNo,
            kind: oldest.kind,
            placedAt: oldest.at,
            count: active.length,
          });
    },
  };
}

export const noHoldOnReturn = unlessStopped('return');
export const noHoldOnRelocation = unlessStopped('relocation');
export const noHoldOnTransfer = unlessStopped('transfer');
export const noHoldOnStay = unlessStopped('stay');

/** A hold is placed by a role that may hold on this kind of ground. */
export const mayHold: Guard<Facts, { readonly kind: HoldKind }, 'HOLD_NOT_OF_THIS_ROLE'> = {
  id: 'G-HOLDER',
  version: 1,
  codes: ['HOLD_NOT_OF_THIS_ROLE'],
  remedies: [],
  readsInput: true,
  ask: (_facts, { input: { kind }, actor: { role } }) =>
    isHolder(kind, role) ? holdsWith({ kind, role }) : fails('HOLD_NOT_OF_THIS_ROLE', { kind, role }),
};

/** A hold stands; the one with a number does; a number is free; there is room for one more. */
export const {
  some: held,
  known: holdKnown,
  free: holdNumberFree,
  room: roomForHold,
} = numberedGuards({
  field: 'holdNo',
  of: ({ holds: standing }) => standing,
  max: limits.holdsMax,
  ids: { some: 'G-HELD', known: 'G-HOLD-KNOWN', free: 'G-HOLD-NO', room: 'G-HOLDS-MAX' },
  codes: {
    some: 'NO_HOLD_STANDS',
    known: 'HOLD_NOT_FOUND',
    free: 'HOLD_NUMBER_TAKEN',
    room: 'HOLDS_TOO_MANY',
  },
  opensBy: ['PlaceHold'],
  endsBy: ['ReleaseHold'],
});

/**
 * A hold is released by a supervisor together with a role that may hold on its kind of ground. Supervisors alone lift
 * only what one of them placed, and neither an order of a court nor an appeal.
 */
export const mayRelease: Guard<
  Facts,
  { readonly holdNo: string },
  'HOLD_NOT_FOUND' | 'RELEASE_NEEDS_SUPERVISOR' | 'RELEASE_NEEDS_HOLDER' | 'RELEASE_NOT_BY_SUPERVISORS_ALONE'
> = {
  id: 'G-RELEASE',
  version: 2,
  codes: [
    'HOLD_NOT_FOUND',
    'RELEASE_NEEDS_SUPERVISOR',
    'RELEASE_NEEDS_HOLDER',
    'RELEASE_NOT_BY_SUPERVISORS_ALONE',
  ],
  remedies: [],
  readsInput: true,
  ask(facts, { input: { holdNo }, actor, confirmation, now }) {
    const hold = facts.holds.find(isNumber(holdNo));
    if (hold === undefined || hold.at > now) return fails('HOLD_NOT_FOUND', { holdNo });
    const { kind, role: placedAs } = hold;
    const [first, second] = [actor.role, confirmation?.by.role ?? ''];
    if (first !== 'supervisor' && second !== 'supervisor') return fails('RELEASE_NEEDS_SUPERVISOR', { kind });
    const other = first === 'supervisor' ? second : first;
    if (!isHolder(kind, other)) return fails('RELEASE_NEEDS_HOLDER', { kind });
    return other === 'supervisor' && (placedAs !== 'supervisor' || neverAlone.has(kind))
      ? fails('RELEASE_NOT_BY_SUPERVISORS_ALONE', { holdNo, kind, placedAs })
      : holdsWith({ holdNo, kind, placedAs });
  },
};

const neverAlone: ReadonlySet<HoldKind> = new Set(['court', 'appeal']);

const isHolder = (kind: HoldKind, role: string): boolean => holders[kind].some((holder) => holder === role);
