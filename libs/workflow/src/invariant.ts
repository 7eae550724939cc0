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
  /** Where the case stood, as far as the refusal says so. */
  readonly state: string | undefined;
}

/** All that was recorded of one case, the oldest first. */
export interface CaseHistory {
  readonly events: readonly PastEvent[];
  readonly refusals: readonly PastRefusal[];
}

/**
 * What holds of every case, whatever is sent and whatever fails. It is read from the history alone, never from the facts,
 * so that it does not agree with a rule only because both look at the same mistake.
 */
export interface Invariant {
  /** How it is called: `I-3`. */
  readonly id: string;
  /** What holds, in one sentence. */
  readonly says: string;
  /** What in the history breaks it; `undefined` when nothing does. Pure, and never personal. */
  readonly broken: (history: CaseHistory) => string | undefined;
}
