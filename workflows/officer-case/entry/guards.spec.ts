import { days } from '@safeconduct/workflow';
import type { Facts } from '../facts.js';
import type { FacilityCode } from '../registers/facilities.js';
import { describeGuards, none } from '../testing/describe-guards.js';
import { at } from '../testing/state-paths.js';
import * as guards from './guards.js';

const transfer = (facility: FacilityCode) => ({ facility });
const unarmed = (): Partial<Facts> => ({ weaponsTaken: 0 });
const consentedAt = at('camped.returning.consented').now;

describeGuards(guards, [
  [guards.inHostCountry, 'camped.settled', 'holds'],
  [guards.inHostCountry, 'resolved', 'holds'],
  [guards.inHostCountry, 'resolved', 'NOT_IN_HOST_COUNTRY', { but: () => ({ outcome: 'RELOCATED' }) }],
  [guards.disarmed, 'entered.intake', 'holds'],
  [guards.disarmed, 'entered.intake', 'SURRENDER_NOT_RECORDED', { later: -days(1) }],
  [guards.disarmed, 'entered.intake', 'SURRENDER_NOT_RECORDED', { but: none('surrender') }],
  [guards.provisionalIdentity, 'entered.intake', 'holds'],
  [guards.provisionalIdentity, 'entered.intake', 'IDENTITY_NOT_RECORDED', { later: -days(1) }],
  [guards.provisionalIdentity, 'entered.intake', 'IDENTITY_NOT_RECORDED', { but: none('identity') }],
  [guards.identity, 'entered.intake', 'holds'],
  [guards.identity, 'entered.intake', 'IDENTITY_NOT_RECORDED', { but: none('identity') }],
  [guards.rightsDelivered, 'entered.intake', 'holds'],
  [guards.rightsDelivered, 'entered.intake', 'RIGHTS_NOT_DELIVERED', { but: none('rights') }],
  [guards.rightsDelivered, 'entered.intake', 'RIGHTS_NOT_DELIVERED', { later: -days(1) }],
  [
    guards.rightsDelivered,
    'entered.intake',
    'RIGHTS_NOT_UNDERSTOOD',
    { but: ({ rights }) => ({ rights: rights && { ...rights, understood: false } }) },
  ],
  [guards.interpreterApart, 'entered.intake', 'holds', { input: {} }],
  [guards.interpreterApart, 'entered.intake', 'holds', { by: 'co-1', input: { interpreterId: 'int-1' } }],
  [
    guards.interpreterApart,
    'entered.intake',
    'INTERPRETER_IS_OFFICER',
    { by: 'co-1', input: { interpreterId: 'co-1' } },
  ],
  [
    guards.interpreterApart,
    'entered.intake',
    'INTERPRETER_IS_OFFICER',
    { by: 'co-1', confirmedBy: 'sup-1', input: { interpreterId: 'sup-1' } },
  ],
  [guards.screened, 'entered.screened', 'holds'],
  [guards.screened, 'entered.intake', 'NOT_SCREENED'],
  [
    guards.screened,
    'entered.screened',
    'SCREENING_NOT_CONFIRMED',
    { but: screenedBy({ confirmedBy: undefined }) },
  ],
  [
    guards.screened,
    'entered.screened',
    'SCREENING_NOT_CONFIRMED',
    { but: screenedBy({ confirmedBy: 'co-1' }) },
  ],
  [guards.facilityFits, 'entered.screened', 'holds', { input: transfer('RUTBA') }],
  [
    guards.facilityFits,
    'entered.screened',
    'FACILITY_UNSUITABLE',
    { but: screenedBy({ category: 'UNDETERMINED' }), input: transfer('BAGHDAD') },
  ],
  [
    guards.facilityFits,
    'entered.screened',
    'holds',
    { but: screenedBy({ category: 'UNDETERMINED' }), input: transfer('QAIM') },
  ],
  [guards.facilityFits, 'camped.settled', 'FACILITY_UNCHANGED', { input: transfer('QAIM') }],
  [
    guards.facilityFits,
    'camped.settled',
    'holds',
    { but: () => ({ bringBackFrom: consentedAt }), input: transfer('QAIM') },
  ],
  [guards.civilian, 'entered.screened', 'holds', { but: screenedBy({ category: 'CIVILIAN_STAFF' }) }],
  [guards.civilian, 'entered.screened', 'NOT_CIVILIAN'],
  [guards.registeredInError, 'entered.intake', 'holds', { but: unarmed }],
  [guards.registeredInError, 'entered.intake', 'VOID_TOO_LATE', { but: unarmed, later: days(8) }],
  [guards.registeredInError, 'entered.intake', 'WEAPONS_TAKEN'],
  [guards.registeredInError, 'entered.intake', 'ENTERED_BEFORE', { but: () => ({ episode: 2 }) }],
  [
    guards.adult,
    'camped.settled',
    'NOT_CERTAINLY_ADULT',
    { but: () => ({ asChild: { at: consentedAt, determined: false } }) },
  ],
  [guards.adult, 'camped.settled', 'holds'],
  [guards.adult, 'camped.settled', 'NOT_CERTAINLY_ADULT', { but: () => ({ adult: false }) }],
]);

function screenedBy(change: Partial<NonNullable<Facts['screening']>>): (facts: Facts) => Partial<Facts> {
  return ({ screening }) => ({ screening: screening && { ...screening, ...change } });
}
