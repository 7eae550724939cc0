import type { Chart, ChartGuard, ChartState, Transition } from './chart.js';
import type { EventSources } from './event.js';

type AnyGuard = ChartGuard<unknown, unknown>;
type State = ChartState<unknown, EventSources>;
type AnyTransition = Transition<unknown, unknown>;

/** One transition of an event from a state; the first one whose guard holds is taken. */
export interface Candidate {
  /** The state afterwards, as a dotted path down to a leaf. */
  readonly to: string;
  readonly guard: AnyGuard | undefined;
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
  /** The state after an event, or `undefined` when the state does not accept it. */
  next(state: string, eventType: string, facts: unknown, data: unknown): string | undefined;
}

const none: readonly Candidate[] = [];

/**
 * Compiles a chart into a table, because a transition through XState costs 19 µs and a look-up here well
 * under one. The rules are those of SCXML as XState follows them: the innermost state with an enabled
 * transition wins, and a state without one asks its parent. `chart-judge.spec.ts` checks that both agree.
 * @throws Error  a target or an initial state does not exist; `defineWorkflow` reports it earlier, with a
 *   remedy
 */
export function compileChart<Facts, E extends EventSources>(chart: Chart<Facts, E>): CompiledChart {
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
    next(state, eventType, facts, data) {
      for (const candidate of candidates(state, eventType)) {
        if (candidate.guard === undefined || candidate.guard.test(facts, data)) return candidate.to;
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

/** `a.b.c`, `a.b`, `a`: a state and its parents, innermost first, without the chart itself. */
export function ancestry(path: string): readonly string[] {
  const parts = path.split('.');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('.'));
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
      for (const { target, guard } of transitionsOf(entry)) {
        // What follows a transition without a guard is never tried.
        if (candidates.at(-1)?.guard === undefined && candidates.length > 0) break;
        candidates.push({ to: target === undefined ? leaf : leafBelow(target, states), guard });
      }
      row.set(eventType, candidates);
    }
  }
  return row;
}

const isCompound = (state: State): boolean => Object.keys(state.states ?? {}).length > 0;
