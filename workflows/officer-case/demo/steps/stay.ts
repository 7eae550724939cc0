import { oneOf, type Person } from '../person.js';
import {
  beforeReturn,
  between,
  bySubject,
  caseOfficer,
  counselling,
  daysAfter,
  drawnHash,
  numbered,
  on,
  some,
  words,
  type Step,
} from './step.js';

const moved =
  (to: 'RUTBA' | 'BAGHDAD', there: string, elsewhere: string) =>
  ({ path }: Person) =>
    path.movedTo === to ? there : elsewhere;

/** What persons in the camp say. */
const intentions = ['stay', 'stay', 'undecided', 'undecided', 'undecided', 'relocate', 'return'] as const;
const intention = ({ path, draw }: Person) =>
  path.state === 'camped.returning' ? 'return' : oneOf(intentions, draw('intention', intentions.length));
const statements: Readonly<Record<(typeof intentions)[number], readonly string[]>> = {
  return: ['wants to go home to the family', 'أريد العودة إلى أهلي'],
  stay: ['wants to remain here for now', 'أفضّل البقاء هنا في الوقت الحاضر', 'has relatives in Anbar'],
  relocate: ['would go to another country', 'أرغب في السفر إلى بلد آخر'],
  undecided: ['wants to wait for news from home', 'لم أقرّر بعد', ''],
};
const statement = (person: Person) => {
  const said = intention(person);
  return words(`intention ${said}`, statements[said])(person);
};

/** A review of custody; every person is heard. */
const review = (round: number) => ({
  by: some('supervisor', `review ${round}`),
  confirmedBy: some('protection', `review ${round}`),
  data: {
    reviewNo: numbered(`REV-${round}`),
    outcome: ({ draw }: Person) => (draw(`outcome of review ${round}`, 12) === 0 ? 'relax' : 'continue'),
    grounds: words(`review ${round}`, [
      'heard in person; the grounds of the placement stand',
      'heard in person; no change asked for',
      'سُمعت أقوال الشخص، وأسباب الإقامة قائمة',
    ]),
    personHeard: 'true',
    counselPresent: ({ draw }: Person) => String(draw(`counsel at review ${round}`, 3) === 0),
  },
});

/** The first review comes within a week of the placement, and before a counselling for the first returns. */
function firstReview(person: Person, last: number): number {
  const { files, returnDay } = person.path;
  if (files.includes('09-RequestReturn')) return on('2024-12-15')(person, last);
  if (returnDay === undefined || files.includes('11-RecordIdentity'))
    return between('2024-12-11', '2024-12-14')(person, last);
  return beforeReturn(7)(person, last);
}

/** The stay: reviews, the second source of the identity, wishes, moves. */
export const staySteps = {
  '09-RequestReturn': { ...bySubject, at: between('2024-12-11', '2024-12-14'), data: {} },
  '10-ReviewCustody': { ...review(1), at: firstReview },
  '11-RecordIdentity': {
    by: caseOfficer,
    at: on('2024-12-17'),
    data: {
      sourceType: words('second source', ['civilId', 'familyBooklet', 'passport']),
      documentNo: ({ draw }) => `F${100_000 + draw('second document', 900_000)}`,
      verified: 'true',
    },
  },
  '12-StateIntention': {
    ...bySubject,
    at: on('2024-12-18'),
    data: {
      intention: 'refuse',
      statement: words('refusal', [
        'is afraid for their life after a return',
        'أخاف على حياتي إن عدت',
        'does not want to go back without a written assurance',
        'لا أعود من دون ضمانة مكتوبة',
      ]),
    },
  },
  '13-TransferFacility': {
    by: some('supervisor', 'transfer'),
    at: (person, last) => on(moved('RUTBA', '2024-12-18', '2024-12-20')(person))(person, last),
    data: {
      facility: ({ path }) => path.movedTo ?? '',
      orderNo: moved('RUTBA', 'RUT-ORD-2', 'BGD-ORD-7'),
    },
  },
  '15-StateIntention': {
    ...bySubject,
    at: between('2024-12-19', '2024-12-21'),
    data: { intention, statement },
  },
  '16-HoldCounselling': {
    by: some('protection', 'counselling'),
    at: daysAfter('counselling', 1, 4),
    data: counselling('CW', 'SY-2024-12-20'),
  },
  '17-RecordIcrcAccess': {
    by: caseOfficer,
    at: on('2025-01-03'),
    data: { facility: ({ path }) => path.movedTo ?? 'QAIM', icrcNo: numbered('ICRC') },
  },
  '18-DeclareRenunciation': {
    ...bySubject,
    at: on('2024-12-28'),
    data: { declarationNo: numbered('REN'), declarationHash: drawnHash('renunciation') },
  },
  '19-ReviewCustody': { ...review(2), at: between('2025-01-03', '2025-01-05') },
  '89-StateIntention': {
    ...bySubject,
    at: between('2024-12-25', '2024-12-31'),
    data: { intention, statement },
  },
  '90-ReviewCustody': { ...review(3), at: between('2025-01-09', '2025-01-10') },
} as const satisfies Readonly<Record<string, Step>>;
