import type { Chart, ChartGuard, ChartState } from './chart.js';
import { ancestry, pathOf, statesByPath, transitionsOf } from './chart-states.js';
import type { EventSources, NewFact } from './event.js';
import { withWaysBack, type Marks } from './way-back.js';

interface AnyGuard extends ChartGuard<unknown, unknown> {
  test(facts: unknown, data: unknown, marks?: Marks): boolean;
}
type State = ChartState<unknown, EventSources>;

/** One transition of an event from a state; the first one whose guard holds is taken. */
export interface Candidate {
  /** The state afterwards, as a dotted path down to a leaf. */
  readonly to: string;
  readonly guard: AnyGuard | undefined;
  /** The name under which the state that is left is remembered. */
  readonly marks?: string | undefined;
}

/** The chart as a table: leaf state, event type, candidates in the order in which the machine tries them. */
export interface CompiledChart {
  /** The leaf state a case is in after its opening event. */
  readonly initial: string;
  /** Every leaf state, in the order of the chart. */
  readonly leaves: readonly string[];
  /** Leaf states in which a case may stay for ever. */
  readonly ends: ReadonlySet<string>;
  candidates(state: string, eventType: string): readonly Candidate[];
  /** The leaf of today for one that was recorded, by `formerly`; the same name where the chart has or knows no other. */
  nameNow(recorded: string): string;
  /** The recorded names that have another one today, with it. */
  readonly formerNames: ReadonlyMap<string, string>;
  /** The state after an event and what is remembered then, or `undefined` when the state does not accept it. */
  next(before: Place & { readonly facts: unknown }, event: NewFact): Place | undefined;
}

/** Where a case is, and the states it left under a name. */
export interface Place {
  readonly state: string;
  readonly marks?: Marks | undefined;
}

const none: readonly Candidate[] = [];

/**
 * Compiles a chart into a table, because a transition through XState costs 19 µs and a look-up here well
 * under one. The rules are those of SCXML as XState follows them: the innermost state with an enabled
 * transition wins, and a state without one asks its parent. `chart-judge.spec.ts` checks that both agree.
 * @throws Error  a target or an initial state does not exist; `defineWorkflow` reports it earlier, with a
 *   remedy
 */
export function compileChart<Facts, E extends EventSources>(given: Chart<Facts, E>): CompiledChart {
  const chart = withWaysBack<Facts, E, Chart<Facts, E>>(given);
  const states = statesByPath(chart);
  const leaves = [...states].filter(([, state]) => !isCompound(state)).map(([path]) => path);
  const table = new Map(leaves.map((leaf) => [leaf, rowOf(leaf, states)]));
  const formerNames = formerNamesOf(states, leaves);
  const candidates = (state: string, eventType: string) => table.get(state)?.get(eventType) ?? none;

  return {
    initial: leafBelow(chart.initial, states),
    leaves,
    ends: new Set(leaves.filter((leaf) => ancestry(leaf).some((path) => states.get(path)?.end === true))),
    candidates,
    formerNames,
    nameNow: (recorded) => formerNames.get(recorded) ?? recorded,
    next({ state, facts, marks }, { type, data }) {
      for (const { to, guard, marks: label } of candidates(state, type)) {
        if (guard === undefined || guard.test(facts, data, marks))
          return { state: to, marks: label === undefined ? marks : { ...marks, [label]: state } };
      }
      return undefined;
    },
  };
}

/**
 * The leaf state a case is in after entering a state: the initial one of its initial one, down to a leaf.
 * @throws Error  the state, or an initial one below it, does not exist
 */
export function leafBelow(path: string, states: ReadonlyMap<string, State>): string {
  const state = path === '' ? undefined : states.get(path);
  if (state === undefined) throw new Error(`state ${path} does not exist; write the full path from the top`);
  if (!isCompound(state)) return path;
  if (state.initial === undefined) throw new Error(`state ${path} has sub-states but no initial one`);
  return leafBelow(`${path}.${state.initial}`, states);
}

/** Every former path of a leaf: its own ones, and those that follow from a former path of a parent. */
function formerNamesOf(
  states: ReadonlyMap<string, State>,
  leaves: readonly string[],
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  // Innermost first, so that what a state says of itself wins over what its parent says.
  for (const [path, { formerly = [] }] of [...states].reverse()) {
    for (const former of formerly) {
      const below = leaves.filter((leaf) => leaf === path || leaf.startsWith(`${path}.`));
      for (const leaf of below) addOnce(names, former + leaf.slice(path.length), leaf);
      // A state that had no sub-states was a leaf itself; its cases are now where a case enters it.
      addOnce(names, former, leafBelow(path, states));
    }
  }
  for (const leaf of leaves) names.delete(leaf);
  return names;
}

function addOnce(names: Map<string, string>, former: string, leaf: string): void {
  if (!names.has(former)) names.set(former, leaf);
}

function rowOf(leaf: string, states: ReadonlyMap<string, State>): ReadonlyMap<string, readonly Candidate[]> {
  const row = new Map<string, Candidate[]>();
  for (const state of [...ancestry(leaf), ''].map((path) => states.get(path))) {
    for (const [eventType, entry] of Object.entries(state?.on ?? {})) {
      const candidates = row.get(eventType) ?? [];
      for (const { target, guard, marks } of transitionsOf(entry)) {
        // What follows a transition without a guard is never tried.
        if (candidates.at(-1)?.guard === undefined && candidates.length > 0) break;
        const path = pathOf(target);
        const to = path === undefined ? leaf : leafBelow(path, states);
        candidates.push(marks === undefined ? { to, guard } : { to, guard, marks });
      }
      row.set(eventType, candidates);
    }
  }
  return row;
}

const isCompound = (state: State): boolean => Object.keys(state.states ?? {}).length > 0;
