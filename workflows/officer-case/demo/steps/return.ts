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

/** From counselling to the handover, and monitoring after it. */
export const returnSteps = {
  '10-HoldCounselling': {
    by: some('protection', 'counselling'),
    at: beforeReturn(7),
    data: {
      sessionNo: numbered('C'),
      interpreterId: interpreter('counselling'),
      packVersion: 'SY-2024-12-10',
      counselOffered: 'true',
    },
  },
  '11-AssessRisk': {
    by: some('protection', 'risk'),
    at: beforeReturn(5),
    data: {
      outcome: 'NO_SUBSTANTIAL_GROUNDS',
      coiVersion: 'SY-2024-12-10',
      reasonsRef: numbered('RA'),
      destination: 'SY',
    },
  },
  '12-RequestReturn': { ...bySubject, at: beforeReturn(4), data: {} },
  '13-GiveDisclosureConsent': {
    ...bySubject,
    at: beforeReturn(4, 20, 22),
    data: { authority: receiver, items: 'name;rank' },
  },
  '13-GiveReturnConsent': {
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
  '14-VerifyVoluntariness': {
    by: some('protection', 'voluntariness'),
    at: beforeReturn(2),
    data: { interviewNo: numbered('V'), private: 'true', pressureFound: 'false' },
  },
  '15-ClearReturn': {
    by: some('authority', 'clearance'),
    at: beforeReturn(1, 8, 11),
    data: { decisionNo: numbered('CIC') },
  },
  '16-ConfirmReception': {
    by: liaison,
    at: beforeReturn(1, 12, 14),
    data: { acceptanceRef: convoy('SY-ACC'), authority: receiver },
  },
  '17-AddToManifest': {
    by: caseOfficer,
    confirmedBy: some('supervisor', 'manifest'),
    at: beforeReturn(1, 15, 19),
    data: { manifestNo: convoy('M'), seatNo: ({ index }) => String(1 + (index % convoySeats)) },
  },
  '18-StartMovement': {
    by: crossing,
    at: beforeReturn(0, 7.5, 8.5),
    data: { reconfirmedAt: (_person, at) => iso(at - hours(1.5)) },
  },
  '19-ConfirmHandover': {
    by: crossing,
    at: beforeReturn(0, 9, 15.5),
    data: {
      listNo: convoy('H'),
      receivingOfficer: 'SY-RCV-1',
      crossingPoint: 'AL_QAIM',
      signatureHash: drawnHash('signature'),
    },
  },
  '20-WithdrawConsent': {
    ...bySubject,
    at: beforeReturn(0, 6, 7),
    data: { statement: 'does not wish to cross', heardBy: caseOfficer },
  },
  '30-RecordContact': {
    by: some('monitor', 'monitor'),
    at: on('2024-12-26'),
    data: { channel: 'phone', finding: 'safe' },
  },
  '31-CloseMonitoring': {
    by: some('supervisor', 'close of monitoring'),
    confirmedBy: some('protection', 'close of monitoring'),
    at: on('2024-12-28'),
    data: { summary: 'contacted, safe', earlyReason: 'asked not to be contacted again' },
  },
} as const satisfies Readonly<Record<string, Step>>;
