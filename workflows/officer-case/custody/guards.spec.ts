import { days, hours } from '@safeconduct/workflow';
import type { Facts } from '../facts.js';
import { returnRisk, type Risk } from './facts.js';
import { describeGuards, type Different } from '../testing/describe-guards.js';
import * as guards from './guards.js';

describeGuards(guards, [
  [guards.counselled, 'camped.settled', 'holds', { later: days(30) - hours(1) }],
  [guards.counselled, 'camped.settled', 'COUNSELLING_TOO_OLD', { later: days(30) - hours(1) + 1 }],
  [guards.counselled, 'entered.screened', 'NOT_COUNSELLED'],
  [guards.counselled, 'camped.settled', 'COUNSELLED_WITHOUT_LAWYER', { but: withoutLawyer }],
  [guards.counselled, 'camped.settled', 'NOT_COUNSELLED', { later: -days(1) }],
  [guards.counselledBeforeAcceptance, 'camped.settled', 'holds', found('NO_SUBSTANTIAL_GROUNDS')],
  [guards.counselledBeforeAcceptance, 'entered.screened', 'NOT_COUNSELLED', found('NO_SUBSTANTIAL_GROUNDS')],
  [guards.counselledBeforeAcceptance, 'entered.screened', 'holds', found('REAL_RISK')],
  [guards.counselledBeforeAcceptance, 'entered.screened', 'holds', found('INSUFFICIENT_INFO')],
  [
    guards.counselledBeforeAcceptance,
    'camped.settled',
    'COUNSELLING_TOO_OLD',
    { ...found('NO_SUBSTANTIAL_GROUNDS'), later: days(31) },
  ],
  [
    guards.counselledBeforeAcceptance,
    'camped.settled',
    'COUNSELLED_WITHOUT_LAWYER',
    { ...found('NO_SUBSTANTIAL_GROUNDS'), but: withoutLawyer },
  ],
  [guards.reviewerApart, 'camped.settled', 'holds', { by: 'sup-1' }],
  [guards.reviewerApart, 'camped.settled', 'REVIEWER_IS_CASE_OFFICER', { by: 'co-1' }],
  [guards.staysInHost, 'resolved', 'holds'],
  [guards.staysInHost, 'camped.settled', 'NO_STAY_TO_RENEW'],
  [guards.riskAccepted, 'camped.settled', 'holds', { later: days(90) }],
  [guards.riskAccepted, 'camped.settled', 'RISK_NOT_ASSESSED', { later: -days(1) }],
  [guards.riskAccepted, 'camped.settled', 'RISK_NOT_ASSESSED', { but: elsewhere }],
  [guards.riskAccepted, 'camped.settled', 'RISK_ASSESSMENT_TOO_OLD', { later: days(90) + 1 }],
  [guards.riskAccepted, 'entered.screened', 'RISK_NOT_ASSESSED'],
  [guards.riskAccepted, 'camped.settled', 'RISK_NOT_EXCLUDED', { but: riskIs('REAL_RISK') }],
  [guards.riskAccepted, 'camped.settled', 'RISK_NOT_EXCLUDED', { but: riskIs('INSUFFICIENT_INFO') }],
  [
    guards.riskAccepted,
    'camped.settled',
    'RISK_ASSESSED_BY_CASE_OFFICER',
    { but: () => ({ officer: 'pro-2' }) },
  ],
]);

function withoutLawyer({ counselling }: Facts): Partial<Facts> {
  return { counselling: counselling && { ...counselling, counselOffered: false } };
}

function riskIs(outcome: Risk['outcome']): (facts: Facts) => Partial<Facts> {
  return (facts) => {
    const risk = returnRisk(facts);
    return risk === undefined ? {} : { risks: { SY: { ...risk, outcome } } };
  };
}

/** No country was assessed but another one than that of origin. */
function elsewhere(facts: Facts): Partial<Facts> {
  const risk = returnRisk(facts);
  return risk === undefined ? {} : { risks: { OM: { ...risk, destination: 'OM' } } };
}

function found(outcome: Risk['outcome']): Different {
  return { input: { outcome } };
}
