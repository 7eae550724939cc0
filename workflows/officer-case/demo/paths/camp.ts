import type { Outcome } from '../../code-lists.js';
import { dayOf } from '../calendar.js';
import type { CasePath } from '../case-paths.js';
import { departed, leaving } from './baghdad.js';
import {
  consented,
  filesOf,
  firstReturn,
  manifested,
  pathsOf,
  placed,
  requested,
  staying,
  verified,
  without,
} from './parts.js';

const reviewed = filesOf(staying, '90-ReviewCustody');
const settled = filesOf(reviewed, '15-StateIntention', '16-HoldCounselling');
const unreviewed = without(settled, '90-ReviewCustody');

const moved = filesOf(settled, '13-TransferFacility');
const inRutba = pathsOf({ state: 'camped', movedTo: 'RUTBA' });
const leavesRutba = pathsOf({ state: 'relocating', movedTo: 'RUTBA' });
const endsInRutba = (outcome: Outcome) => pathsOf({ state: 'resolved', movedTo: 'RUTBA', outcome });

/** Moved to Rutba, where most of those who did not return live. */
const rutba: readonly CasePath[] = [
  inRutba(112, moved),
  inRutba(14, moved, '17-RecordIcrcAccess'),
  inRutba(12, without(moved, '08-AssignOfficer')),
  // What was not done yet: the next review, the counselling after a wish, a second source of the identity.
  inRutba(24, without(moved, '90-ReviewCustody')),
  inRutba(26, reviewed, '13-TransferFacility', '89-StateIntention'),
  inRutba(9, without(moved, '11-RecordIdentity')),
  inRutba(4, moved, '18-DeclareRenunciation'),
  inRutba(3, moved, '43-RequestCorrection', '44-ApproveCorrection'),
  inRutba(1, moved, '43-RequestCorrection', '44-RejectCorrection'),
  inRutba(1, moved, '43-RequestCorrection'),
  inRutba(3, moved, '80-PlaceHold'),
  inRutba(1, moved, '80-PlaceHold', '84-ReleaseHold'),
  inRutba(2, moved, '81-PlaceHold'),
  inRutba(1, moved, '82-PlaceHold'),
  inRutba(2, moved, '82-PlaceHold', '83-ReviewHold'),
  endsInRutba('REMAINS_IN_HOST')(6, unreviewed, '13-TransferFacility', '85-GrantStay'),
  endsInRutba('SPONTANEOUS_DEPARTURE')(2, unreviewed, '13-TransferFacility', '85-RecordSpontaneousDeparture'),
  leavesRutba(1, staying, '13-TransferFacility', leaving, departed),
];

const beforeReturn = filesOf(unreviewed, '19-ReviewCustody');
const returningOn = (date?: string) =>
  pathsOf({ state: 'camped.returning', ...(date !== undefined && { returnDay: dayOf(date) }) });
const denied = filesOf(reviewed, verified, '27-DenyClearance');
const dayOfDenied = '2024-12-28';

/** A return is under way. Of some the authority has not decided for a month. */
const returning: readonly CasePath[] = [
  returningOn('2025-01-15')(20, beforeReturn, requested),
  returningOn('2025-01-14')(20, beforeReturn, consented),
  returningOn('2025-01-12')(6, beforeReturn, manifested),
  returningOn()(14, reviewed, '09-RequestReturn', '16-HoldCounselling'),
  returningOn(dayOfDenied)(1, denied, '40-FileAppeal', '41-DecideAppeal'),
];

const turnedBack = pathsOf({ state: 'camped', returnDay: firstReturn });
const withdrawn = filesOf(
  filesOf(placed, '10-ReviewCustody', manifested),
  filesOf('31-WithdrawConsent', '33-RecordIdentity', '90-ReviewCustody'),
);
const stopped = pathsOf({ state: 'camped', returnDay: dayOf(dayOfDenied) });

/** A return ended before the crossing: the person withdrew, a risk was found, or the answer was no. */
const notReturned: readonly CasePath[] = [
  turnedBack(10, withdrawn),
  turnedBack(2, withdrawn, '30-StartMovement', '32-ConfirmBroughtBack'),
  stopped(4, reviewed, verified, '26-AssessRisk'),
  stopped(2, reviewed, consented, '25-DoubtVoluntariness'),
  stopped(2, denied),
  stopped(3, denied, '40-FileAppeal'),
];

const registered = without(placed, '06-CompleteScreening', '07-PlaceInFacility');
const camped = pathsOf({ state: 'camped' });

/** Persons whose age is or was in doubt. */
const young: readonly CasePath[] = [
  pathsOf({ state: 'entered', birthDate: '2007' })(1, registered, '11-RecordIdentity'),
  pathsOf({ state: 'resolved', birthDate: '2008-05-03', outcome: 'TRANSFERRED_CHILD_PROTECTION' })(
    1,
    registered,
    '05-DetermineAge',
    '09-TransferToChildProtection',
  ),
  pathsOf({ state: 'camped', birthDate: '2006' })(1, settled, '05-DetermineAge'),
  camped(2, settled, '85-RaiseAgeDispute'),
];

/** What happened beside the procedure. */
const fates: readonly CasePath[] = [
  pathsOf({ state: 'resolved', outcome: 'DECEASED' })(1, unreviewed, '85-RecordDeath'),
  camped(1, unreviewed, '85-ReportMissing', '86-RecordSearch', '87-RecordSearch', '88-RecordSearch'),
  pathsOf({ state: 'returned' })(2, unreviewed, '85-RecordIrregularCrossing'),
];

/** Those who are in Al-Qaim and Rutba, or were when their case took another turn. */
export const camp: readonly CasePath[] = [
  camped(9, settled),
  ...[...rutba, ...returning, ...notReturned, ...young, ...fates],
];
