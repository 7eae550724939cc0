import type { Person } from '../person.js';
import { counselling, drawnHash, interpreter, numbered, on, some, type Step } from './step.js';

const countries = ['AE', 'BR', 'DE', 'NL', 'OM', 'RU'];

const relocationOfficer = some('relocation', 'relocation officer');
const country = ({ draw }: Person) => countries[draw('country', countries.length)] ?? '';
const hasFamilyThere = ({ draw }: Person) => draw('reason', 3) === 0;

/** From the wish for another country to the departure, or to the country's other answers. */
export const relocationSteps = {
  '60-OpenRelocation': {
    by: relocationOfficer,
    onBehalfOf: 'subject',
    at: on('2024-12-21'),
    data: {
      countries: country,
      channel: (person) => (hasFamilyThere(person) ? 'FAMILY' : 'BILATERAL'),
      reason: (person) => (hasFamilyThere(person) ? 'familyReunification' : 'thirdCountry'),
    },
  },
  '61-AssessRelocation': {
    by: relocationOfficer,
    confirmedBy: some('protection', 'relocation'),
    at: on('2024-12-25'),
    data: { outcome: 'eligible', reasons: 'identity verified, no exclusion ground found' },
  },
  '62-HoldCounselling': {
    by: some('protection', 'counselling'),
    at: on('2024-12-26'),
    data: counselling('CR', 'REL-2024-12'),
  },
  '63-GiveRelocationConsent': {
    by: relocationOfficer,
    onBehalfOf: 'subject',
    at: on('2024-12-27'),
    data: { country, declarationNo: numbered('RD') },
  },
  '64-SubmitToCountry': {
    by: relocationOfficer,
    confirmedBy: some('supervisor', 'submission'),
    at: on('2024-12-29'),
    data: { country, packageHash: drawnHash('package') },
  },
  '65-RecordInterview': {
    by: relocationOfficer,
    at: on('2025-01-02', 8, 12),
    data: { mission: 'selection mission', interpreterId: interpreter('selection') },
  },
  '66-RecordAcceptance': {
    by: relocationOfficer,
    at: on('2025-01-03'),
    data: { country, decisionNo: numbered('ADM'), validUntil: '2025-06-30' },
  },
  '66-RecordDeferral': {
    by: relocationOfficer,
    at: on('2025-01-03'),
    data: { country, question: 'asks for proof of the family link' },
  },
  '66-RecordDenial': {
    by: relocationOfficer,
    at: on('2025-01-03'),
    data: { country, decisionNo: numbered('DEN') },
  },
  '67-RequestExit': { by: relocationOfficer, at: on('2025-01-04'), data: { listNo: 'EXIT-1' } },
  '68-GrantExit': {
    by: some('authority', 'exit'),
    at: on('2025-01-05'),
    data: { permitNo: numbered('EXP'), validUntil: '2025-03-31' },
  },
  '69-CompletePreDeparture': {
    by: relocationOfficer,
    confirmedBy: some('medical', 'pre-departure'),
    at: on('2025-01-06'),
    data: { medicalRef: numbered('MED'), documentNo: numbered('LP') },
  },
  '70-ConfirmDeparture': {
    by: some('crossing', 'departure'),
    at: on('2025-01-08', 6, 10),
    data: { carrier: 'flight from Baghdad' },
  },
  '71-RecordRefusalAtDestination': {
    by: relocationOfficer,
    at: on('2025-01-08', 18, 22),
    data: { report: 'sent back from the airport: the visa was not in the system', admissionStands: 'true' },
  },
} as const satisfies Readonly<Record<string, Step>>;
