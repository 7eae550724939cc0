import { fails, holds, type Guard } from '@safeconduct/workflow';
import { returnRisk } from '../custody/facts.js';
import type { Facts } from '../facts.js';
import { limits } from '../limits.js';
import { numberedGuards } from '../numbered.js';
import { isAppeal } from './facts.js';

interface Numbered {
  readonly appealNo: string;
}

/** An appeal is pending; the one with a number is; a number is free; there is room for one more. */
export const {
  some: appealPending,
  known: appealKnown,
  free: appealNumberFree,
  room: roomForAppeal,
} = numberedGuards({
  field: 'appealNo',
  of: ({ appeals }) => appeals,
  max: limits.appealsMax,
  ids: { some: 'G-APPEALED', known: 'G-APPEAL-KNOWN', free: 'G-APPEAL-NO', room: 'G-APPEALS-MAX' },
  codes: {
    some: 'NO_APPEAL_PENDING',
    known: 'APPEAL_NOT_FOUND',
    free: 'APPEAL_NUMBER_TAKEN',
    room: 'APPEALS_TOO_MANY',
  },
  opensBy: ['FileAppeal'],
  endsBy: ['DecideAppeal'],
});

/** Nobody decides the appeal against a finding of their own. */
export const notOwnFinding: Guard<Facts, Numbered, 'DECIDES_ON_OWN_FINDING'> = {
  id: 'G-APPEAL-4E',
  version: 1,
  codes: ['DECIDES_ON_OWN_FINDING'],
  remedies: [],
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
  remedies: ['DecideAppeal'],
  ask({ appeals }, { now }) {
    const appeal = appeals.find(({ at }) => at <= now);
    return appeal === undefined
      ? holds
      : fails('APPEAL_PENDING', { appealNo: appeal.appealNo, filedAt: appeal.at });
  },
};
