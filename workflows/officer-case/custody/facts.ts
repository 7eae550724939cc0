import type { FactsByEvent, Instant } from '@safeconduct/workflow';
import { dated, signed, type Dated, type Signed } from '../dated.js';
import type { Events } from '../events.js';
import type { Facts } from '../facts.js';
import { endReturn } from '../return/facts.js';

/** The facts of the stay, before a decision. */
export interface CustodyFacts {
  readonly counselling?: Dated<'CounsellingHeld'> | undefined;
  readonly intention?: Dated<'IntentionStated', 'statement'> | undefined;
  /** When the person last said where they want to go. */
  readonly wishAt?: Instant | undefined;
  readonly risk?: Signed<'RiskAssessed'> | undefined;
  readonly stay?: Dated<'StayGranted', 'conditions'> | undefined;
}

export const custodyFacts: FactsByEvent<Facts, Events> = {
  // A person who had to be brought back is back on arrival at a facility.
  FacilityTransferred: (facts, { facility }) => ({ ...facts, facility, bringBackFrom: undefined }),
  CounsellingHeld: (facts, data, event) => ({ ...facts, counselling: dated(data, event) }),
  IntentionStated: (facts, { intention }, event) => ({
    ...facts,
    intention: dated({ intention }, event),
    wishAt: event.occurredAt,
  }),
  RiskAssessed: (facts, data, event) => {
    const assessed = { ...facts, risk: signed(data, event) };
    return data.outcome === 'REAL_RISK' ? endReturn(assessed, event) : assessed;
  },
  StayGranted: (facts, { permitNo, validUntil }, event) => ({
    ...facts,
    stay: dated({ permitNo, validUntil }, event),
    outcome: 'REMAINS_IN_HOST',
  }),
};
