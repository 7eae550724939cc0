import type { FactsByEvent } from '@safeconduct/workflow';
import type { Events } from '../events.js';
import { dated, signed } from './dated.js';
import { offTheReturnTrack } from './return.js';
import type { Facts } from './shape.js';

export const custodyFacts: FactsByEvent<Facts, Events> = {
  PlacedInFacility: (facts, { facility }) => ({ ...facts, facility }),
  // An arrival at a facility is also what ends a bringing back.
  FacilityTransferred: (facts, { facility }) => ({ ...facts, facility, bringBackFrom: undefined }),
  CounsellingHeld: (facts, data, event) => ({ ...facts, counselling: dated(data, event) }),
  IntentionStated: (facts, { intention }, event) => ({
    ...facts,
    intention: dated({ intention }, event),
    wishAt: event.occurredAt,
  }),
  RiskAssessed: (facts, data, event) => {
    const assessed = { ...facts, risk: signed(data, event) };
    return data.outcome === 'REAL_RISK' ? offTheReturnTrack(assessed, event) : assessed;
  },
  StayGranted: (facts, { permitNo, validUntil }, event) => ({
    ...facts,
    stay: dated({ permitNo, validUntil }, event),
    outcome: 'REMAINS_IN_HOST',
  }),
};
