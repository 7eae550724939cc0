import { dayOf } from '../calendar.js';
import type { CasePath } from '../case-paths.js';
import { eve, filesOf, firstReturn, handedOver, pathsOf, placed, staying, without } from './parts.js';

const crossed = filesOf(placed, '10-ReviewCustody', handedOver);
const contacted = filesOf(crossed, '34-RecordContact');

const ofStaff = pathsOf({ state: 'returned', returnDay: eve, service: 'civilianStaff' });

/** The civilian staff of the border, who crossed the day before the others. */
export const returnedOnEve: readonly CasePath[] = [
  ofStaff(34, contacted),
  ofStaff(2, crossed, '35-RecordContact'),
];

const monitored = pathsOf({ state: 'returned', returnDay: firstReturn });
const closed = pathsOf({ state: 'resolved', returnDay: firstReturn });
const backInCamp = pathsOf({ state: 'camped', returnDay: firstReturn });
const backAtDesk = pathsOf({ state: 'entered', returnDay: firstReturn });

/** The first day of the returns. */
export const returnedFirst: readonly CasePath[] = [
  closed(312, contacted, '39-CloseMonitoring'),
  monitored(1486, contacted),
  monitored(44, without(contacted, '08-AssignOfficer')),
  // Nobody was reached, or nobody tried in time; of some the next attempt found them safe.
  monitored(12, crossed, '35-RecordContact'),
  monitored(14, crossed),
  monitored(20, crossed, '38-RecordContact'),
  // A contact found a concern.
  monitored(4, crossed, '36-RecordContact'),
  monitored(8, crossed, '36-RecordContact', '37-ResolveAlert'),
  // The handover was in doubt, and somebody has looked into it.
  monitored(2, contacted, '33-WithdrawConsent', '37-ResolveAlert'),
  monitored(1, contacted, '33-ContestHandover', '37-ResolveAlert'),
  // They came back: one lives in the camp again, one has just entered.
  backInCamp(
    1,
    filesOf(contacted, '91-RecordReEntry', '92-RecordSurrender', '93-DeliverRights'),
    filesOf('94-CompleteScreening', '95-PlaceInFacility'),
  ),
  backAtDesk(1, contacted, '96-RecordReEntry'),
];

const crossedOn = (date: string) => pathsOf({ state: 'returned', returnDay: dayOf(date) });
const [second, third, fourth] = [crossedOn('2024-12-22'), crossedOn('2024-12-28'), crossedOn('2025-01-02')];
const [fifth, sixth] = [crossedOn('2025-01-05'), crossedOn('2025-01-06')];
/** Those who crossed late had stayed long enough for a second source of their identity. */
const crossedLate = filesOf(staying, handedOver);

/** Smaller groups afterwards. Of the last two the first contact is due on 12 and 13 January. */
export const returnedLater: readonly CasePath[] = [
  second(49, contacted),
  second(3, crossed),
  third(31, crossedLate, '34-RecordContact'),
  third(3, crossedLate, '36-RecordContact'),
  third(2, crossedLate),
  fourth(23, crossedLate, '34-RecordContact'),
  fourth(4, crossedLate, '36-RecordContact'),
  fifth(8, crossedLate),
  sixth(12, crossedLate),
  sixth(1, crossedLate, '33-WithdrawConsent'),
];
