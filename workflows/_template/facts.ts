import type { FactsByEvent, Instant } from '@safeconduct/workflow';
import type { Events } from './events.js';

/** The facts of a request that a rule or a list needs. */
export interface Facts {
  readonly openedAt: Instant;
  readonly notes: number;
  readonly overdue: boolean;
}

export const initialFacts: Facts = { openedAt: '', notes: 0, overdue: false };

export const evolve: FactsByEvent<Facts, Events> = {
  RequestOpened: (facts, _data, { occurredAt }) => ({ ...facts, openedAt: occurredAt }),
  NoteAdded: (facts) => ({ ...facts, notes: facts.notes + 1 }),
  AnswerOverdue: (facts) => ({ ...facts, overdue: true }),
};
