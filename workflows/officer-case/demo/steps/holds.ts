import { numbered, on, some, words, type Step } from './step.js';

const medical = some('medical', 'medical hold');
const protection = some('protection', 'protection hold');

/** Holds on medical grounds, by order of a court, and for protection. */
export const holdSteps = {
  '80-PlaceHold': {
    by: medical,
    at: on('2024-12-27'),
    data: {
      kind: 'medical',
      holdNo: numbered('HM'),
      ground: words('medical hold', ['not fit to travel; under treatment', 'غير لائق للسفر، قيد العلاج']),
      scope: 'return;relocation;transfer',
      reviewAt: '2025-01-27',
    },
  },
  '81-PlaceHold': {
    by: some('supervisor', 'court hold'),
    at: on('2024-12-28'),
    data: {
      kind: 'court',
      holdNo: numbered('HC'),
      ground: 'heard as a witness by the investigating court; stays within its reach',
      scope: 'return;relocation',
      until: '2025-03-31',
    },
  },
  '82-PlaceHold': {
    by: protection,
    at: on('2024-12-27'),
    data: {
      kind: 'legal',
      holdNo: numbered('HP'),
      ground: 'a threat was reported; under inquiry',
      scope: 'return;transfer',
      reviewAt: '2025-01-08',
    },
  },
  '83-ReviewHold': {
    by: protection,
    at: on('2025-01-08'),
    data: { holdNo: numbered('HP'), reason: 'the inquiry goes on', reviewAt: '2025-02-08' },
  },
  '84-ReleaseHold': {
    by: medical,
    confirmedBy: some('supervisor', 'release of a hold'),
    at: on('2025-01-06'),
    data: { holdNo: numbered('HM'), reason: 'fit to travel again' },
  },
} as const satisfies Readonly<Record<string, Step>>;
