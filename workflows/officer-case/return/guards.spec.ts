import { days, hours, plus } from '@safeconduct/workflow';
import { describeGuards, none } from '../testing/describe-guards.js';
import { at } from '../testing/state-paths.js';
import * as guards from './guards.js';

const consentedAt = at('camped.returning.consented').now;

describeGuards(guards, [
  [guards.independentReviewer, 'camped.returning.consented', 'holds', { by: 'pro-1' }],
  [
    guards.independentReviewer,
    'camped.returning.consented',
    'REVIEWER_IS_CASE_OFFICER',
    { by: 'co-1', but: none('officer') },
  ],
  [
    guards.independentReviewer,
    'camped.returning.consented',
    'REVIEWER_TOOK_CONSENT',
    { by: 'co-1', but: () => ({ officer: 'co-2' }) },
  ],
  [guards.returnConsent, 'camped.returning.consented', 'holds', { later: days(30) - 1 }],
  [guards.returnConsent, 'camped.returning.consented', 'CONSENT_EXPIRED', { later: days(30) }],
  [guards.returnConsent, 'camped.returning.requested', 'CONSENT_MISSING'],
  [guards.cooledOff, 'camped.returning.consented', 'holds', { later: hours(24) }],
  [guards.cooledOff, 'camped.returning.consented', 'COOLING_OFF_RUNNING', { later: hours(24) - 1 }],
  [guards.cooledOff, 'camped.returning.requested', 'CONSENT_MISSING'],
  [
    guards.reconfirmed,
    'camped.returning.consented',
    'holds',
    { input: reconfirmed(1), later: hours(24) + 1 },
  ],
  [
    guards.reconfirmed,
    'camped.returning.consented',
    'RECONFIRMATION_TOO_OLD',
    { input: reconfirmed(1), later: hours(24) + 2 },
  ],
  [guards.reconfirmed, 'camped.returning.consented', 'RECONFIRMED_BEFORE_CONSENT', { input: reconfirmed(0) }],
  [guards.reconfirmed, 'camped.returning.consented', 'RECONFIRMED_IN_FUTURE', { input: reconfirmed(1) }],
  [guards.reconfirmed, 'camped.returning.requested', 'CONSENT_MISSING', { input: reconfirmed(1) }],
  [guards.received, 'camped.returning.cleared', 'holds'],
  [guards.received, 'camped.returning.verified', 'RECEPTION_NOT_CONFIRMED'],
  [guards.received, 'camped.returning.cleared', 'RECEPTION_NOT_CONFIRMED', { later: -1 }],
  [guards.undisputed, 'camped.returning.inTransit', 'holds'],
  [
    guards.undisputed,
    'camped.returning.inTransit',
    'HANDOVER_DISPUTED',
    { but: ({ return: track }) => ({ return: track && { ...track, disputedAt: consentedAt } }) },
  ],
  [guards.awaitedBack, 'camped.settled', 'holds', { but: () => ({ bringBackFrom: consentedAt }) }],
  [guards.awaitedBack, 'camped.settled', 'NOBODY_AWAITED_BACK'],
]);

function reconfirmed(msAfterConsent: number) {
  return { reconfirmedAt: plus(consentedAt, msAfterConsent) };
}
