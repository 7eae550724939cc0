import { criteria } from '../../code-lists.js';
import { bySubject, counselling, drawnHash, numbered, on, some, type Step } from './step.js';

const grantor = 'SY_TRANSITIONAL_ADMINISTRATION';
const liaison = some('liaison', 'liaison');

/** From the wish for an assurance to its acceptance. */
export const assuranceSteps = {
  '40-OpenAssuranceRoute': {
    ...bySubject,
    at: on('2024-12-21'),
    data: {
      fears: 'arrest on return',
      wantedAssurance: 'written, individual, from the transitional administration',
    },
  },
  '41-HoldCounselling': {
    by: some('protection', 'counselling'),
    at: on('2024-12-22'),
    data: counselling('CA', 'SY-2024-12-20'),
  },
  '42-GiveDisclosureConsent': {
    ...bySubject,
    at: on('2024-12-23'),
    data: { authority: grantor, items: 'name;rank' },
  },
  '43-RequestAssurance': {
    by: liaison,
    confirmedBy: some('supervisor', 'request'),
    at: on('2024-12-24'),
    data: { authority: grantor, noteNo: 'NV-2024-17', channel: 'note verbale', anonymous: 'false' },
  },
  '44-RecordAssurance': {
    by: liaison,
    at: on('2025-01-03'),
    data: {
      instrumentNo: numbered('SY-ASR'),
      instrumentType: 'noteVerbale',
      issuer: grantor,
      validUntil: '2025-12-31',
      instrumentHash: drawnHash('instrument'),
    },
  },
  '45-RecordRefusal': { by: liaison, at: on('2025-01-02'), data: { replyNo: numbered('SY-REF') } },
  '46-AssessAssurance': {
    by: some('protection', 'assurance'),
    confirmedBy: some('legalAdviser', 'assurance'),
    at: on('2025-01-06'),
    data: {
      verdict: 'adequate',
      ...Object.fromEntries(criteria.map((criterion) => [`criteria.${criterion}.answer`, 'yes'])),
    },
  },
  '47-AcceptAssurance': {
    ...bySubject,
    at: on('2025-01-08'),
    data: { statement: 'read to me in Arabic; I accept', counselOffered: 'true' },
  },
} as const satisfies Readonly<Record<string, Step>>;
