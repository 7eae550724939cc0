import { days } from '@safeconduct/workflow';
import { describeGuards, type Asked } from '../testing/describe-guards.js';
import * as guards from './guards.js';
import { each } from './testing/samples.js';

const verdict = (said: string, specific: object) => ({
  verdict: said,
  criteria: { ...each({ answer: 'yes' }), specific },
});
const to = (authority: string, anonymous: boolean) => ({ authority, anonymous });
const authority = 'SY_TRANSITIONAL_ADMINISTRATION';

describeGuards(guards, [
  [guards.assured, 'camped.settled', 'holds'],
  [guards.assured, 'pendingAssurance.effective', 'holds'],
  [guards.assured, 'pendingAssurance.effective', 'ASSURANCE_ENDS_TOO_SOON', { later: days(92) }],
  [guards.assured, 'pendingAssurance.seeking', 'ASSURANCE_MISSING'],
  [guards.assured, 'pendingAssurance.offered', 'ASSURANCE_NOT_ADEQUATE'],
  [guards.assured, 'pendingAssurance.assessed', 'ASSURANCE_NOT_ACCEPTED'],
  [guards.assuredBeforeRequest, 'pendingAssurance.seeking', 'ASSURANCE_MISSING'],
  [guards.assuredBeforeRequest, 'camped.settled', 'holds', { but: () => ({ assuranceRequired: true }) }],
  [guards.disclosureAgreed, 'pendingAssurance.requested', 'holds', { input: to(authority, false) }],
  [
    guards.disclosureAgreed,
    'pendingAssurance.requested',
    'DISCLOSURE_NOT_AGREED',
    { input: to('OTHER', false) },
  ],
  [guards.disclosureAgreed, 'pendingAssurance.requested', 'holds', { input: to('OTHER', true) }],
  [guards.disclosureAgreed, 'camped.returning.cleared', 'holds', { input: { authority } }],
  [guards.disclosureAgreed, 'camped.returning.verified', 'DISCLOSURE_NOT_AGREED', { input: { authority } }],
  [
    guards.criteriaNoted,
    'pendingAssurance.offered',
    'holds',
    { input: verdict('adequate', { answer: 'yes' }) },
  ],
  [
    guards.criteriaNoted,
    'pendingAssurance.offered',
    'holds',
    { input: verdict('adequate', { answer: 'no', note: 'a note' }) },
  ],
  ...['no', 'unknown'].map((answer): Asked => [
    guards.criteriaNoted,
    'pendingAssurance.offered',
    'CRITERIA_WITHOUT_NOTE',
    { input: verdict('adequate', { answer }) },
  ]),
  [
    guards.criteriaNoted,
    'pendingAssurance.offered',
    'holds',
    { input: verdict('clarify', { answer: 'unknown' }) },
  ],
  [guards.instrumentValid, 'pendingAssurance.assessed', 'holds'],
  [guards.instrumentValid, 'pendingAssurance.assessed', 'ASSURANCE_ENDED', { later: days(122) }],
  [guards.instrumentValid, 'pendingAssurance.seeking', 'ASSURANCE_MISSING'],
  [guards.lawyerOffered, 'pendingAssurance.assessed', 'holds', { input: { counselOffered: true } }],
  [
    guards.lawyerOffered,
    'pendingAssurance.assessed',
    'LAWYER_NOT_OFFERED',
    { input: { counselOffered: false } },
  ],
]);
