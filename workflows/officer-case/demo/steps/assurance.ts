import { criteria } from '../../code-lists.js';
import { between, bySubject, counselling, drawnHash, numbered, on, some, words, type Step } from './step.js';

const grantor = 'SY_TRANSITIONAL_ADMINISTRATION';
const liaison = some('liaison', 'liaison');

/** From the wish for an assurance to its acceptance. */
export const assuranceSteps = {
  '50-OpenAssuranceRoute': {
    ...bySubject,
    at: on('2024-12-21'),
    data: {
      fears: words('fears', ['arrest on return', 'revenge in the village', 'الاعتقال عند العودة']),
      wantedAssurance: 'written, individual, from the transitional administration',
    },
  },
  '51-HoldCounselling': {
    by: some('protection', 'counselling'),
    at: on('2024-12-22'),
    data: counselling('CA', 'SY-2024-12-20'),
  },
  '52-GiveDisclosureConsent': {
    ...bySubject,
    at: on('2024-12-23'),
    data: { authority: grantor, items: 'name;rank' },
  },
  '53-RequestAssurance': {
    by: liaison,
    confirmedBy: some('supervisor', 'request'),
    at: between('2024-12-24', '2024-12-30'),
    data: { authority: grantor, noteNo: 'NV-2024-17', channel: 'note verbale', anonymous: 'false' },
  },
  '54-RecordAssurance': {
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
  '54-RecordRefusal': { by: liaison, at: on('2025-01-02'), data: { replyNo: numbered('SY-REF') } },
  '55-AssessAssurance': {
    by: some('protection', 'assurance'),
    confirmedBy: some('legalAdviser', 'assurance'),
    at: on('2025-01-06'),
    data: {
      verdict: 'adequate',
      ...Object.fromEntries(criteria.map((criterion) => [`criteria.${criterion}.answer`, 'yes'])),
    },
  },
  '56-AcceptAssurance': {
    ...bySubject,
    at: on('2025-01-08'),
    data: { statement: 'read to me in Arabic; I accept', counselOffered: 'true' },
  },
} as const satisfies Readonly<Record<string, Step>>;
