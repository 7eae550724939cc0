import type { StateValue } from 'xstate';
import { ancestry, statesByPath, transitionsOf } from '../chart-states.js';
import {
  caseMachine,
  statePath,
  type CaseMachine,
  type ChartState,
  type EventSources,
  type Workflow,
} from '../index.js';
import { mapValues } from '../map-values.js';

type State = ChartState<unknown, EventSources>;

/**
 * Compares the table with XState for every leaf state and event type, with every outcome of the guards of the
 * state and its parents. Returns the number of comparisons.
 * @throws Error  the two differ
 */
export function judgeVerdicts(workflow: Workflow): number {
  const holding = new Set<unknown>();
  const states = statesByPath(workflow.source.chart);
  const machine = machineWithFixedGuards(workflow, holding);
  let asked = 0;
  for (const leaf of workflow.chart.leaves) {
    for (const type of workflow.events.keys()) {
      for (const outcome of subsets(guardsOn(states, leaf, type))) {
        holding.clear();
        for (const guard of outcome) holding.add(guard);
        compare(
          `${type} in ${leaf}, of whose guards ${outcome.length} hold`,
          tableSays(workflow, { leaf, type }, holding),
          machineSays(machine, { leaf, type }),
        );
        asked += 1;
      }
    }
  }
  return asked;
}

interface Question {
  readonly leaf: string;
  readonly type: string;
}

function compare(question: string, table = 'refused', machine = 'refused'): void {
  if (table !== machine) throw new Error(`${question}: the table says ${table}, XState says ${machine}`);
}

function tableSays(
  { chart }: Workflow,
  { leaf, type }: Question,
  holding: ReadonlySet<unknown>,
): string | undefined {
  const enabled = chart.candidates(leaf, type).find(({ guard }) => guard === undefined || holding.has(guard));
  return enabled?.to;
}

function machineSays(judge: CaseMachine, { leaf, type }: Question): string | undefined {
  const snapshot = judge.machine.resolveState({ value: valueOf(leaf), context: { facts: {} } });
  const after = judge.next(snapshot, { type, data: {}, occurredAt: '', actor: { id: '', role: '' } });
  return after && statePath(after.value);
}

/** The machine of a workflow in which only the given guards hold, without facts. */
function machineWithFixedGuards({ name, source }: Workflow, holding: ReadonlySet<unknown>): CaseMachine {
  const obedient = (state: State): State => ({
    ...state,
    ...(state.states === undefined ? {} : { states: mapValues(state.states, obedient) }),
    on: mapValues(state.on ?? {}, (entry) =>
      transitionsOf(entry).map(({ guard, ...transition }) =>
        guard === undefined
          ? transition
          : { ...transition, guard: { name: guard.name, test: () => holding.has(guard) } },
      ),
    ),
  });
  return caseMachine(name, obedient(source.chart), () => ({}));
}

function guardsOn(states: ReadonlyMap<string, State>, leaf: string, type: string): readonly unknown[] {
  const guards = [...ancestry(leaf), '']
    .flatMap((path) => transitionsOf(states.get(path)?.on?.[type]))
    .flatMap(({ guard }) => (guard === undefined ? [] : [guard]));
  return [...new Set(guards)];
}

function subsets<A>(all: readonly A[]): readonly (readonly A[])[] {
  return all.reduce<readonly (readonly A[])[]>(
    (found, one) => [...found, ...found.map((some) => [...some, one])],
    [[]],
  );
}

/** The nested value XState gives a dotted path. */
function valueOf(path: string): StateValue {
  const [first = '', ...rest] = path.split('.');
  return rest.length === 0 ? first : { [first]: valueOf(rest.join('.')) };
}
