import { fails, holdsWith, type Guard } from '@safeconduct/workflow';
import type { Outcome, ReopenTarget } from '../code-lists.js';
import type { Facts } from '../facts.js';
import { lastPlanned } from './plan.js';

/**
 * The last contact found the person safe, or unreachable and the summary says why nothing more can be done.
 */
export const contactSettled: Guard<Facts, unknown, 'CONTACT_MISSING' | 'LAST_CONTACT_OF_CONCERN'> = {
  id: 'G-CONTACT',
  version: 1,
  codes: ['CONTACT_MISSING', 'LAST_CONTACT_OF_CONCERN'],
  ask({ monitoring }) {
    const contact = monitoring?.lastContact;
    if (contact === undefined) return fails('CONTACT_MISSING');
    const { finding, at: contactedAt } = contact;
    return finding === 'concern'
      ? fails('LAST_CONTACT_OF_CONCERN', { contactedAt })
      : holdsWith({ finding, contactedAt });
  },
};

/** The follow-up lasts until the last planned contact, or the two who close it earlier say why. */
export const planKept: Guard<Facts, { readonly earlyReason?: string | undefined }, 'CLOSED_EARLY'> = {
  id: 'G-PLAN',
  version: 1,
  codes: ['CLOSED_EARLY'],
  readsInput: true,
  ask({ monitoring }, { input: { earlyReason } }) {
    const contactedAt = monitoring?.lastContact?.at ?? '';
    const plannedUntil = monitoring === undefined ? '' : lastPlanned(monitoring.crossedAt);
    const isEarly = contactedAt < plannedUntil;
    return isEarly && earlyReason === undefined
      ? fails('CLOSED_EARLY', { plannedUntil })
      : holdsWith({ isEarly, plannedUntil });
  },
};

/**
 * The state of a reopened case, by its outcome. A relocated person has to enter the host country again first.
 */
export const reopenMap: Readonly<Record<Outcome, ReopenTarget | undefined>> = {
  REMAINS_IN_HOST: 'camped.settled',
  RETURNED_VOLUNTARILY: 'returned.alert',
  RELOCATED: undefined,
  // Nobody comes to a facility without screening and placement.
  TRANSFERRED_CHILD_PROTECTION: 'entered.childTrack',
  TRANSFERRED_CIVIL: 'entered.screened',
  REGISTERED_IN_ERROR: 'entered.intake',
};

/** The case is reopened to the state that its outcome allows. */
export const reopensThere: Guard<
  Facts,
  { readonly proposedState: ReopenTarget },
  'REOPENING_NEEDS_RE_ENTRY' | 'REOPENS_ELSEWHERE'
> = {
  id: 'G-REOPEN',
  version: 1,
  codes: ['REOPENING_NEEDS_RE_ENTRY', 'REOPENS_ELSEWHERE'],
  readsInput: true,
  ask({ outcome }, { input: { proposedState } }) {
    const target = outcome && reopenMap[outcome];
    if (target === undefined) return fails('REOPENING_NEEDS_RE_ENTRY', { outcome: outcome ?? null });
    return target === proposedState
      ? holdsWith({ outcome: outcome ?? null, proposedState })
      : fails('REOPENS_ELSEWHERE', { outcome: outcome ?? null, proposedState, target });
  },
};
