import { compareText, plus, type Deadline, type Instant } from '@safeconduct/workflow';
import { returnRisk } from '../custody/facts.js';
import type { Facts } from '../facts.js';
import { stops } from '../holds/facts.js';
import { limits } from '../limits.js';
import type { Role } from '../roles.js';
import { isInHost } from '../states.js';

/**
 * The deadlines of the decision on a return, of its consent and its risk assessment, and of a person on the way
 * who cannot cross.
 */
export const returnDeadlines: Readonly<Record<string, Deadline<Facts, Role>>> = {
  returnConsent: {
    role: 'caseOfficer',
    dueAt: (facts, state) => {
      const givenAt = facts.return?.consent?.at;
      return isReturning(state) && givenAt !== undefined
        ? plus(givenAt, limits.returnConsentLife)
        : undefined;
    },
    then: 'ExpireReturnConsent',
  },
  riskAssessment: {
    role: 'protection',
    dueAt: (facts, state) => {
      const risk = returnRisk(facts);
      return isReturning(state) && risk !== undefined ? plus(risk.at, limits.riskLife) : undefined;
    },
  },
  returnDecision: {
    role: 'supervisor',
    dueAt: ({ return: track }, state) =>
      isReturning(state) && track !== undefined && track.clearance === undefined
        ? plus(track.requestedAt, limits.returnDecision)
        : undefined,
  },
  heldOnTheWay: {
    role: 'crossing',
    dueAt: (facts, state) => {
      const movedAt = facts.return?.movement?.at;
      const stoppedAt = handoverStoppedAt(facts);
      if (!isOnTheWay(state) || movedAt === undefined || stoppedAt === undefined) return undefined;
      return plus(stoppedAt > movedAt ? stoppedAt : movedAt, limits.heldOnTheWay);
    },
  },
  bringBack: {
    role: 'crossing',
    dueAt: ({ bringBackFrom }, state) =>
      isInHost(state) && bringBackFrom !== undefined ? plus(bringBackFrom, limits.bringBack) : undefined,
  },
};

/** Since when something stops the handover that no date of its own ends. */
function handoverStoppedAt(facts: Facts): Instant | undefined {
  const { return: track, holds, appeals, asChild } = facts;
  const risk = returnRisk(facts);
  const notExcluded = risk?.outcome === 'NO_SUBSTANTIAL_GROUNDS' ? undefined : risk;
  const standing = [...holds.filter(stops('return')), ...appeals].map(({ at }) => at);
  return [...standing, asChild?.at, notExcluded?.at, track?.disputedAt]
    .filter((at) => at !== undefined)
    .toSorted(compareText)[0];
}

const isOnTheWay = (state: string): boolean => state.endsWith('.returning.inTransit');
const isReturning = (state: string): boolean => state.includes('.returning.');
