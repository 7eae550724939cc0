import { apportion } from './apportion.js';
import { dayOf, type LocalSeconds } from './calendar.js';

// The possible paths of a case, as the files with its commands, in order.
const entry = [
  '01-RegisterEntry',
  '02-RecordSurrender',
  '03-DeliverRights',
  '04-RecordIdentity',
  '05-CompleteScreening',
  '06-PlaceInFacility',
] as const;
const toRutba = [...entry, '08-TransferFacility'] as const;
const requested = [...entry, '10-HoldCounselling', '11-AssessRisk', '12-RequestReturn'] as const;
const consented = [...requested, '13-GiveReturnConsent'] as const;
const manifested = [
  ...requested,
  '13-GiveDisclosureConsent',
  '13-GiveReturnConsent',
  '14-VerifyVoluntariness',
  '15-ClearReturn',
  '16-ConfirmReception',
  '17-AddToManifest',
] as const;
const withdrawn = [...manifested, '20-WithdrawConsent'] as const;
const returned = [...manifested, '18-StartMovement', '19-ConfirmHandover'] as const;
const contacted = [...returned, '30-RecordContact'] as const;
const closed = [...contacted, '31-CloseMonitoring'] as const;

const toBaghdad = [...entry, '07-StateIntention', '08-TransferFacility'] as const;
const seeking = [...toBaghdad, '40-OpenAssuranceRoute'] as const;
const asked = [...seeking, '41-HoldCounselling', '42-GiveDisclosureConsent', '43-RequestAssurance'] as const;
const refused = [...asked, '45-RecordRefusal'] as const;
const offered = [...asked, '44-RecordAssurance'] as const;
const assessed = [...offered, '46-AssessAssurance'] as const;
const effective = [...assessed, '47-AcceptAssurance'] as const;

const referred = [...toBaghdad, '50-OpenRelocation'] as const;
const eligible = [...referred, '51-AssessRelocation'] as const;
const declared = [...eligible, '52-HoldCounselling', '53-GiveRelocationConsent'] as const;
const submitted = [...declared, '54-SubmitToCountry'] as const;

type AllFiles = typeof closed | typeof withdrawn | typeof effective | typeof refused | typeof submitted;
export type FileName = AllFiles[number];

/** The states in which the caseload ends; nobody is left in `entered`. */
const states = ['camped', 'pendingAssurance', 'relocating', 'returned', 'resolved'] as const;
export type EndState = (typeof states)[number];

/** The number of persons of the example, from whose figures the shares come. */
export const examplePersons = 2493;

/** The path of a person's case. */
export interface CasePath {
  readonly state: EndState;
  /** The number of persons of the example with this path. */
  readonly share: number;
  /** The files with the commands of the case. */
  readonly files: readonly FileName[];
  /** The facility to which the person is moved from Al-Qaim. Persons moved to Baghdad are officers. */
  readonly movedTo?: 'RUTBA' | 'BAGHDAD';
  /** The day of the handover that the return is prepared for. */
  readonly returnDay?: LocalSeconds;
}

const firstReturn = dayOf('2024-12-19');

/** Grouped by state, in the order of `states`. */
export const casePaths: readonly CasePath[] = [
  { state: 'camped', share: 144, files: entry },
  { state: 'camped', share: 144, files: toRutba, movedTo: 'RUTBA' },
  { state: 'camped', share: 40, files: requested, returnDay: dayOf('2025-01-15') },
  { state: 'camped', share: 22, files: consented, returnDay: dayOf('2025-01-14') },
  { state: 'camped', share: 12, files: withdrawn, returnDay: firstReturn },
  { state: 'camped', share: 5, files: toBaghdad, movedTo: 'BAGHDAD' },
  { state: 'pendingAssurance', share: 16, files: seeking, movedTo: 'BAGHDAD' },
  { state: 'pendingAssurance', share: 25, files: asked, movedTo: 'BAGHDAD' },
  { state: 'pendingAssurance', share: 8, files: refused, movedTo: 'BAGHDAD' },
  { state: 'pendingAssurance', share: 7, files: offered, movedTo: 'BAGHDAD' },
  { state: 'pendingAssurance', share: 3, files: assessed, movedTo: 'BAGHDAD' },
  { state: 'pendingAssurance', share: 2, files: effective, movedTo: 'BAGHDAD' },
  { state: 'relocating', share: 12, files: referred, movedTo: 'BAGHDAD' },
  { state: 'relocating', share: 6, files: eligible, movedTo: 'BAGHDAD' },
  { state: 'relocating', share: 3, files: declared, movedTo: 'BAGHDAD' },
  { state: 'relocating', share: 3, files: submitted, movedTo: 'BAGHDAD' },
  { state: 'returned', share: 1005, files: returned, returnDay: firstReturn },
  { state: 'returned', share: 588, files: contacted, returnDay: firstReturn },
  { state: 'returned', share: 61, files: returned, returnDay: dayOf('2024-12-22') },
  { state: 'returned', share: 44, files: returned, returnDay: dayOf('2024-12-28') },
  { state: 'returned', share: 31, files: returned, returnDay: dayOf('2025-01-02') },
  { state: 'resolved', share: 312, files: closed, returnDay: firstReturn },
];

/**
 * How many persons have each path, in the order of `casePaths`. First the states are apportioned, then the
 * paths in each.
 */
export function pathCounts(persons: number): readonly number[] {
  const sharesIn = (state: EndState) =>
    casePaths.filter((path) => path.state === state).map(({ share }) => share);
  const sum = (shares: readonly number[]) => shares.reduce((all, share) => all + share, 0);
  const inState = apportion(
    persons,
    states.map((state) => sum(sharesIn(state))),
  );
  return states.flatMap((state, index) => apportion(inState[index] ?? 0, sharesIn(state)));
}

/** The expected ledger after the import of a caseload. */
export interface ExpectedLedger {
  readonly total: number;
  /** In state `returned` at the end of 2024-12-19. */
  readonly returnedOnFirstDay: number;
  readonly states: Readonly<Record<'entered' | EndState, number>>;
  readonly handovers: number;
  readonly inBaghdad: number;
  /** In camp, with a return under way. */
  readonly returning: number;
  /** Withdrew consent, and are back in `camped.settled`. */
  readonly withdrawn: number;
}

/** The figures that a caseload of this many persons must show. */
export function expectedLedger(persons: number): ExpectedLedger {
  const counts = pathCounts(persons);
  const count = (has: (path: CasePath) => boolean) =>
    casePaths.reduce((all, path, index) => (has(path) ? all + (counts[index] ?? 0) : all), 0);
  const handedOver = ({ files }: CasePath) => files.includes('19-ConfirmHandover');
  return {
    total: persons,
    returnedOnFirstDay: count((path) => handedOver(path) && path.returnDay === firstReturn),
    states: {
      entered: 0,
      ...(Object.fromEntries(states.map((state) => [state, count((path) => path.state === state)])) as Record<
        EndState,
        number
      >),
    },
    handovers: count(handedOver),
    inBaghdad: count(({ movedTo }) => movedTo === 'BAGHDAD'),
    returning: count(({ files }) => files === requested || files === consented),
    withdrawn: count(({ files }) => files === withdrawn),
  };
}

/** How many commands a caseload of this many persons has. */
export function commandCount(persons: number): number {
  const counts = pathCounts(persons);
  return casePaths.reduce((all, { files }, index) => all + files.length * (counts[index] ?? 0), 0);
}
