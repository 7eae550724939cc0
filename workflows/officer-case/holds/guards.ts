import { fails, holds, holdsWith, type Guard } from '@safeconduct/workflow';
import type { HoldKind } from '../code-lists.js';
import type { Facts } from '../facts.js';
import { limits } from '../limits.js';
import type { Role } from '../roles.js';

/** Which roles may hold a case, by the kind of ground. */
export const holders: Readonly<Record<HoldKind, readonly Role[]>> = {
  legal: ['counsel', 'protection', 'supervisor'],
  court: ['counsel', 'authority', 'supervisor'],
  appeal: ['counsel', 'protection', 'supervisor'],
  medical: ['medical', 'protection'],
  child: ['childProtection', 'protection'],
  dataProtection: ['dataProtection'],
  security: ['supervisor'],
};

/** Nobody is moved while a hold of any kind stands. */
export const noHold: Guard<Facts, unknown, 'HOLD_ACTIVE'> = {
  id: 'G-NOHOLD',
  version: 1,
  codes: ['HOLD_ACTIVE'],
  ask({ holds: active }) {
    const [oldest] = active;
    return oldest === undefined
      ? holds
      : fails('HOLD_ACTIVE', { kind: oldest.kind, placedAt: oldest.at, count: active.length });
  },
};

/** A hold is placed by a role that may hold on this kind of ground. */
export const mayHold: Guard<Facts, { readonly kind: HoldKind }, 'HOLD_NOT_OF_THIS_ROLE'> = {
  id: 'G-HOLDER',
  version: 1,
  codes: ['HOLD_NOT_OF_THIS_ROLE'],
  readsInput: true,
  ask: (_facts, { input: { kind }, actor: { role } }) =>
    isHolder(kind, role) ? holdsWith({ kind, role }) : fails('HOLD_NOT_OF_THIS_ROLE', { kind, role }),
};

/** Only so many holds stand at once: every reader of the case gets them all. */
export const roomForHold: Guard<Facts, unknown, 'HOLDS_TOO_MANY'> = {
  id: 'G-HOLDS-MAX',
  version: 1,
  codes: ['HOLDS_TOO_MANY'],
  ask: ({ holds: active }) =>
    active.length < limits.holdsMax
      ? holds
      : fails('HOLDS_TOO_MANY', { count: active.length, max: limits.holdsMax }),
};

/** A hold is released by a supervisor together with a role that may hold on its kind of ground. */
export const mayRelease: Guard<
  Facts,
  { readonly kind: HoldKind },
  'HOLD_NOT_FOUND' | 'RELEASE_NEEDS_SUPERVISOR' | 'RELEASE_NEEDS_HOLDER'
> = {
  id: 'G-RELEASE',
  version: 1,
  codes: ['HOLD_NOT_FOUND', 'RELEASE_NEEDS_SUPERVISOR', 'RELEASE_NEEDS_HOLDER'],
  readsInput: true,
  ask(facts, { input: { kind }, actor, confirmation }) {
    const [first, second] = [actor.role, confirmation?.by.role ?? ''];
    if (!facts.holds.some((hold) => hold.kind === kind)) return fails('HOLD_NOT_FOUND', { kind });
    if (first !== 'supervisor' && second !== 'supervisor') return fails('RELEASE_NEEDS_SUPERVISOR', { kind });
    const other = first === 'supervisor' ? second : first;
    return isHolder(kind, other) ? holdsWith({ kind }) : fails('RELEASE_NEEDS_HOLDER', { kind });
  },
};

const isHolder = (kind: HoldKind, role: string): boolean => holders[kind].some((holder) => holder === role);
