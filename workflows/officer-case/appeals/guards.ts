import { fails, holds, holdsWith, type Guard } from '@safeconduct/workflow';
import { returnRisk } from '../custody/facts.js';
import type { Facts } from '../facts.js';
import { limits } from '../limits.js';
import { isAppeal } from './facts.js';

interface Numbered {
  readonly appealNo: string;
}

/** An appeal is pending. Asked before the form is filled in. */
export const appealPending: Guard<Facts, unknown, 'NO_APPEAL_PENDING'> = {
  id: 'G-APPEALED',
  version: 1,
  codes: ['NO_APPEAL_PENDING'],
  ask: ({ appeals }) =>
    appeals.length === 0 ? fails('NO_APPEAL_PENDING') : holdsWith({ count: appeals.length }),
};

/** The appeal with this number is pending. */
export const appealKnown: Guard<Facts, Numbered, 'APPEAL_NOT_FOUND'> = {
  id: 'G-APPEAL-KNOWN',
  version: 1,
  codes: ['APPEAL_NOT_FOUND'],
  readsInput: true,
  ask: ({ appeals }, { input: { appealNo } }) =>
    appeals.some(isAppeal(appealNo)) ? holdsWith({ appealNo }) : fails('APPEAL_NOT_FOUND', { appealNo }),
};

/** A number names one appeal. */
export const appealNumberFree: Guard<Facts, Numbered, 'APPEAL_NUMBER_TAKEN'> = {
  id: 'G-APPEAL-NO',
  version: 1,
  codes: ['APPEAL_NUMBER_TAKEN'],
  readsInput: true,
  ask: ({ appeals }, { input: { appealNo } }) =>
    appeals.some(isAppeal(appealNo)) ? fails('APPEAL_NUMBER_TAKEN', { appealNo }) : holdsWith({ appealNo }),
};

/** Only so many appeals are pending at once: every reader of the case gets them all. */
export const roomForAppeal: Guard<Facts, unknown, 'APPEALS_TOO_MANY'> = {
  id: 'G-APPEALS-MAX',
  version: 1,
  codes: ['APPEALS_TOO_MANY'],
  ask: ({ appeals }) =>
    appeals.length < limits.appealsMax
      ? holds
      : fails('APPEALS_TOO_MANY', { count: appeals.length, max: limits.appealsMax }),
};

/** Nobody decides the appeal against a finding of their own. */
export const notOwnFinding: Guard<Facts, Numbered, 'DECIDES_ON_OWN_FINDING'> = {
  id: 'G-APPEAL-4E',
  version: 1,
  codes: ['DECIDES_ON_OWN_FINDING'],
  readsInput: true,
  ask(facts, { input: { appealNo }, actor, confirmation }) {
    const against = facts.appeals.find(isAppeal(appealNo))?.against;
    const found = against === 'risk' ? returnRisk(facts)?.by : undefined;
    const assessed = against === 'assurance' ? facts.assurance?.assessment : undefined;
    const finders = [found, assessed?.by, assessed?.confirmedBy].filter((id) => id !== undefined);
    return finders.includes(actor.id) || finders.includes(confirmation?.by.id ?? '')
      ? fails('DECIDES_ON_OWN_FINDING')
      : holds;
  },
};

/** No appeal is pending: it suspends what it is against. */
export const noAppeal: Guard<Facts, unknown, 'APPEAL_PENDING'> = {
  id: 'G-NOAPPEAL',
  version: 1,
  codes: ['APPEAL_PENDING'],
  ask({ appeals }, { now }) {
    const appeal = appeals.find(({ at }) => at <= now);
    return appeal === undefined
      ? holds
      : fails('APPEAL_PENDING', { appealNo: appeal.appealNo, filedAt: appeal.at });
  },
};
