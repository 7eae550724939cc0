import type { Actor } from '@safeconduct/workflow';

/**
 * Who asks, and what for. Every read goes through `engine.queries` with a reader, so what a reader may see, the log of
 * what was read, and the unsealing of personal fields have one place: the functions behind that door. Today they answer
 * every reader alike.
 */
export interface Reader {
  readonly actor: Actor;
  /** A name in code, such as the id of the operation that is served; no text that somebody sent. */
  readonly purpose: string;
}

/** The reader of a loop that the system runs by itself, such as that of the deadlines. */
export const systemReader = (purpose: string): Reader => ({
  actor: { id: 'system', roles: ['system'] },
  purpose,
});
