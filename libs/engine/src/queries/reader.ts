import type { Actor } from '@safeconduct/workflow';

/**
 * Who reads, and what for. Every read goes through `engine.queries` with a reader. So permissions, the log of
 * reads and the unsealing of personal fields have one place. Today every reader gets the same answers.
 */
export interface Reader {
  readonly actor: Actor;
  /** A name from the code, such as the id of the operation; never text that a client sent. */
  readonly purpose: string;
}

/** The reader of a loop that the system runs by itself, such as that of the deadlines. */
export const systemReader = (purpose: string): Reader => ({
  actor: { id: 'system', roles: ['system'] },
  purpose,
});
