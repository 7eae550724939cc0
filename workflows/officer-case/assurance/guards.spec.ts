import { days } from '@safeconduct/workflow';
import { describeGuards } from '../testing/describe-guards.js';
import * as guards from './guards.js';

const verdict = (said: string, first: string) => ({
  verdict: said,
  criteria: [first, ...Array<string>(10).fill('yes')],
});
const to = (authority: string, anonymous: boolean) => ({ authority, anonymous });

describeGuards(guards, [
  [guards.assured, 'camped.settled', 'holds'],
  [guards.assured, 'pendingAssurance.effective', 'holds'],
  [guards.assured, 'pendingAssurance.effective', 'ASSURANCE_ENDS_TOO_SOON', { later: days(92) }],
  [guards.assured, 'pendingAssurance.seeking', 'ASSURANCE_MISSING'],
  [guards.assured, 'pendingAssurance.offered', 'ASSURANCE_NOT_ADEQUATE'],
  [guards.assured, 'pendingAssurance.assessed', 'ASSURANCE_NOT_ACCEPTED'],
  [guards.assuredBeforeRequest, 'pendingAssurance.seeking', 'ASSURANCE_MISSING'],
  [guards.assuredBeforeRequest, 'camped.settled', 'holds', { but: () => ({ assuranceRequired: true }) }],
  [guards.disclosureAgreed, 'pendingAssurance.requested', 'holds', { input: to('SY', false) }],
  [
    guards.disclosureAgreed,
    'pendingAssurance.requested',
    'DISCLOSURE_NOT_AGREED',
    { input: to('OTHER', false) },
  ],
  [guards.disclosureAgreed, 'pendingAssurance.requested', 'holds', { input: to('OTHER', true) }],
  [guards.criteriaAnswered, 'pendingAssurance.offered', 'holds', { input: verdict('adequate', 'no') }],
  [
    guards.criteriaAnswered,
    'pendingAssurance.offered',
    'CRITERIA_UNANSWERED',
    { input: verdict('adequate', 'unknown') },
  ],
  [guards.criteriaAnswered, 'pendingAssurance.offered', 'holds', { input: verdict('clarify', 'unknown') }],
  [guards.lawyerOffered, 'pendingAssurance.assessed', 'holds', { input: { counselOffered: true } }],
  [
    guards.lawyerOffered,
    'pendingAssurance.assessed',
    'LAWYER_NOT_OFFERED',
    { input: { counselOffered: false } },
  ],
]);
