import { fails, holdsWith, msBetween, plus, type Guard, type Instant } from '@safeconduct/workflow';
import type { Facts } from '../facts.js';
import { limits } from '../limits.js';

/** He consented to return, did not take it back, and it was not too long ago. */
export const returnConsent: Guard<Facts, unknown, 'CONSENT_MISSING' | 'CONSENT_EXPIRED'> = {
  id: 'G-CONSENT',
  version: 1,
  codes: ['CONSENT_MISSING', 'CONSENT_EXPIRED'],
  ask(facts, { now }) {
    const consent = facts.return?.consent;
    if (consent === undefined) return fails('CONSENT_MISSING');
    const expiresAt = plus(consent.at, limits.returnConsentLife);
    return now < expiresAt
      ? holdsWith({ givenAt: consent.at, formVersion: consent.formVersion })
      : fails('CONSENT_EXPIRED', { givenAt: consent.at, expiresAt });
  },
};

/** Between his signature and the manifest he has time to think again. */
export const cooledOff: Guard<Facts, unknown, 'CONSENT_MISSING' | 'COOLING_OFF_RUNNING'> = {
  id: 'G-COOL',
  version: 1,
  codes: ['CONSENT_MISSING', 'COOLING_OFF_RUNNING'],
  ask(facts, { now }) {
    const givenAt = facts.return?.consent?.at;
    if (givenAt === undefined) return fails('CONSENT_MISSING');
    const endsAt = plus(givenAt, limits.coolingOff);
    return now < endsAt ? fails('COOLING_OFF_RUNNING', { endsAt }) : holdsWith({ endsAt });
  },
};

/** He was asked again shortly before he leaves, after he had consented. */
export const reconfirmed: Guard<
  Facts,
  { readonly reconfirmedAt: Instant },
  'CONSENT_MISSING' | 'RECONFIRMED_IN_FUTURE' | 'RECONFIRMED_BEFORE_CONSENT' | 'RECONFIRMATION_TOO_OLD'
> = {
  id: 'G-RECON',
  version: 1,
  codes: ['CONSENT_MISSING', 'RECONFIRMED_IN_FUTURE', 'RECONFIRMED_BEFORE_CONSENT', 'RECONFIRMATION_TOO_OLD'],
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

/** The receiving side has confirmed that it takes him in. */
export const received: Guard<Facts, unknown, 'RECEPTION_NOT_CONFIRMED'> = {
  id: 'G-RCV',
  version: 1,
  codes: ['RECEPTION_NOT_CONFIRMED'],
  ask(facts) {
    const reception = facts.return?.reception;
    return reception === undefined
      ? fails('RECEPTION_NOT_CONFIRMED')
      : holdsWith({ acceptanceRef: reception.acceptanceRef });
  },
};
