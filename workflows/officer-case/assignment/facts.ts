import type { FactEvent, FactsByEvent, Instant } from '@safeconduct/workflow';
import type { Events } from '../events.js';
import type { Facts } from '../facts.js';

export interface AssignmentFacts {
  readonly officer?: string | undefined;
  /** Since when the case is assigned to that officer. */
  readonly assignedAt?: Instant | undefined;
}

export const assignmentFacts: FactsByEvent<Facts, Events> = {
  CaseAssigned: (facts, { officer }, event) => assigned(facts, officer, event),
  CaseReassigned: (facts, { officer }, event) => assigned(facts, officer, event),
};

/**
 * The case officer: the officer the case is assigned to or, before an assignment, the officer who screened
 * the person.
 */
export const caseOfficerOf = ({ officer, screening }: Facts): string | undefined => officer ?? screening?.by;

/** The newest assignment counts, whatever was entered last. */
const assigned = (facts: Facts, officer: string, { occurredAt }: FactEvent): Facts =>
  facts.assignedAt !== undefined && facts.assignedAt > occurredAt
    ? facts
    : { ...facts, officer, assignedAt: occurredAt };
