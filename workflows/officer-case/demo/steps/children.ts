import type { Person } from '../person.js';
import { after, caseOfficer, numbered, on, some, words, type Step } from './step.js';
import { hours } from '../calendar.js';

const childProtection = some('childProtection', 'child');
const age = (adult: string, minor: string) => (person: Person) =>
  person.path.files.includes('06-CompleteScreening') ? adult : minor;

/** Persons who may be children. */
export const childSteps = {
  '05-DetermineAge': {
    by: childProtection,
    confirmedBy: some('medical', 'age'),
    at: after('age', hours(2), hours(6)),
    data: {
      result: age('adult', 'minor'),
      doubtRemains: age('false', 'true'),
      assessmentNo: numbered('AGE'),
      reasons: age('school certificate and examination agree', 'no document; doubt remains'),
    },
  },
  '09-TransferToChildProtection': {
    by: childProtection,
    confirmedBy: some('supervisor', 'child'),
    at: on('2024-12-12'),
    data: {
      bestInterestsNo: numbered('BID'),
      guardian: 'guardian named by the court',
      agency: 'juvenile welfare',
      receiptNo: numbered('CP'),
    },
  },
  '85-RaiseAgeDispute': {
    by: caseOfficer,
    at: on('2025-01-08'),
    data: {
      basis: 'statement',
      ground: words('age', ['says that the date on the list is wrong', 'يقول إن تاريخ ميلاده غير صحيح']),
    },
  },
} as const satisfies Readonly<Record<string, Step>>;
