import { days, hours } from '@safeconduct/workflow';
import type { Facts } from '../facts.js';
import { describeGuards } from '../testing/describe-guards.js';
import * as guards from './guards.js';

describeGuards(guards, [
  [guards.counselled, 'camped.settled', 'holds', { later: days(30) - hours(1) }],
  [guards.counselled, 'camped.settled', 'COUNSELLING_TOO_OLD', { later: days(30) - hours(1) + 1 }],
  [guards.counselled, 'entered.screened', 'NOT_COUNSELLED'],
  [guards.counselled, 'camped.settled', 'COUNSELLED_WITHOUT_LAWYER', { but: withoutLawyer }],
  [guards.riskAccepted, 'camped.settled', 'holds', { later: days(90) }],
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

function riskIs(outcome: NonNullable<Facts['risk']>['outcome']): (facts: Facts) => Partial<Facts> {
  return ({ risk }) => ({ risk: risk && { ...risk, outcome } });
}
