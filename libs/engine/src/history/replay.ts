import {
  caseMachine,
  evolveOf,
  statePath,
  type CaseMachine,
  type FactEvent,
  type Instant,
  type Workflow,
} from '@safeconduct/workflow';
import type { Withheld } from '../access/withheld.js';
import type { CaseEvent } from '../events/case-event.js';
import type { CaseMoment } from '../moment.js';
import type { RecordedEvent, Revision } from '../ports/event-store.js';
import { differences, type Difference } from './differences.js';
import { summaryProblems } from './recorded-summary.js';

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
  /** The changes that are left out, because the reader may not see them; none, when it is left out itself. */
  readonly withheld?: readonly Withheld[] | undefined;
}

type Snapshot = ReturnType<CaseMachine['open']>;

/** A page of a replay. */
export interface Replay {
  readonly steps: readonly ReplayStep[];
  /** The first revision at which history and machine differ, up to the last of these steps, if there is one. */
  readonly diverged: Revision | null;
  /** The revision of the last step, where more steps follow; null at the end. */
  readonly next: Revision | null;
}

/** How far a replay has come: what the next step continues from. */
export interface Replayed {
  readonly revision: Revision;
  readonly snapshot: Snapshot;
  /** The first revision so far at which history and machine differ. */
  readonly diverged: Revision | null;
}

/** A step that was replayed; without `after` when the machine does not accept the event, which ends the replay. */
export interface ReplayedStep {
  readonly step: ReplayStep;
  readonly after: Replayed | undefined;
}

/**
 * Feeds one more event to the XState machine itself, not to the compiled table, and compares the state with what was
 * recorded.
 */
export function replayEvent(
  workflow: Workflow,
  event: CaseEvent,
  before: Replayed | undefined,
): ReplayedStep {
  const { revision } = event.recorded;
  const machine = machineOf(workflow);
  const snapshot =
    before === undefined ? opened(workflow, machine, event.fact) : machine.next(before.snapshot, event.fact);
  if (snapshot === undefined) {
    const state = before === undefined ? '' : statePath(before.snapshot.value);
    return { step: step(event, { state, matches: false, changes: [] }), after: undefined };
  }
  const state = statePath(snapshot.value);
  const facts = factsOf(snapshot);
  const matches = event.state === state && summaryProblems(event, { state, facts }).length === 0;
  const diverged = before?.diverged ?? (matches ? null : revision);
  const changes = differences(factsOf(before?.snapshot), facts);
  return { step: step(event, { state, matches, changes }), after: { revision, snapshot, diverged } };
}

/** Those of some events in a row that stand up to a revision or a moment. */
export function eventsUpTo(
  events: readonly CaseEvent[],
  until: CaseMoment | undefined,
): readonly CaseEvent[] {
  return until === undefined ? events : events.filter(({ recorded }) => isUpTo(recorded, until));
}

/** Whether a case was at this revision, or had this event, at the moment. */
export function isUpTo(
  { revision, occurredAt, recordedAt }: Pick<RecordedEvent, 'revision' | 'occurredAt' | 'recordedAt'>,
  until: CaseMoment,
): boolean {
  if ('revision' in until) return revision <= until.revision;
  return (until.clock === 'occurred' ? occurredAt : recordedAt) <= until.at;
}

// A definition does not change while a process runs, and its machine takes milliseconds to make.
const machines = new WeakMap<Workflow, CaseMachine>();

function machineOf(workflow: Workflow): CaseMachine {
  const { name, chart } = workflow.source;
  const machine = machines.get(workflow) ?? caseMachine(name, chart, evolveOf(workflow.source));
  machines.set(workflow, machine);
  return machine;
}

function opened(workflow: Workflow, machine: CaseMachine, fact: FactEvent) {
  return workflow.openingEvents.has(fact.type) ? machine.open(fact) : undefined;
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
