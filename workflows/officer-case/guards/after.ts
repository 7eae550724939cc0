import { fails, holdsWith, type Guard } from '@safeconduct/workflow';
import type { Facts } from '../facts.js';
import type { Outcome, ReopenTarget } from '../vocabulary.js';

/** The last contact found him safe, or he could not be reached and the summary says why nothing more can be done. */
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

/** Where a case goes when it is opened again, by its outcome. Who was relocated must first be back in the host country. */
export const reopenMap: Readonly<Record<Outcome, ReopenTarget | undefined>> = {
  REMAINS_IN_HOST: 'camped.settled',
  RETURNED_VOLUNTARILY: 'returned.alert',
  RELOCATED: undefined,
};

/** The outcome decides where the case may go. */
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
