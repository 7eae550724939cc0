import type { ChartState, Transition } from './chart.js';
import type { EventSources } from './event.js';

type State = ChartState<unknown, EventSources>;
type AnyTransition = Transition<unknown, unknown>;

/** Visits every state of a chart with its dotted path, parents before their children. */
export function walkStates(state: State, visit: (path: string, state: State) => void, prefix = ''): void {
  for (const [name, child] of Object.entries(state.states ?? {})) {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    visit(path, child);
    walkStates(child, visit, path);
  }
}

/**
 * Every state of a chart by its dotted path, parents before their children; the chart itself under the empty
 * path.
 */
export function statesByPath(chart: State): ReadonlyMap<string, State> {
  const states = new Map([['', chart]]);
  walkStates(chart, (path, state) => states.set(path, state));
  return states;
}

/** The transitions of a state for one event type as a list, whatever short form the author chose. */
export function transitionsOf(entry: unknown): readonly AnyTransition[] {
  if (entry === undefined) return [];
  if (typeof entry === 'string') return [{ target: entry }];
  return Array.isArray(entry) ? (entry as readonly AnyTransition[]) : [entry as AnyTransition];
}

/** The path that a target names; of a way back, where it leads otherwise. A compiled chart has none (`withWaysBack`). */
export const pathOf = (target: AnyTransition['target']): string | undefined =>
  typeof target === 'object' ? target.otherwise : target;

/** `a.b.c`, `a.b`, `a`: a state and its parents, innermost first, without the chart itself. */
export function ancestry(path: string): readonly string[] {
  const parts = path.split('.');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('.'));
}
