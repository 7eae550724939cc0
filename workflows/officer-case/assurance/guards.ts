import { fails, holds, holdsWith, plus, type Guard } from '@safeconduct/workflow';
import type { answers, verdicts } from '../code-lists.js';
import type { Facts } from '../facts.js';
import { endOfValidity } from '../field.js';
import { limits } from '../limits.js';

type AssuranceCode =
  'ASSURANCE_MISSING' | 'ASSURANCE_NOT_ADEQUATE' | 'ASSURANCE_NOT_ACCEPTED' | 'ASSURANCE_ENDS_TOO_SOON';

/**
 * A case that requires an assurance has one: found adequate, accepted by the person, and valid long enough.
 */
export const assured: Guard<Facts, unknown, AssuranceCode> = {
  id: 'G-ASR',
  version: 1,
  codes: ['ASSURANCE_MISSING', 'ASSURANCE_NOT_ADEQUATE', 'ASSURANCE_NOT_ACCEPTED', 'ASSURANCE_ENDS_TOO_SOON'],
  ask({ assuranceRequired, assurance }, { now }) {
    if (!assuranceRequired) return holdsWith({ required: false });
    if (assurance?.instrument === undefined) return fails('ASSURANCE_MISSING');
    if (assurance.assessment === undefined) return fails('ASSURANCE_NOT_ADEQUATE');
    if (assurance.acceptance === undefined) return fails('ASSURANCE_NOT_ACCEPTED');
    const { instrumentNo, validUntil } = assurance.instrument;
    const neededUntil = plus(now, limits.assuranceWindow);
    return endOfValidity(validUntil) < neededUntil
      ? fails('ASSURANCE_ENDS_TOO_SOON', { validUntil, neededUntil })
      : holdsWith({ required: true, instrumentNo, validUntil });
  },
};

/**
 * The same guard for the request of a return. It asks in `pendingAssurance` only: in `camped` the person may
 * always request a return, and `assured` is asked before the clearance.
 */
export const assuredBeforeRequest: Guard<Facts, unknown, AssuranceCode> = {
  ...assured,
  ask: (facts, context) =>
    context.state.startsWith('pendingAssurance.') ? assured.ask(facts, context) : holds,
};

/**
 * The name goes only to an authority to which the person agreed; a request to any other authority is
 * anonymous.
 */
export const disclosureAgreed: Guard<
  Facts,
  { readonly authority: string; readonly anonymous: boolean },
  'DISCLOSURE_NOT_AGREED'
> = {
  id: 'G-DISC',
  version: 1,
  codes: ['DISCLOSURE_NOT_AGREED'],
  readsInput: true,
  ask({ assurance }, { input: { authority, anonymous } }) {
    if (anonymous) return holdsWith({ authority, anonymous });
    const agreed = assurance?.disclosures.some((consent) => consent.authority === authority) === true;
    return agreed ? holdsWith({ authority, anonymous }) : fails('DISCLOSURE_NOT_AGREED', { authority });
  },
};

/** An assurance is adequate only when each of the eleven criteria has an answer. */
export const criteriaAnswered: Guard<
  Facts,
  { readonly verdict: (typeof verdicts)[number]; readonly criteria: readonly (typeof answers)[number][] },
  'CRITERIA_UNANSWERED'
> = {
  id: 'G-CRITERIA',
  version: 1,
  codes: ['CRITERIA_UNANSWERED'],
  readsInput: true,
  ask(_facts, { input: { verdict, criteria } }) {
    const unanswered = criteria.filter((answer) => answer === 'unknown').length;
    return verdict === 'adequate' && unanswered > 0
      ? fails('CRITERIA_UNANSWERED', { unanswered })
      : holdsWith({ verdict, unanswered });
  },
};

/** A lawyer was offered before the person accepted the text that was read out. */
export const lawyerOffered: Guard<Facts, { readonly counselOffered: boolean }, 'LAWYER_NOT_OFFERED'> = {
  id: 'G-LAWYER',
  version: 1,
  codes: ['LAWYER_NOT_OFFERED'],
  readsInput: true,
  ask: (_facts, { input: { counselOffered } }) =>
    counselOffered ? holdsWith({ counselOffered }) : fails('LAWYER_NOT_OFFERED'),
};
