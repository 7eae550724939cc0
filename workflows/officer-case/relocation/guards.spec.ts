import { days, hours } from '@safeconduct/workflow';
import type { Facts } from '../facts.js';
import { describeGuards } from '../testing/describe-guards.js';
import * as guards from './guards.js';

const toCountry = (country: string) => ({ country });

describeGuards(guards, [
  [guards.countryWished, 'relocating.assessed', 'holds', { input: toCountry('DE') }],
  [guards.countryWished, 'relocating.assessed', 'COUNTRY_NOT_WISHED', { input: toCountry('NL') }],
  [guards.noRiskThere, 'relocating.consented', 'holds', { input: toCountry('OM') }],
  [guards.noRiskThere, 'relocating.consented', 'holds', { input: toCountry('SY') }],
  [guards.noRiskThere, 'relocating.consented', 'RISK_IN_COUNTRY', { but: riskThere, input: toCountry('OM') }],
  [
    guards.noRiskThere,
    'relocating.consented',
    'holds',
    { but: riskThere, input: toCountry('OM'), later: -days(9) },
  ],
  [guards.noRiskWhereAdmitted, 'relocating.ready', 'holds'],
  [guards.noRiskWhereAdmitted, 'relocating.ready', 'RISK_IN_COUNTRY', { but: riskThere }],
  [guards.submissionConsent, 'relocating.consented', 'holds', { input: toCountry('OM') }],
  [guards.submissionConsent, 'relocating.consented', 'CONSENT_FOR_OTHER_COUNTRY', { input: toCountry('DE') }],
  [guards.submissionConsent, 'relocating.assessed', 'CONSENT_MISSING', { input: toCountry('OM') }],
  [guards.answersSubmission, 'relocating.submitted', 'holds', { input: toCountry('OM') }],
  [guards.answersSubmission, 'relocating.submitted', 'NOT_SUBMITTED_TO_COUNTRY', { input: toCountry('DE') }],
  [guards.departureConsent, 'relocating.ready', 'holds'],
  [guards.departureConsent, 'relocating.assessed', 'CONSENT_MISSING'],
  [guards.departureConsent, 'relocating.submitted', 'CONSENT_FOR_OTHER_COUNTRY'],
  [guards.exitPermitted, 'relocating.ready', 'holds', { later: days(60) - hours(1) }],
  [guards.exitPermitted, 'relocating.ready', 'EXIT_PERMIT_EXPIRED', { later: days(60) }],
  [guards.exitPermitted, 'relocating.exitPending', 'EXIT_NOT_PERMITTED'],
  [guards.admitted, 'relocating.ready', 'holds'],
  [guards.admitted, 'relocating.ready', 'ADMISSION_EXPIRED', { later: days(181) }],
  [guards.admitted, 'relocating.submitted', 'ADMISSION_MISSING'],
]);

function riskThere({ risks }: Facts): Partial<Facts> {
  const { SY: risk } = risks;
  return risk === undefined
    ? {}
    : { risks: { OM: { ...risk, destination: 'OM', outcome: 'INSUFFICIENT_INFO' } } };
}
