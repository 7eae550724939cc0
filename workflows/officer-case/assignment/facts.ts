import type { FactsByEvent } from '@safeconduct/workflow';
import type { Events } from '../events.js';
import type { Facts } from '../facts.js';

export interface AssignmentFacts {
  readonly officer?: string | undefined;
}

export const assignmentFacts: FactsByEvent<Facts, Events> = {
  CaseAssigned: (facts, { officer }) => ({ ...facts, officer }),
  CaseReassigned: (facts, { officer }) => ({ ...facts, officer }),
};

/**
 * The case officer: the officer the case is assigned to or, before an assignment, the officer who screened
 * the person.
 */
export const caseOfficerOf = ({ officer, screening }: Facts): string | undefined => officer ?? screening?.by;
