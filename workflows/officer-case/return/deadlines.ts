import { plus, type Deadline } from '@safeconduct/workflow';
import type { Facts } from '../facts.js';
import { limits } from '../limits.js';
import type { Role } from '../roles.js';
import { isInHost } from '../states.js';

/** The deadlines of the consent and the risk assessment of a return, and of bringing a person back. */
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
    dueAt: ({ risk }, state) =>
      isReturning(state) && risk !== undefined ? plus(risk.at, limits.riskLife) : undefined,
  },
  bringBack: {
    role: 'crossing',
    dueAt: ({ bringBackFrom }, state) =>
      isInHost(state) && bringBackFrom !== undefined ? plus(bringBackFrom, limits.bringBack) : undefined,
  },
};

const isReturning = (state: string): boolean => state.includes('.returning.');
