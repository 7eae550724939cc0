import { fails, holdsWith, msBetween, plus, type Guard, type Instant } from '@safeconduct/workflow';
import { caseOfficerOf } from '../assignment/facts.js';
import type { Facts } from '../facts.js';
import { limits } from '../limits.js';

/** The person has consented to return, has not withdrawn, and the consent has not expired. */
export const returnConsent: Guard<Facts, unknown, 'CONSENT_MISSING' | 'CONSENT_EXPIRED'> = {
  id: 'G-CONSENT',
  version: 1,
  codes: ['CONSENT_MISSING', 'CONSENT_EXPIRED'],
  remedies: ['GiveReturnConsent'],
  ask(facts, { now }) {
    const consent = facts.return?.consent;
    if (consent === undefined) return fails('CONSENT_MISSING');
    const expiresAt = plus(consent.at, limits.returnConsentLife);
    return now < expiresAt
      ? holdsWith({ givenAt: consent.at, formVersion: consent.formVersion })
      : fails('CONSENT_EXPIRED', { givenAt: consent.at, expiresAt });
  },
};

/** A free decision is verified by somebody who neither runs the case nor took the consent. */
export const independentReviewer: Guard<
  Facts,
  unknown,
  'REVIEWER_IS_CASE_OFFICER' | 'REVIEWER_TOOK_CONSENT'
> = {
  id: 'G-4E',
  version: 1,
  codes: ['REVIEWER_IS_CASE_OFFICER', 'REVIEWER_TOOK_CONSENT'],
  remedies: [],
  ask(facts, { actor }) {
    if (actor.id === caseOfficerOf(facts)) return fails('REVIEWER_IS_CASE_OFFICER');
    return actor.id === facts.return?.consent?.by ? fails('REVIEWER_TOOK_CONSENT') : holdsWith({});
  },
};

/** Between signature and manifest the person has had time to think again. */
export const cooledOff: Guard<Facts, unknown, 'CONSENT_MISSING' | 'COOLING_OFF_RUNNING'> = {
  id: 'G-COOL',
  version: 1,
  codes: ['CONSENT_MISSING', 'COOLING_OFF_RUNNING'],
  remedies: ['GiveReturnConsent'],
  ask(facts, { now }) {
    const givenAt = facts.return?.consent?.at;
    if (givenAt === undefined) return fails('CONSENT_MISSING');
    const endsAt = plus(givenAt, limits.coolingOff);
    return now < endsAt ? fails('COOLING_OFF_RUNNING', { endsAt }) : holdsWith({ endsAt });
  },
};

/** The person confirmed the consent again, after giving it and shortly before leaving. */
export const reconfirmed: Guard<
  Facts,
  { readonly reconfirmedAt: Instant },
  'CONSENT_MISSING' | 'RECONFIRMED_IN_FUTURE' | 'RECONFIRMED_BEFORE_CONSENT' | 'RECONFIRMATION_TOO_OLD'
> = {
  id: 'G-RECON',
  version: 1,
  codes: ['CONSENT_MISSING', 'RECONFIRMED_IN_FUTURE', 'RECONFIRMED_BEFORE_CONSENT', 'RECONFIRMATION_TOO_OLD'],
  remedies: ['GiveReturnConsent'],
  readsInput: true,
  ask(facts, { input: { reconfirmedAt }, now }) {
    const givenAt = facts.return?.consent?.at;
    if (givenAt === undefined) return fails('CONSENT_MISSING');
    if (reconfirmedAt > now) return fails('RECONFIRMED_IN_FUTURE', { reconfirmedAt });
    if (reconfirmedAt <= givenAt) return fails('RECONFIRMED_BEFORE_CONSENT', { reconfirmedAt, givenAt });
    return msBetween(reconfirmedAt, now) > limits.reconfirmationLife
      ? fails('RECONFIRMATION_TOO_OLD', { reconfirmedAt })
      : holdsWith({ reconfirmedAt });
  },
};

/** The lists of both sides agree about the person. */
export const undisputed: Guard<Facts, unknown, 'HANDOVER_DISPUTED'> = {
  id: 'G-UNDISPUTED',
  version: 1,
  codes: ['HANDOVER_DISPUTED'],
  remedies: ['AbortMovement'],
  ask({ return: track }) {
    const since = track?.disputedAt;
    return since === undefined ? holdsWith({}) : fails('HANDOVER_DISPUTED', { since });
  },
};

/** The person turned back on the way to the crossing, and has not arrived yet. */
export const awaitedBack: Guard<Facts, unknown, 'NOBODY_AWAITED_BACK'> = {
  id: 'G-BRING-BACK',
  version: 1,
  codes: ['NOBODY_AWAITED_BACK'],
  remedies: ['AbortMovement'],
  ask: ({ bringBackFrom }) =>
    bringBackFrom === undefined ? fails('NOBODY_AWAITED_BACK') : holdsWith({ since: bringBackFrom }),
};

/** The receiving side has confirmed that it receives the person. */
export const received: Guard<Facts, unknown, 'RECEPTION_NOT_CONFIRMED'> = {
  id: 'G-RCV',
  version: 1,
  codes: ['RECEPTION_NOT_CONFIRMED'],
  remedies: ['ConfirmReception'],
  ask(facts, { now }) {
    const reception = facts.return?.reception;
    return reception === undefined || reception.at > now
      ? fails('RECEPTION_NOT_CONFIRMED')
      : holdsWith({ acceptanceRef: reception.acceptanceRef });
  },
};
