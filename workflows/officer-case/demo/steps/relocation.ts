import type { Person } from '../person.js';
import { counselling, drawnHash, numbered, on, some, type Step } from './step.js';

const countries = ['AE', 'BR', 'DE', 'NL', 'OM', 'RU'];

const relocationOfficer = some('relocation', 'relocation officer');
const country = ({ draw }: Person) => countries[draw('country', countries.length)] ?? '';

/** From the wish for another country to the submission to it. */
export const relocationSteps = {
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
    data: { country, packageHash: drawnHash('package') },
  },
} as const satisfies Readonly<Record<string, Step>>;
