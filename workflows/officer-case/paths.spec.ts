import { describe, expect, it } from '@jest/globals';
import { caseMachine, evolveOf, statePath, type FactEvent, type Folded } from '@safeconduct/workflow';
import { judgeChart } from '@safeconduct/workflow/testing';
import type { AnyMachineSnapshot } from 'xstate';
import { getAdjacencyMap, getShortestPaths } from 'xstate/graph';
import type { Facts } from './facts.js';
import { officerCase } from './index.js';
import { examples } from './testing/examples.js';

const { machine, next } = caseMachine('officer-case', officerCase.source.chart, evolveOf(officerCase.source));
const moment = { occurredAt: '2025-01-01T06:00:00.000Z', actor: { id: 'sys-1', role: 'system' } };
const facts: readonly FactEvent[] = examples.map((example) => ({ ...example, ...moment }));
const opening = facts.find(({ type }) => type === 'EntryRegistered');
const events = facts.filter((fact) => fact !== opening).map((fact) => ({ type: fact.type, fact }));

const marksIn = (snapshot: AnyMachineSnapshot) =>
  (snapshot.context as { readonly marks?: Readonly<Record<string, string>> }).marks;
const factsIn = (snapshot: AnyMachineSnapshot) => (snapshot.context as { readonly facts: Facts }).facts;

/**
 * What the chart reads besides the event: the state, where a relocation began, an exit refused before, a split decision;
 * after the end of a case its outcome, and whether the person crossed back, is dead or was in a facility; where it rests, the
 * decision that left it there.
 */
function abstract(snapshot: AnyMachineSnapshot): string {
  const { relocation, outcome, monitoring, death, refused, placedAt } = factsIn(snapshot);
  const state = statePath(snapshot.value);
  const began = marksIn(snapshot)?.['relocation'];
  return [
    state,
    ...(state.startsWith('relocating')
      ? [began, relocation?.exitRefusals, relocation?.split?.ownDecision]
      : []),
    ...(state === 'resolved'
      ? [outcome, monitoring !== undefined, death !== undefined, placedAt !== undefined]
      : []),
    ...(/settled|pendingAssurance|accepted/.test(state) ? [refused?.of] : []),
  ].join(' | ');
}

const options = {
  input: opening,
  // A way back reads the state that was left.
  events: (snapshot: AnyMachineSnapshot) =>
    events.map((event) => ({ ...event, from: statePath(snapshot.value) })),
  serializeState: (snapshot: unknown) => abstract(snapshot as AnyMachineSnapshot),
  serializeEvent: ({ fact }: { readonly fact: FactEvent }) => JSON.stringify([fact.type, fact.data]),
} as never;

interface Edge {
  readonly from: string;
  readonly fact: FactEvent;
  readonly to: string;
}

interface Path {
  readonly state: AnyMachineSnapshot;
  readonly steps: readonly { readonly event: { readonly fact?: FactEvent } }[];
}

const paths = new Map(
  (getShortestPaths(machine, options) as unknown as readonly Path[]).map((path) => [
    abstract(path.state),
    path,
  ]),
);

const edges = edgesOf(getAdjacencyMap(machine, options) as never);

describe('the paths through the machine', () => {
  it('reach every leaf state', () => {
    const reached = new Set([...paths.keys()].map((key) => key.split(' | ')[0]));
    expect(officerCase.chart.leaves.filter((leaf) => !reached.has(leaf))).toEqual([]);
  });

  it('take every transition of the chart, each of its guarded ways', () => {
    const taken = new Set(edges.map(({ from, fact, to }) => `${stateOf(from)} ${fact.type} ${stateOf(to)}`));
    const ways = officerCase.chart.leaves.flatMap((leaf) =>
      [...officerCase.events.keys()].flatMap((type) =>
        officerCase.chart.candidates(leaf, type).map(({ to }) => `${leaf} ${type} ${to}`),
      ),
    );
    expect(ways.filter((way) => !taken.has(way))).toEqual([]);
  });

  it('lead the fold to the same state, along the shortest path and one transition further', () => {
    expect(edges.length).toBeGreaterThan(1000);
    for (const { from, fact, to } of edges) {
      const before = foldAlong(paths.get(from));
      const after = officerCase.fold.step(before, fact);
      expect([from, fact.type, after?.state]).toEqual([from, fact.type, stateOf(to)]);
    }
  });

  it('refuse in every state what the table refuses there', () => {
    for (const [key, { state }] of paths) {
      for (const { type, fact } of events) {
        const marks = marksIn(state);
        const place = { state: stateOf(key), facts: factsIn(state), ...(marks && { marks }) };
        const accepted = officerCase.chart.next(place, fact)?.state;
        const snapshot = next(state, fact);
        expect([key, type, snapshot && statePath(snapshot.value)]).toEqual([key, type, accepted]);
      }
    }
  });

  it('are judged alike by the table and by XState, whatever the guards answer', () => {
    expect(judgeChart(officerCase, examples, { histories: 300 }).verdicts).toBeGreaterThan(2000);
  });
});

function stateOf(key: string): string {
  return key.split(' | ')[0] ?? '';
}

function edgesOf(
  map: Readonly<
    Record<
      string,
      {
        readonly transitions: Readonly<
          Record<string, { readonly event: { readonly fact: FactEvent }; readonly state: AnyMachineSnapshot }>
        >;
      }
    >
  >,
): readonly Edge[] {
  return Object.entries(map).flatMap(([from, { transitions }]) =>
    Object.values(transitions)
      // XState answers an event that a state does not know with the same state; those are asked for
      // separately.
      .filter(({ event }) => isTaken(from, event.fact))
      .map(({ event, state }) => ({ from, fact: event.fact, to: abstract(state) })),
  );
}

function isTaken(from: string, { type, data }: FactEvent): boolean {
  const state = paths.get(from)?.state;
  return (
    state !== undefined &&
    officerCase.chart.next({ state: stateOf(from), facts: factsIn(state) }, { type, data }) !== undefined
  );
}

const folds = new Map<Path, Folded | undefined>();

function foldAlong(path: Path | undefined): Folded | undefined {
  if (path === undefined) throw new Error('no path leads there');
  if (!folds.has(path)) {
    // The first step of a path is the opening of the case, which XState names by an event of its own.
    const steps = path.steps.flatMap(({ event }) => event.fact ?? []);
    const all = [opening, ...steps].flatMap((fact) => fact ?? []);
    folds.set(
      path,
      all.reduce<Folded | undefined>((folded, fact) => officerCase.fold.step(folded, fact), undefined),
    );
  }
  return folds.get(path);
}
