import {
  assign,
  createMachine,
  initialTransition,
  transition,
  type AnyMachineSnapshot,
  type AnyStateMachine,
} from 'xstate';
import type { ChartState } from './chart.js';
import { pathOf, transitionsOf } from './chart-states.js';
import type { EventSources } from './event.js';
import type { FactEvent, Evolve } from './fold.js';
import { mapValues } from './map-values.js';
import { withWaysBack, type Marks } from './way-back.js';

/** The input of the machine: a recorded event, never a command. */
interface MachineEvent {
  readonly type: string;
  readonly fact: FactEvent;
  /** The leaf state before the event. */
  readonly from: string;
}

interface Context {
  readonly facts: unknown;
  readonly marks?: Marks;
}

/** The XState machine of a workflow, with what is needed to feed it recorded events. */
export interface CaseMachine {
  readonly machine: AnyStateMachine;
  /** The snapshot after the opening event. */
  readonly open: (fact: FactEvent) => AnyMachineSnapshot;
  /** The snapshot after one more event, or `undefined` when no transition is enabled for it. */
  readonly next: (snapshot: AnyMachineSnapshot, fact: FactEvent) => AnyMachineSnapshot | undefined;
}

/**
 * Builds the XState machine of a chart. It is authoritative; the compiled table is its fast copy. The context
 * holds the facts; every transition evolves them by the event that took it. The opening event is the
 * machine's input, so that no state accepts it a second time.
 */
export function caseMachine(
  name: string,
  chart: ChartState<unknown, EventSources>,
  evolve: Evolve,
): CaseMachine {
  const config = {
    id: name,
    context: ({ input }: { input: FactEvent }) => ({ facts: evolve(undefined, input) }),
    ...nodeOf(name, withWaysBack(chart)),
  };
  const evolveFacts = assign(({ context, event }) => ({
    facts: evolve((context as Context).facts, (event as MachineEvent).fact),
  }));
  const mark = assign(({ context, event }, { label }: { label: string }) => ({
    marks: { ...(context as Context).marks, [label]: (event as MachineEvent).from },
  }));
  const actions = { evolveFacts, mark };
  const machine = createMachine(config as never, { actions: actions as never }) as AnyStateMachine;

  return {
    machine,
    open: (fact) => initialTransition(machine, fact)[0] as AnyMachineSnapshot,
    next(snapshot, fact) {
      const event = { type: fact.type, fact, from: statePath(snapshot.value) };
      // XState ignores an unknown event silently and returns the same snapshot, so acceptance is checked
      // first.
      return snapshot.can(event)
        ? (transition(machine, snapshot, event)[0] as AnyMachineSnapshot)
        : undefined;
    },
  };
}

/** The leaf state a snapshot is in, as a dotted path. */
export function statePath(value: unknown): string {
  if (typeof value === 'string') return value;
  const [[name, inner] = ['', '']] = Object.entries(value as Record<string, unknown>);
  return `${name}.${statePath(inner)}`;
}

function nodeOf(machineId: string, state: ChartState<unknown, EventSources>): Record<string, unknown> {
  return {
    ...(state.initial === undefined ? {} : { initial: state.initial }),
    ...(state.states === undefined
      ? {}
      : { states: mapValues(state.states, (child) => nodeOf(machineId, child)) }),
    on: mapValues(state.on ?? {}, (entry) =>
      transitionsOf(entry).map(({ target, guard, marks }) => ({
        ...(target === undefined ? {} : { target: `#${machineId}.${pathOf(target) ?? ''}` }),
        ...(guard === undefined ? {} : { guard: xstateGuard(guard) }),
        actions: [
          'evolveFacts',
          ...(marks === undefined ? [] : [{ type: 'mark', params: { label: marks } }]),
        ],
      })),
    ),
  };
}

const xstateGuard =
  (guard: { test(facts: unknown, data: unknown, marks?: Marks): boolean }) =>
  ({ context, event }: { context: Context; event: MachineEvent }) =>
    guard.test(context.facts, event.fact.data, context.marks);
