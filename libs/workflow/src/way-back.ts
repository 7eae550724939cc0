import type { ChartGuard, ChartState, Transition } from './chart.js';
import { ancestry, statesByPath, transitionsOf } from './chart-states.js';
import type { EventSources } from './event.js';
import { mapValues } from './map-values.js';

type State = ChartState<unknown, EventSources>;
type AnyTransition = Transition<unknown, unknown>;

/** The leaf states that a case left under a name, by that name. */
export type Marks = Readonly<Record<string, string>>;

/**
 * The chart with each way back written out: one guarded transition for each state that a case can have left under the name,
 * then the other way, if there is one. So the table, the machine, the diagrams and the checks know targets alone.
 */
export function withWaysBack<Facts, E extends EventSources, C extends ChartState<Facts, E>>(chart: C): C {
  const states = statesByPath(chart);
  if (![...states.values()].some(hasWayBack)) return chart;
  return written(chart, markedLeaves(states)) as unknown as C;
}

const hasWayBack = ({ on }: State): boolean =>
  Object.values(on ?? {}).some((entry) =>
    transitionsOf(entry).some(({ target }) => typeof target === 'object'),
  );

/** The leaf states from which a transition that marks them can be taken, by the name. */
function markedLeaves(states: ReadonlyMap<string, State>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const leaves = [...states].filter(([, { states: inner }]) => Object.keys(inner ?? {}).length === 0);
  for (const [leaf] of leaves) {
    for (const label of marksFrom(leaf, states)) found.set(label, [...(found.get(label) ?? []), leaf]);
  }
  return found;
}

function marksFrom(leaf: string, states: ReadonlyMap<string, State>): ReadonlySet<string> {
  const [labels, decided] = [new Set<string>(), new Set<string>()];
  for (const path of [...ancestry(leaf), '']) {
    for (const [type, entry] of Object.entries(states.get(path)?.on ?? {})) {
      for (const { marks, guard } of decided.has(type) ? [] : transitionsOf(entry)) {
        if (marks !== undefined) labels.add(marks);
        // What stands further out is never tried.
        if (guard === undefined) decided.add(type);
      }
    }
  }
  return labels;
}

function written(state: State, marked: ReadonlyMap<string, readonly string[]>): State {
  return {
    ...state,
    ...(state.states && { states: mapValues(state.states, (inner) => written(inner, marked)) }),
    ...(state.on && {
      on: mapValues(state.on, (entry) =>
        transitionsOf(entry).flatMap((transition) => waysOf(transition, marked)),
      ),
    }),
  };
}

function waysOf(
  transition: AnyTransition,
  marked: ReadonlyMap<string, readonly string[]>,
): readonly AnyTransition[] {
  const { target, ...rest } = transition;
  if (typeof target !== 'object') return [transition];
  const { back, otherwise } = target;
  const leaves = marked.get(back) ?? [];
  return [
    ...leaves.map((leaf) => ({ ...rest, target: leaf, guard: cameFrom({ back, leaf }, rest.guard) })),
    ...(otherwise === undefined ? [] : [{ ...rest, target: otherwise }]),
  ];
}

/** A guard of the chart that reads the marks of a case as well. */
interface MarkGuard extends ChartGuard<unknown, unknown> {
  test(facts: unknown, data: unknown, marks?: Marks): boolean;
}

function cameFrom(
  { back, leaf }: { readonly back: string; readonly leaf: string },
  also: ChartGuard<unknown, unknown> | undefined,
): MarkGuard {
  const name = `came from ${leaf}`;
  return {
    name: also === undefined ? name : `${also.name}, ${name}`,
    test: (facts, data, marks) => marks?.[back] === leaf && also?.test(facts, data) !== false,
  };
}
