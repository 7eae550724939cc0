import type { Revision } from '../ports/event-store.js';

/** What a command recorded, to answer its repetition. */
export interface DoneCommand {
  readonly hash: string;
  readonly firstRevision: Revision;
  readonly lastRevision: Revision;
}

/**
 * The commands a case has recorded, by id. The states of a case that follow one another share one list, so that a long
 * history is not copied with every step; a state looks no further in it than its own revision.
 */
export class DoneCommands {
  readonly #byId = new Map<string, DoneCommand>();

  add(commandId: string, done: DoneCommand): void {
    this.#byId.set(commandId, done);
  }

  /** The command with this id, if it had been recorded at that revision. */
  find(commandId: string, at: Revision): DoneCommand | undefined {
    const done = this.#byId.get(commandId);
    return done !== undefined && done.lastRevision <= at ? done : undefined;
  }
}
