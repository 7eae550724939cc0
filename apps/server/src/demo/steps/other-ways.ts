import type { Person } from '../person.js';
import { bySubject, fingerprint, interpreter, numbered, on, some, type Step } from './step.js';

const grantor = 'SY_TRANSITIONAL_ADMINISTRATION';
const countries = ['AE', 'BR', 'DE', 'NL', 'OM', 'RU'];

const liaison = some('liaison', 'liaison');
const relocationOfficer = some('relocation', 'relocation officer');
const country = ({ draw }: Person) => countries[draw('country', countries.length)] ?? '';
const moved =
  (to: 'RUTBA' | 'BAGHDAD', there: string, elsewhere: string) =>
  ({ fate }: Person) =>
    fate.movedTo === to ? there : elsewhere;

const counselling = (prefix: string, packVersion: string) => ({
  sessionNo: numbered(prefix),
  interpreterId: interpreter('counselling'),
  packVersion,
  counselOffered: 'true',
});

/** The move out of Al-Qaim, and of those who fear to return: the assurance they wait for, or another country. */
export const otherSteps = {
  '07-StateIntention': {
    ...bySubject,
    at: on('2024-12-18'),
    data: { intention: 'refuse', statement: 'fears for his safety' },
  },
  '08-TransferFacility': {
    by: some('supervisor', 'transfer'),
    at: (person, last) => on(moved('RUTBA', '2024-12-16', '2024-12-20')(person))(person, last),
    data: {
      facility: ({ fate }) => fate.movedTo ?? '',
      orderNo: moved('RUTBA', 'RUT-ORD-2', 'BGD-ORD-7'),
    },
  },
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
      instrumentHash: fingerprint('instrument'),
    },
  },
  '45-RecordRefusal': { by: liaison, at: on('2025-01-02'), data: { replyNo: numbered('SY-REF') } },
  '46-AssessAssurance': {
    by: some('protection', 'assurance'),
    confirmedBy: some('counsel', 'assurance'),
    at: on('2025-01-06'),
    data: { verdict: 'adequate', criteria: 'yes;yes;yes;yes;yes;yes;yes;yes;yes;no;yes' },
  },
  '47-AcceptAssurance': {
    ...bySubject,
    at: on('2025-01-08'),
    data: { statement: 'read to me in Arabic; I accept', counselOffered: 'true' },
  },
  '50-OpenRelocation': {
    by: relocationOfficer,
    onBehalfOf: 'subject',
    at: on('2024-12-21'),
    data: {
      countries: country,
      channel: 'BILATERAL',
      reason: ({ draw }) => (draw('reason', 3) === 0 ? 'familyReunification' : 'thirdCountry'),
    },
  },
  '51-AssessRelocation': {
    by: relocationOfficer,
    confirmedBy: some('protection', 'relocation'),
    at: on('2024-12-25'),
    data: { outcome: 'eligible', reasons: 'identity verified, no exclusion ground found' },
  },
  '52-HoldCounselling': {
    by: some('protection', 'counselling'),
    at: on('2024-12-26'),
    data: counselling('CR', 'REL-2024-12'),
  },
  '53-GiveRelocationConsent': {
    by: relocationOfficer,
    onBehalfOf: 'subject',
    at: on('2024-12-27'),
    data: { country, declarationNo: numbered('RD') },
  },
  '54-SubmitToCountry': {
    by: relocationOfficer,
    confirmedBy: some('supervisor', 'submission'),
    at: on('2024-12-29'),
    data: { country, packageHash: fingerprint('package') },
  },
} as const satisfies Readonly<Record<string, Step>>;
