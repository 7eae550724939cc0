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
  remedies: ['RecordContact'],
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
  remedies: ['RecordContact'],
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
 * The state of a reopened case, by its outcome; or the command that opens it again. A person who has left has to enter
 * again, one who has absconded has to be located, and a death has to be a mistake.
 */
export const reopenMap: Readonly<Record<Outcome, ReopenTarget | { readonly by: string }>> = {
  RETURNED_VOLUNTARILY: 'returned.alert',
  REMOVED_IRREGULARLY: 'returned.alert',
  RELOCATED: { by: 'RecordReEntry' },
  SPONTANEOUS_DEPARTURE: { by: 'RecordReEntry' },
  REMAINS_IN_HOST: 'camped.settled',
  // Nobody comes to a facility without screening and placement.
  TRANSFERRED_CHILD_PROTECTION: 'entered.childTrack',
  TRANSFERRED_CIVIL: 'entered.screened',
  TRANSFERRED_JUSTICE: 'camped.settled',
  REGISTERED_IN_ERROR: 'entered.intake',
  ABSCONDED: { by: 'Locate' },
  DECEASED: { by: 'ApproveCorrection' },
};

/** The state to which a case is opened again; a person who never came to a facility begins at the intake. */
function reopensTo({ outcome, placedAt }: Facts): ReopenTarget | { readonly by: string | null } {
  const target = outcome === undefined ? { by: null } : reopenMap[outcome];
  return target === 'camped.settled' ? home({ placedAt }) : target;
}

/** Where a person is who is back in the host country's charge. */
export const home = ({ placedAt }: Pick<Facts, 'placedAt'>): 'camped.settled' | 'entered.intake' =>
  placedAt === undefined ? 'entered.intake' : 'camped.settled';

/** The state to which an appeal against the closing of a case leads back, where it can. */
export function reopensAfterAppeal(facts: Facts): ReopenTarget | undefined {
  if (facts.outcome === 'ABSCONDED') return home(facts);
  const target = reopensTo(facts);
  return typeof target === 'string' ? target : undefined;
}

/** The case is reopened to the state that its outcome allows. */
export const reopensThere: Guard<
  Facts,
  { readonly proposedState: ReopenTarget },
  'REOPENED_BY_OTHER_COMMAND' | 'REOPENS_ELSEWHERE'
> = {
  id: 'G-REOPEN',
  version: 2,
  codes: ['REOPENED_BY_OTHER_COMMAND', 'REOPENS_ELSEWHERE'],
  remedies: [],
  readsInput: true,
  ask(facts, { input: { proposedState } }) {
    const { outcome } = facts;
    const target = reopensTo(facts);
    if (typeof target === 'object') {
      return fails('REOPENED_BY_OTHER_COMMAND', { outcome: outcome ?? null, command: target.by });
    }
    return target === proposedState
      ? holdsWith({ outcome: outcome ?? null, proposedState })
      : fails('REOPENS_ELSEWHERE', { outcome: outcome ?? null, proposedState, target });
  },
};

/**
 * The authority takes part in the reopening, but where the person remains in the host country and wants to go on: then
 * the protection reviewer is enough.
 */
export const reopenedByAuthority: Guard<Facts, unknown, 'REOPENING_NEEDS_AUTHORITY'> = {
  id: 'G-REOPEN-BY',
  version: 1,
  codes: ['REOPENING_NEEDS_AUTHORITY'],
  remedies: [],
  // Who confirms is known when the form is sent.
  readsInput: true,
  ask: ({ outcome }, { confirmation }) =>
    confirmation?.by.role === 'authority' || outcome === 'REMAINS_IN_HOST'
      ? holdsWith({ outcome: outcome ?? null })
      : fails('REOPENING_NEEDS_AUTHORITY', { outcome: outcome ?? null }),
};
