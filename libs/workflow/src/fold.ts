import type { ActorInRole, Confirmation } from './actor.js';
import type { CompiledChart, Place } from './compile-chart.js';
import type { Instant } from './time.js';
import type { Marks } from './way-back.js';

/** A recorded event as the fold takes it: the fact, when it happened and who acted. */
export interface FactEvent {
  readonly type: string;
  readonly data: unknown;
  /** When it happened or, for an event that had to stand later in its case, where it stands. */
  readonly occurredAt: Instant;
  /** When it happened as it was said, where the event had to stand at a later time. */
  readonly saidAt?: Instant | undefined;
  readonly actor: ActorInRole;
  readonly confirmation?: Confirmation | undefined;
  readonly onBehalfOf?: string | undefined;
}

/** The facts after one more event; `undefined` are the facts of a case that is not open yet. */
export type Evolve = (facts: unknown, event: FactEvent) => unknown;

/** A folded case: the leaf state as a dotted path, and the facts. */
export interface Folded<Facts = unknown> {
  readonly state: string;
  readonly facts: Facts;
  /** The states that the case left under a name, for the way back; absent where there is none. */
  readonly marks?: Marks;
}

/** Folds recorded events into the state of a case. Pure. */
export interface Fold {
  /**
   * The state after one more event, or `undefined` when the machine does not accept it there. This is the
   * only check of acceptance: `undefined` for a recorded event means that the history has diverged.
   */
  step(before: Folded | undefined, event: FactEvent): Folded | undefined;

  /** The facts after an event that leaves the state as it is, whatever that state is: one that is free of order. */
  learn(before: Folded, event: FactEvent): Folded;
}

/** The fold over the compiled chart. The first event must be the opening one, and no later one may be. */
export function foldOf(chart: CompiledChart, openingEvents: ReadonlySet<string>, evolve: Evolve): Fold {
  return {
    step(before, event) {
      if (before === undefined) {
        if (!openingEvents.has(event.type)) return undefined;
        return { state: chart.initial, facts: evolve(undefined, event) };
      }
      const next = chart.next(before, event);
      return next && folded(next, evolve(before.facts, event));
    },
    learn: (before, event) => folded(before, evolve(before.facts, event)),
  };
}

const folded = ({ state, marks }: Place, facts: unknown): Folded =>
  marks === undefined ? { state, facts } : { state, facts, marks };
