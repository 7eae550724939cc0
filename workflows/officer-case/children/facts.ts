import type { FactsByEvent, Instant } from '@safeconduct/workflow';
import type { Events } from '../events.js';
import type { Facts } from '../facts.js';

export interface ChildFacts {
  /** Set while the person is treated as a child: since when, and whether the age was determined. */
  readonly asChild?: { readonly at: Instant; readonly determined: boolean } | undefined;
  /** When the age was last determined. A dispute before it is settled by it. */
  readonly ageDeterminedAt?: Instant | undefined;
}

export const childFacts: FactsByEvent<Facts, Events> = {
  AgeDisputeRaised: (facts, _data, { occurredAt: at }) => {
    const { asChild, ageDeterminedAt } = facts;
    // A determination settles the doubts before it; where it found a child, the first of them says since when.
    const isSettled = ageDeterminedAt !== undefined && at < ageDeterminedAt;
    if (isSettled && asChild?.determined !== true) return facts;
    return asChild !== undefined && asChild.at <= at
      ? facts
      : { ...facts, asChild: { at, determined: asChild?.determined ?? false } };
  },
  AgeDetermined: (facts, { result }, { occurredAt }) => ({
    ...facts,
    adult: result === 'adult',
    ageDeterminedAt: occurredAt,
    asChild: result === 'adult' ? undefined : { at: facts.asChild?.at ?? occurredAt, determined: true },
  }),
  TransferredToChildProtection: (facts) => ({ ...facts, outcome: 'TRANSFERRED_CHILD_PROTECTION' }),
};
