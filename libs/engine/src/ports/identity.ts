import type { Actor } from '@safeconduct/workflow';
import type { Awaitable } from '../awaitable.js';

/**
 * Finds the actor of an id, and what they may beyond the roles of workflows. Called at the edges for each person who acts or
 * confirms, and by the engine for those whom the form of a command names.
 */
export interface Identity {
  /**
   * The actor with exactly this id and every role they hold now; `undefined` when the id is unknown. The same
   * id is the same person for ever, while roles may come and go. Returns without a promise where nothing has
   * to be fetched, so that a caller who sends many commands awaits only where it must.
   * @throws StoreUnavailableError  the look-up failed; that is never answered as `undefined`
   */
  actorOf(id: string): Awaitable<Actor | undefined>;
  /**
   * The same for a decision that was taken and recorded elsewhere, or before: with every role that they hold or held, also
   * where they have left since or were never registered here.
   * @throws StoreUnavailableError  as above
   */
  recordedActorOf(id: string): Awaitable<Actor | undefined>;
  /**
   * Whether who has this id may import decisions of other persons: rows whose actor or second person is somebody else.
   * No role of a workflow gives it. An id that is not known may not.
   * @throws StoreUnavailableError  as above
   */
  mayImportForOthers(id: string): Awaitable<boolean>;
}
