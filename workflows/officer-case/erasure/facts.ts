import type { FactsByEvent, Instant } from '@safeconduct/workflow';
import type { RestrictionKind } from '../code-lists.js';
import type { Events } from '../events.js';
import type { Facts } from '../facts.js';
import { hasNumber } from '../numbered.js';

export interface ErasureFacts {
  /** When the outcome was reached that the case has now: since then the retention period runs. */
  readonly endedAt?: Instant | undefined;
  /** What stops the erasure of the person, the oldest first. */
  readonly restrictions: readonly Restriction[];
  /** When it was decided to destroy the keys of the person. */
  readonly erasedAt?: Instant | undefined;
}

export interface Restriction {
  readonly restrictionNo: string;
  readonly kind: RestrictionKind;
  readonly at: Instant;
}

export const initialErasureFacts: ErasureFacts = { restrictions: [] };

export const erasureFacts: FactsByEvent<Facts, Events> = {
  ErasureRestricted: (facts, { restrictionNo, kind }, { occurredAt }) => ({
    ...facts,
    restrictions: [...facts.restrictions, { restrictionNo, kind, at: occurredAt }],
  }),
  ErasureRestrictionLifted: (facts, { restrictionNo }) => ({
    ...facts,
    restrictions: facts.restrictions.filter((one) => !hasNumber('restrictionNo', restrictionNo)(one)),
  }),
  ErasureDecided: (facts, _data, { occurredAt }) => ({ ...facts, erasedAt: occurredAt }),
};
