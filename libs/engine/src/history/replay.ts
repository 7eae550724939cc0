import {
  caseMachine,
  evolveOf,
  statePath,
  type CaseMachine,
  type FactEvent,
  type Instant,
  type Workflow,
} from '@safeconduct/workflow';
import type { Moment } from '../moment.js';
import type { CaseEvent } from '../events/case-event.js';
import { differences, type Difference } from './differences.js';

/** One step of a replay: the recorded event, and the state of the machine after it. */
export interface ReplayStep {
  readonly revision: bigint;
  readonly type: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly actor: string;
  /** The state the machine is in after the event. */
  readonly state: string;
  /** The recorded state is that state, and what was recorded with it follows from the facts. */
  readonly matches: boolean;
  /** The changes of the facts by the event. */
  readonly changes: readonly Difference[];
}

type Snapshot = ReturnType<CaseMachine['open']>;

export interface Replay {
  readonly steps: readonly ReplayStep[];
  /** The first revision at which history and machine differ, if there is one. */
  readonly diverged: bigint | null;
}

/**
 * Folds a case's events through the XState machine itself, not the compiled table, and compares each step
 * with what was recorded. A step that the machine does not accept ends the replay.
 */
export function replayCase(workflow: Workflow, events: readonly CaseEvent[]): Replay {
  const { chart, name } = workflow.source;
  const machine = caseMachine(name, chart, evolveOf(workflow.source));
  const steps: ReplayStep[] = [];
  let snapshot: Snapshot | undefined;
  for (const event of events) {
    const before = factsOf(snapshot);
    snapshot =
      snapshot === undefined ? opened(workflow, machine, event.fact) : machine.next(snapshot, event.fact);
    if (snapshot === undefined) {
      steps.push(step(event, { state: steps.at(-1)?.state ?? '', matches: false, changes: [] }));
      return { steps, diverged: event.recorded.revision };
    }
    const state = statePath(snapshot.value);
    const facts = factsOf(snapshot);
    const matches = agrees(workflow, event, state, facts);
    steps.push(step(event, { state, matches, changes: differences(before, facts) }));
  }
  return { steps, diverged: steps.find(({ matches }) => !matches)?.revision ?? null };
}

/** The events up to a revision or a moment. In either clock they are a prefix of the history. */
export function eventsUpTo(
  events: readonly CaseEvent[],
  until: { readonly revision: bigint } | Moment | undefined,
): readonly CaseEvent[] {
  if (until === undefined) return events;
  if ('revision' in until) return events.filter(({ recorded }) => recorded.revision <= until.revision);
  const timeOf = ({ recorded }: CaseEvent) =>
    until.clock === 'occurred' ? recorded.occurredAt : recorded.recordedAt;
  return events.filter((event) => timeOf(event) <= until.at);
}

function opened(workflow: Workflow, machine: CaseMachine, fact: FactEvent) {
  return workflow.opening.yields.includes(fact.type) ? machine.open(fact) : undefined;
}

function agrees(workflow: Workflow, { envelope }: CaseEvent, state: string, facts: unknown): boolean {
  const summary = workflow.summary({ state, facts });
  const { place, outcome, assignee } = envelope.summary;
  return (
    envelope.state === state &&
    summary.place === place &&
    summary.outcome === outcome &&
    summary.assignee === assignee
  );
}

function step(
  { recorded, envelope }: CaseEvent,
  found: Pick<ReplayStep, 'state' | 'matches' | 'changes'>,
): ReplayStep {
  const { revision, type, occurredAt, recordedAt } = recorded;
  return { revision, type, occurredAt, recordedAt, actor: envelope.actor.id, ...found };
}

const factsOf = (snapshot: Snapshot | undefined): unknown =>
  (snapshot?.context as { readonly facts: unknown } | undefined)?.facts;
