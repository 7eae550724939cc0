import type { DataOf, EventSources } from './event.js';

/**
 * A rule inside the machine. It sees the facts before the event and the event's data, nothing else, so that a
 * replay in ten years takes the same path.
 */
export interface ChartGuard<Facts, Data> {
  readonly name: string;
  test(facts: Facts, data: Data): boolean;
}

/**
 * The way back to the state that the case left when it took the last transition with this name in `marks`. Without such a
 * transition in the history of the case, and without `otherwise`, the event is refused.
 */
export interface WayBack {
  readonly back: string;
  /** The target of a case that has left no state under the name. */
  readonly otherwise?: string;
}

/**
 * The target of an event. No target: the event is accepted and the state stays. Targets are full paths,
 * `camped.settled`, or a way back.
 */
export interface Transition<Facts, Data> {
  readonly target?: string | WayBack;
  readonly guard?: ChartGuard<Facts, Data>;
  /** Remembers the state that is left under this name, until the name is used again. */
  readonly marks?: string;
}

/** A state. An event that is not listed here or in a parent is refused; there are no wildcards. */
export interface ChartState<Facts, E extends EventSources> {
  readonly initial?: string;
  readonly states?: Readonly<Record<string, ChartState<Facts, E>>>;
  readonly on?: {
    readonly [T in keyof E & string]?:
      string | Transition<Facts, DataOf<E, T>> | readonly Transition<Facts, DataOf<E, T>>[];
  };
  /** A case may stay here for ever. Every other state must lead to one of these. */
  readonly end?: boolean;
  /**
   * Full paths that this state had in earlier versions. Events keep the name that was recorded; lists, filters and the
   * ledger show this one. It covers the sub-states too, where they kept their names.
   */
  readonly formerly?: readonly string[];
}

/**
 * The chart of a workflow: a subset of XState's machine configuration without actions, timers or invocations.
 */
export interface Chart<Facts, E extends EventSources> extends ChartState<Facts, E> {
  readonly initial: string;
  readonly states: Readonly<Record<string, ChartState<Facts, E>>>;
}

/**
 * Checks a chart against a workflow's events and facts where it is written. A key that the language does not have
 * does not compile.
 */
export function chartOf<Facts, E extends EventSources>() {
  return (chart: Chart<Facts, E>): Chart<Facts, E> => chart;
}
