import { fails, holdsWith, msBetween, plus, type Guard } from '@safeconduct/workflow';
import { caseOfficerOf } from '../assignment/facts.js';
import type { Facts } from '../facts.js';
import { limits } from '../limits.js';

/** The person was counselled in private lately, and a lawyer was offered. */
export const counselled: Guard<
  Facts,
  unknown,
  'NOT_COUNSELLED' | 'COUNSELLING_TOO_OLD' | 'COUNSELLED_WITHOUT_LAWYER'
> = {
  id: 'G-COUNSEL',
  version: 1,
  codes: ['NOT_COUNSELLED', 'COUNSELLING_TOO_OLD', 'COUNSELLED_WITHOUT_LAWYER'],
  ask({ counselling }, { now }) {
    if (counselling === undefined) return fails('NOT_COUNSELLED');
    const { at: heldAt, packVersion } = counselling;
    if (msBetween(heldAt, now) > limits.counsellingLife) return fails('COUNSELLING_TOO_OLD', { heldAt });
    return counselling.counselOffered
      ? holdsWith({ heldAt, packVersion })
      : fails('COUNSELLED_WITHOUT_LAWYER', { heldAt });
  },
};

/**
 * The risk of this person was assessed lately, by somebody who does not run the case, and no substantial
 * grounds found.
 */
export const riskAccepted: Guard<
  Facts,
  unknown,
  'RISK_NOT_ASSESSED' | 'RISK_NOT_EXCLUDED' | 'RISK_ASSESSMENT_TOO_OLD' | 'RISK_ASSESSED_BY_CASE_OFFICER'
> = {
  id: 'G-RISK',
  version: 1,
  codes: [
    'RISK_NOT_ASSESSED',
    'RISK_NOT_EXCLUDED',
    'RISK_ASSESSMENT_TOO_OLD',
    'RISK_ASSESSED_BY_CASE_OFFICER',
  ],
  ask(facts, { now }) {
    if (facts.risk === undefined) return fails('RISK_NOT_ASSESSED');
    const { outcome, at: assessedAt, coiVersion, by } = facts.risk;
    if (outcome !== 'NO_SUBSTANTIAL_GROUNDS') return fails('RISK_NOT_EXCLUDED', { outcome, assessedAt });
    if (msBetween(assessedAt, now) > limits.riskLife) {
      return fails('RISK_ASSESSMENT_TOO_OLD', { assessedAt, validUntil: plus(assessedAt, limits.riskLife) });
    }
    return by === caseOfficerOf(facts)
      ? fails('RISK_ASSESSED_BY_CASE_OFFICER')
      : holdsWith({ outcome, assessedAt, coiVersion });
  },
};
