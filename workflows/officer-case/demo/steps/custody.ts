import type { Person } from '../person.js';
import { bySubject, on, some, type Step } from './step.js';

const moved =
  (to: 'RUTBA' | 'BAGHDAD', there: string, elsewhere: string) =>
  ({ path }: Person) =>
    path.movedTo === to ? there : elsewhere;

/** The move from Al-Qaim to Rutba, or to Baghdad of persons who fear to return. */
export const custodySteps = {
  '07-StateIntention': {
    ...bySubject,
    at: on('2024-12-18'),
    data: { intention: 'refuse', statement: 'fears for his safety' },
  },
  '08-TransferFacility': {
    by: some('supervisor', 'transfer'),
    at: (person, last) => on(moved('RUTBA', '2024-12-16', '2024-12-20')(person))(person, last),
    data: {
      facility: ({ path }) => path.movedTo ?? '',
      orderNo: moved('RUTBA', 'RUT-ORD-2', 'BGD-ORD-7'),
    },
  },
} as const satisfies Readonly<Record<string, Step>>;
