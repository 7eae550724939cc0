import { instant, type FactsByEvent } from '@safeconduct/workflow';
import { z } from 'zod';
import type { Events } from './events.js';

/** The facts of a request that a rule or a list needs, in the order in which a case shows them. */
export const Facts = z.strictObject({
  openedAt: instant,
  notes: z.int(),
  overdue: z.boolean(),
});
export type Facts = Readonly<z.infer<typeof Facts>>;

export const initialFacts: Facts = { openedAt: '', notes: 0, overdue: false };

export const evolve: FactsByEvent<Facts, Events> = {
  RequestOpened: (facts, _data, { occurredAt }) => ({ ...facts, openedAt: occurredAt }),
  NoteAdded: (facts) => ({ ...facts, notes: facts.notes + 1 }),
  AnswerOverdue: (facts) => ({ ...facts, overdue: true }),
};
