import { fails, holds, holdsWith, plus, type Guard } from '@safeconduct/workflow';
import { criteria as allCriteria, type answers, type Criterion, type verdicts } from '../code-lists.js';
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
  remedies: ['RecordAssurance', 'AssessAssurance', 'AcceptAssurance'],
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
 * The name goes only to an authority to which the person agreed, in this procedure: since the route was opened
 * or, without one, since the return was requested. A request to any other authority is anonymous.
 */
export const disclosureAgreed: Guard<
  Facts,
  { readonly authority: string; readonly anonymous?: boolean },
  'DISCLOSURE_NOT_AGREED'
> = {
  id: 'G-DISC',
  version: 2,
  codes: ['DISCLOSURE_NOT_AGREED'],
  remedies: ['GiveDisclosureConsent'],
  readsInput: true,
  ask({ assurance, return: track, disclosures }, { input: { authority, anonymous = false }, now }) {
    if (anonymous) return holdsWith({ authority, anonymous });
    const since = assurance?.openedAt ?? track?.requestedAt;
    const agreedAt = disclosures[authority]?.at;
    return agreedAt !== undefined && since !== undefined && agreedAt >= since && agreedAt <= now
      ? holdsWith({ authority, anonymous, agreedAt })
      : fails('DISCLOSURE_NOT_AGREED', { authority });
  },
};

interface Assessed {
  readonly verdict: (typeof verdicts)[number];
  readonly criteria: Readonly<
    Record<Criterion, { readonly answer: (typeof answers)[number]; readonly note?: string | undefined }>
  >;
}

/**
 * The verdict is that of the assessors. Where they find an assurance adequate although a criterion does not speak
 * for it, they say why.
 */
export const criteriaNoted: Guard<Facts, Assessed, 'CRITERIA_WITHOUT_NOTE'> = {
  id: 'G-CRITERIA',
  version: 2,
  codes: ['CRITERIA_WITHOUT_NOTE'],
  remedies: [],
  readsInput: true,
  ask(_facts, { input: { verdict, criteria } }) {
    const against = allCriteria.filter((each) => criteria[each].answer !== 'yes');
    const unexplained = against.filter((each) => criteria[each].note === undefined);
    return verdict === 'adequate' && unexplained.length > 0
      ? fails('CRITERIA_WITHOUT_NOTE', { count: unexplained.length, criteria: unexplained })
      : holdsWith({ verdict, against });
  },
};

/** The instrument has not ended when the person accepts it. */
export const instrumentValid: Guard<Facts, unknown, 'ASSURANCE_MISSING' | 'ASSURANCE_ENDED'> = {
  id: 'G-INSTRUMENT',
  version: 1,
  codes: ['ASSURANCE_MISSING', 'ASSURANCE_ENDED'],
  remedies: ['RecordAssurance'],
  ask({ assurance }, { now }) {
    if (assurance?.instrument === undefined) return fails('ASSURANCE_MISSING');
    const { instrumentNo, validUntil } = assurance.instrument;
    return endOfValidity(validUntil) < now
      ? fails('ASSURANCE_ENDED', { instrumentNo, validUntil })
      : holdsWith({ instrumentNo, validUntil });
  },
};

/** A lawyer was offered before the person accepted the text that was read out. */
export const lawyerOffered: Guard<Facts, { readonly counselOffered: boolean }, 'LAWYER_NOT_OFFERED'> = {
  id: 'G-LAWYER',
  version: 1,
  codes: ['LAWYER_NOT_OFFERED'],
  remedies: [],
  readsInput: true,
  ask: (_facts, { input: { counselOffered } }) =>
    counselOffered ? holdsWith({ counselOffered }) : fails('LAWYER_NOT_OFFERED'),
};
