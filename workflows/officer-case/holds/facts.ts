import type { FactsByEvent, Instant } from '@safeconduct/workflow';
import type { HoldKind } from '../code-lists.js';
import type { Events } from '../events.js';
import type { Facts } from '../facts.js';

export interface HoldFacts {
  readonly holds: readonly Hold[];
}

export interface Hold {
  readonly kind: HoldKind;
  readonly placedBy: string;
  readonly at: Instant;
}

export const initialHoldFacts: HoldFacts = { holds: [] };

export const holdFacts: FactsByEvent<Facts, Events> = {
  HoldPlaced: (facts, { kind }, { actor, occurredAt }) => ({
    ...facts,
    holds: [...facts.holds, { kind, placedBy: actor.id, at: occurredAt }],
  }),
  // Two persons may place holds on the same kind of ground; each release lifts one hold, the oldest.
  HoldReleased: (facts, { kind }) => {
    const released = facts.holds.findIndex((hold) => hold.kind === kind);
    return { ...facts, holds: facts.holds.filter((_hold, index) => index !== released) };
  },
};
