import {
  fails,
  holds,
  holdsWith,
  msBetween,
  plus,
  type Guard,
  type Instant,
  type Verdict,
} from '@safeconduct/workflow';
import { caseOfficerOf } from '../assignment/facts.js';
import type { riskOutcomes } from '../code-lists.js';
import { happenedBy } from '../dated.js';
import type { Facts } from '../facts.js';
import { limits } from '../limits.js';
import { countryOfOrigin } from '../registers/countries.js';

/** The person was counselled in private lately, and a lawyer was offered. */
export const counselled: Guard<
  Facts,
  unknown,
  'NOT_COUNSELLED' | 'COUNSELLING_TOO_OLD' | 'COUNSELLED_WITHOUT_LAWYER'
> = {
  id: 'G-COUNSEL',
  version: 1,
  codes: ['NOT_COUNSELLED', 'COUNSELLING_TOO_OLD', 'COUNSELLED_WITHOUT_LAWYER'],
  remedies: ['HoldCounselling'],
  ask(facts, { now }) {
    const counselling = happenedBy(facts.counselling, now);
    if (counselling === undefined) return fails('NOT_COUNSELLED');
    const { at: heldAt, packVersion } = counselling;
    if (msBetween(heldAt, now) > limits.counsellingLife) return fails('COUNSELLING_TOO_OLD', { heldAt });
    return counselling.counselOffered
      ? holdsWith({ heldAt, packVersion })
      : fails('COUNSELLED_WITHOUT_LAWYER', { heldAt });
  },
};

/**
 * Nobody is found to be without risk before they were counselled. A risk, or too little information, is recorded as it is
 * found: a rule about counselling must not keep a danger out of the file.
 */
export const counselledBeforeAcceptance: Guard<
  Facts,
  { readonly outcome: (typeof riskOutcomes)[number] },
  'NOT_COUNSELLED' | 'COUNSELLING_TOO_OLD' | 'COUNSELLED_WITHOUT_LAWYER'
> = {
  ...counselled,
  id: 'G-COUNSEL-RISK',
  readsInput: true,
  ask: (facts, context) =>
    context.input.outcome === 'NO_SUBSTANTIAL_GROUNDS' ? counselled.ask(facts, context) : holds,
};

export const riskCodes = [
  'RISK_NOT_ASSESSED',
  'RISK_NOT_EXCLUDED',
  'RISK_ASSESSMENT_TOO_OLD',
  'RISK_ASSESSED_BY_CASE_OFFICER',
] as const;
export type RiskCode = (typeof riskCodes)[number];

/**
 * The risk of this person in the country of origin was assessed lately, by somebody who does not run the case, and the
 * newest finding has no substantial grounds.
 */
export const riskAccepted: Guard<Facts, unknown, RiskCode> = {
  id: 'G-RISK',
  version: 1,
  codes: riskCodes,
  remedies: ['AssessRisk'],
  ask: (facts, { now }) => riskExcludedIn(facts, countryOfOrigin, now),
};

/** Custody is reviewed by a supervisor who does not run the case. */
export const reviewerApart: Guard<Facts, unknown, 'REVIEWER_IS_CASE_OFFICER'> = {
  id: 'G-REVIEW',
  version: 1,
  codes: ['REVIEWER_IS_CASE_OFFICER'],
  remedies: [],
  ask: (facts, { actor }) =>
    actor.id === caseOfficerOf(facts) ? fails('REVIEWER_IS_CASE_OFFICER') : holdsWith({}),
};

/** The case is resolved because the person was granted a stay. */
export const staysInHost: Guard<Facts, unknown, 'NO_STAY_TO_RENEW'> = {
  id: 'G-STAY',
  version: 1,
  codes: ['NO_STAY_TO_RENEW'],
  remedies: ['GrantStay'],
  ask: ({ outcome, stay }) =>
    outcome === 'REMAINS_IN_HOST' && stay !== undefined
      ? holdsWith({ permitNo: stay.permitNo, validUntil: stay.validUntil })
      : fails('NO_STAY_TO_RENEW', { outcome: outcome ?? null }),
};

/** The same for any country. */
export function riskExcludedIn(facts: Facts, country: string, now: Instant): Verdict<RiskCode> {
  const risk = happenedBy(facts.risks[country], now);
  if (risk === undefined) return fails('RISK_NOT_ASSESSED');
  const { outcome, at: assessedAt, coiVersion, by } = risk;
  if (outcome !== 'NO_SUBSTANTIAL_GROUNDS') return fails('RISK_NOT_EXCLUDED', { outcome, assessedAt });
  if (msBetween(assessedAt, now) > limits.riskLife) {
    return fails('RISK_ASSESSMENT_TOO_OLD', { assessedAt, validUntil: plus(assessedAt, limits.riskLife) });
  }
  return by === caseOfficerOf(facts)
    ? fails('RISK_ASSESSED_BY_CASE_OFFICER')
    : holdsWith({ outcome, assessedAt, coiVersion });
}
