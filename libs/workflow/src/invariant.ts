import type { ActorInRole } from './actor.js';
import type { FactEvent } from './fold.js';
import type { RefusalCode } from './refusal.js';

/** A recorded event of a case, with the command that yielded it and the leaf state it led to. */
export interface PastEvent extends FactEvent {
  readonly command: string;
  readonly state: string;
}

/** A command that a case refused. */
export interface PastRefusal {
  readonly command: string;
  readonly actor: ActorInRole;
  readonly code: RefusalCode;
  /** The state of the case, where the refusal has it. */
  readonly state: string | undefined;
}

/** Everything recorded of one case, the oldest first. */
export interface CaseHistory {
  readonly events: readonly PastEvent[];
  readonly refusals: readonly PastRefusal[];
}

/**
 * A rule that holds for every case, whatever is sent and whatever fails. It reads the history alone, never
 * the facts, so that a mistake in the facts cannot hide a violation.
 */
export interface Invariant {
  /** Its name: `I-3`. */
  readonly id: string;
  /** The rule in one sentence. */
  readonly says: string;
  /** How the history breaks it; `undefined` when it does not. Pure, and never personal. */
  readonly broken: (history: CaseHistory) => string | undefined;
}
