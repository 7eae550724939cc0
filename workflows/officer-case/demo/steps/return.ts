import { hours, iso, type LocalSeconds } from '../calendar.js';
import type { Person } from '../person.js';
import {
  beforeReturn,
  bySubject,
  caseOfficer,
  drawnHash,
  interpreter,
  numbered,
  on,
  some,
  words,
  type Step,
} from './step.js';

/** One convoy takes a block of so many registration numbers; so its seats suffice, and each is given once. */
const convoySeats = 500;

const receiver = 'SY_TRANSITIONAL_ADMINISTRATION';
const crossing = some('crossing', 'crossing officer');
const liaison = some('liaison', 'liaison');
const dayDigits = (at: LocalSeconds) => iso(at).slice(0, 10).replaceAll('-', '');
const convoy =
  (prefix: string) =>
  ({ path, index }: Person) =>
    `${prefix}-${dayDigits(path.returnDay ?? 0)}-${1 + Math.floor(index / convoySeats)}`;

const isOnTheWay = ({ path }: Person) => path.files.includes('30-StartMovement');

/** From counselling to the handover, or to the end of the return without one. */
export const returnSteps = {
  '20-HoldCounselling': {
    by: some('protection', 'counselling'),
    at: beforeReturn(6),
    data: {
      sessionNo: numbered('C'),
      interpreterId: interpreter('counselling'),
      packVersion: 'SY-2024-12-10',
      counselOffered: 'true',
    },
  },
  '21-AssessRisk': {
    by: some('protection', 'risk'),
    at: beforeReturn(5),
    data: {
      outcome: 'NO_SUBSTANTIAL_GROUNDS',
      coiVersion: 'SY-2024-12-10',
      reasonsRef: numbered('RA'),
      destination: 'SY',
    },
  },
  '22-RequestReturn': { ...bySubject, at: beforeReturn(4), data: {} },
  '23-GiveDisclosureConsent': {
    ...bySubject,
    at: beforeReturn(4, 20, 22),
    data: { authority: receiver, items: 'name;rank' },
  },
  '24-GiveReturnConsent': {
    ...bySubject,
    at: beforeReturn(3),
    data: {
      formNo: numbered('VRF'),
      formVersion: '1',
      formHash: drawnHash('form'),
      witness: ({ draw }) => `witness-${1 + draw('witness', 9)}`,
      interpreterId: interpreter('consent'),
      rightToWithdrawRead: 'true',
    },
  },
  '25-VerifyVoluntariness': {
    by: some('protection', 'voluntariness'),
    at: beforeReturn(2),
    data: { interviewNo: numbered('V'), private: 'true', pressureFound: 'false' },
  },
  '25-DoubtVoluntariness': {
    by: some('protection', 'voluntariness'),
    at: beforeReturn(2),
    data: { interviewNo: numbered('V'), reasons: 'says that others in the tent decided for everybody' },
  },
  '26-AssessRisk': {
    by: some('protection', 'risk'),
    at: beforeReturn(1, 8, 11),
    data: {
      outcome: 'REAL_RISK',
      coiVersion: 'SY-2024-12-26',
      reasonsRef: numbered('RB'),
      destination: 'SY',
    },
  },
  '27-DenyClearance': {
    by: some('authority', 'clearance'),
    at: beforeReturn(1, 8, 11),
    data: {
      decisionNo: numbered('CIC'),
      reasons: 'an inquiry is open',
      remedy: 'appeal within fifteen days',
    },
  },
  '27-ClearReturn': {
    by: some('authority', 'clearance'),
    at: beforeReturn(1, 8, 11),
    data: { decisionNo: numbered('CIC') },
  },
  '28-ConfirmReception': {
    by: liaison,
    at: beforeReturn(1, 12, 14),
    data: { acceptanceRef: convoy('SY-ACC'), authority: receiver },
  },
  '29-AddToManifest': {
    by: caseOfficer,
    confirmedBy: some('supervisor', 'manifest'),
    at: beforeReturn(1, 15, 19),
    data: { manifestNo: convoy('M'), seatNo: ({ index }) => String(1 + (index % convoySeats)) },
  },
  '30-StartMovement': {
    by: crossing,
    at: beforeReturn(0, 7.5, 8.5),
    data: { reconfirmedAt: (_person, at) => iso(at - hours(1.5)) },
  },
  '31-ConfirmHandover': {
    by: crossing,
    at: beforeReturn(0, 9, 15.5),
    data: {
      listNo: convoy('H'),
      receivingOfficer: 'SY-RCV-1',
      crossingPoint: 'AL_QAIM',
      signatureHash: drawnHash('signature'),
    },
  },
  '31-WithdrawConsent': {
    ...bySubject,
    at: (person, last) => (isOnTheWay(person) ? beforeReturn(0, 9, 12) : beforeReturn(0, 6, 7))(person, last),
    data: {
      statement: words('withdrawal', [
        'does not wish to cross',
        'لا أريد العبور',
        'wants to wait for the family',
      ]),
      heardBy: (person) => (isOnTheWay(person) ? crossing : caseOfficer)(person),
    },
  },
  '32-ConfirmBroughtBack': { by: crossing, at: beforeReturn(0, 16, 20), data: { facility: 'QAIM' } },
  '33-RecordIdentity': {
    by: caseOfficer,
    at: on('2024-12-20'),
    data: { sourceType: 'civilId', documentNo: numbered('F'), verified: 'true' },
  },
} as const satisfies Readonly<Record<string, Step>>;
