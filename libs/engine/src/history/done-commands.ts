import type { Revision } from '../ports/event-store.js';

/** The events that a command recorded, to answer its repetition. */
export interface DoneCommand {
  readonly hash: string;
  readonly firstRevision: Revision;
  readonly lastRevision: Revision;
}

/**
 * The commands a case has recorded, by id. The successive states of a case share one growing list, so that a
 * long history is not copied with every step. Each state searches with its own revision, so it sees only the
 * commands recorded by then.
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
