import type { Actor } from '@safeconduct/workflow';
import type { Awaitable } from '../events/codec.js';

/**
 * Who stands behind an id. Asked by the edges, once for each person a command names: HTTP, command line, import. The
 * engine itself is handed actors and never asks.
 */
export interface Identity {
  /**
   * The actor with exactly this id and every role they hold now; `undefined` when nobody is known under it. The same id
   * is the same person for ever, while roles may come and go. Answers at once where nothing has to be fetched, so that a
   * caller who sends many commands awaits only a promise.
   * @throws StoreUnavailableError  it could not be found out; that is never answered as `undefined`
   */
  actorOf(id: string): Awaitable<Actor | undefined>;
}
