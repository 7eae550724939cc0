import type { Chart, ChartGuard, ChartState, Transition } from './chart.js';
import type { EventSources } from './event.js';

type AnyGuard = ChartGuard<unknown, unknown>;
type AnyTransition = Transition<unknown, unknown>;

/** One way an event can go from a state; the first one whose guard holds is taken. */
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
  /** Leaf states in which the procedure may rest for ever. */
  readonly ends: ReadonlySet<string>;
  candidates(state: string, eventType: string): readonly Candidate[];
  /** The state after an event, or `undefined` when the state does not accept it. */
  next(state: string, eventType: string, facts: unknown, data: unknown): string | undefined;
}

const none: readonly Candidate[] = [];

/**
 * Compiles a chart into a table, because a transition through XState costs 19 µs and a look-up here well under one.
 * The rules are those of SCXML as XState follows them: the innermost state with an enabled transition wins, and a
 * state without one asks its parent. That both agree is what `chart-judge.spec.ts` checks.
 * @throws Error  a target or an initial state does not exist; `checkWorkflow` says the same with a remedy
 */
export function compileChart<Facts, E extends EventSources>(chart: Chart<Facts, E>): CompiledChart {
  const root = chart as unknown as ChartState<unknown, EventSources>;
  const nodes = new Map<string, ChartState<unknown, EventSources>>();
  walkStates(root, (path, state) => nodes.set(path, state));

  const leaves = [...nodes].filter(([, state]) => !isCompound(state)).map(([path]) => path);
  const table = new Map(leaves.map((leaf) => [leaf, rowOf(leaf, nodes, root)]));
  const candidates = (state: string, eventType: string) => table.get(state)?.get(eventType) ?? none;

  return {
    initial: leafBelow(chart.initial, nodes),
    leaves,
    ends: new Set(leaves.filter((leaf) => ancestry(leaf).some((path) => nodes.get(path)?.end === true))),
    candidates,
    next(state, eventType, facts, data) {
      for (const candidate of candidates(state, eventType)) {
        if (candidate.guard === undefined || candidate.guard.test(facts, data)) return candidate.to;
      }
      return undefined;
    },
  };
}

/** Visits every state of a chart with its dotted path, parents before their children. */
export function walkStates(
  state: ChartState<unknown, EventSources>,
  visit: (path: string, state: ChartState<unknown, EventSources>) => void,
  prefix = '',
): void {
  for (const [name, child] of Object.entries(state.states ?? {})) {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    visit(path, child);
    walkStates(child, visit, path);
  }
}

/** The transitions of a state for one event type as a list, whatever short form the author chose. */
export function transitionsOf(entry: unknown): readonly AnyTransition[] {
  if (entry === undefined) return [];
  if (typeof entry === 'string') return [{ target: entry }];
  return Array.isArray(entry) ? (entry as readonly AnyTransition[]) : [entry as AnyTransition];
}

/** `a.b.c`, `a.b`, `a`: a state and its parents, innermost first. */
export function ancestry(path: string): readonly string[] {
  const parts = path.split('.');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('.'));
}

function rowOf(
  leaf: string,
  nodes: ReadonlyMap<string, ChartState<unknown, EventSources>>,
  root: ChartState<unknown, EventSources>,
): ReadonlyMap<string, readonly Candidate[]> {
  const row = new Map<string, Candidate[]>();
  for (const state of [...ancestry(leaf).map((path) => nodes.get(path)), root]) {
    for (const [eventType, entry] of Object.entries(state?.on ?? {})) {
      const found = transitionsOf(entry).map(({ target, guard }) => ({
        to: target === undefined ? leaf : leafBelow(target, nodes),
        guard,
      }));
      row.set(eventType, [...(row.get(eventType) ?? []), ...found]);
    }
  }
  return row;
}

function leafBelow(path: string, nodes: ReadonlyMap<string, ChartState<unknown, EventSources>>): string {
  const state = nodes.get(path);
  if (state === undefined) throw new Error(`state ${path} does not exist; write the full path from the top`);
  if (!isCompound(state)) return path;
  if (state.initial === undefined) throw new Error(`state ${path} has sub-states but no initial one`);
  return leafBelow(`${path}.${state.initial}`, nodes);
}

const isCompound = (state: ChartState<unknown, EventSources>): boolean =>
  Object.keys(state.states ?? {}).length > 0;
