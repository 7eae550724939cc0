import fc from 'fast-check';
import type { AnyMachineSnapshot } from 'xstate';
import { canonicalJson } from '../canonical-json.js';
import {
  caseMachine,
  evolveOf,
  hours,
  instantOf,
  statePath,
  type CaseMachine,
  type FactEvent,
  type Folded,
  type NewFact,
  type Workflow,
} from '../index.js';

/** The number of random histories, and the seed of a run to repeat. */
export interface JudgeOptions {
  readonly histories?: number;
  readonly seed?: number;
}

/**
 * Feeds random histories made of the examples to the fold and to the machine: after every event both are in
 * the same state with the same facts, or both refuse it. Returns the visited leaf states.
 * @throws Error  the two differ; with the history, and the seed that repeats it
 */
export function judgeHistories(
  workflow: Workflow,
  examples: readonly NewFact[],
  { histories = 1000, ...options }: JudgeOptions,
): ReadonlySet<string> {
  const judge = caseMachine(workflow.name, workflow.source.chart, evolveOf(workflow.source));
  const visited = new Set<string>();
  const opening = examples.filter(({ type }) => workflow.openingEvents.has(type));
  if (opening.length === 0) throw new Error(`give an example of ${[...workflow.openingEvents].join(' or ')}`);
  const property = fc.property(choices, (chosen) => {
    let here: Compared = { history: [] };
    for (const choice of chosen) {
      const among = here.folded === undefined ? opening : choosable(workflow, examples, here.folded, choice);
      here = step(workflow, judge, here, factOf(among, choice, here.history.length));
      if (here.folded !== undefined) visited.add(here.folded.state);
    }
  });
  fc.assert(property, { numRuns: histories, includeErrorInReport: true, ...options });
  return visited;
}

interface Choice {
  readonly stray: boolean;
  readonly number: number;
}

// Most choices are among the examples that the state accepts, or a history would never get far.
const stray = fc.oneof(
  { weight: 4, arbitrary: fc.constant(false) },
  { weight: 1, arbitrary: fc.constant(true) },
);
const choices = fc.array(fc.record({ stray, number: fc.nat() }), { minLength: 1, maxLength: 30 });

/** The fold and the machine after the same history. */
interface Compared {
  readonly history: readonly string[];
  readonly folded?: Folded;
  readonly snapshot?: AnyMachineSnapshot;
}

function choosable(
  { chart }: Workflow,
  examples: readonly NewFact[],
  { state }: Folded,
  choice: Choice,
): readonly NewFact[] {
  const accepted = examples.filter(({ type }) => chart.candidates(state, type).length > 0);
  return choice.stray || accepted.length === 0 ? examples : accepted;
}

const factOf = (among: readonly NewFact[], { number }: Choice, count: number): FactEvent => ({
  ...(among[number % among.length] as NewFact),
  occurredAt: instantOf(hours(count)),
  actor: { id: 'sys-judge', role: 'system' },
});

function step(workflow: Workflow, judge: CaseMachine, before: Compared, fact: FactEvent): Compared {
  const folded = workflow.fold.step(before.folded, fact);
  const snapshot = before.snapshot === undefined ? judge.open(fact) : judge.next(before.snapshot, fact);
  const history = [...before.history, fact.type];
  const table = folded === undefined ? 'refused' : canonicalJson(folded);
  const machine = snapshot === undefined ? 'refused' : canonicalJson(foldedOf(snapshot));
  if (table !== machine)
    throw new Error(`${history.join(', ')}: the fold says ${table}, XState says ${machine}`);
  return folded === undefined || snapshot === undefined ? before : { history, folded, snapshot };
}

const foldedOf = ({ value, context }: AnyMachineSnapshot): Folded => ({
  state: statePath(value),
  ...(context as Omit<Folded, 'state'>),
});
