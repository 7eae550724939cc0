import type { FactsByEvent, Instant } from '@safeconduct/workflow';
import type { HoldKind, HoldScope } from '../code-lists.js';
import { withOneMore } from '../dated.js';
import type { Events } from '../events.js';
import type { Facts } from '../facts.js';
import type { ValidUntil } from '../field.js';
import { hasNumber } from '../numbered.js';

export interface HoldFacts {
  /** The holds that stand, the oldest first. */
  readonly holds: readonly Hold[];
}

export interface Hold {
  readonly kind: HoldKind;
  readonly holdNo: string;
  readonly placedBy: string;
  /** The role in which it was placed. */
  readonly role: string;
  readonly at: Instant;
  readonly scope?: readonly HoldScope[] | undefined;
  readonly until?: ValidUntil | undefined;
  readonly reviewAt?: string | undefined;
  readonly reviewedAt?: Instant | undefined;
}

export const initialHoldFacts: HoldFacts = { holds: [] };

export const holdFacts: FactsByEvent<Facts, Events> = {
  HoldPlaced: (facts, { ground: _ground, ...terms }, { actor, occurredAt }) => {
    const hold: Hold = { ...terms, placedBy: actor.id, role: actor.role, at: occurredAt };
    return { ...facts, holds: withOneMore(facts.holds, hold) };
  },
  HoldReviewed: (facts, { holdNo, until, reviewAt }, { occurredAt }) => ({
    ...facts,
    // The dates of the review replace those from before, also where it sets none.
    holds: facts.holds.map((hold) =>
      isNumber(holdNo)(hold) ? { ...hold, until, reviewAt, reviewedAt: occurredAt } : hold,
    ),
  }),
  HoldReleased: (facts, { holdNo }) => ({
    ...facts,
    holds: facts.holds.filter((hold) => !isNumber(holdNo)(hold)),
  }),
};

/** Whether a hold has this number; two numbers are the same when their identity form is. */
export const isNumber = (holdNo: string) => hasNumber('holdNo', holdNo);

/** Whether a hold that stands stops this. */
export const stops =
  (scope: HoldScope) =>
  (hold: Hold): boolean =>
    hold.scope?.includes(scope) !== false;
