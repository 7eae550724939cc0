import type { Chart, ChartGuard, ChartState, Transition } from '../chart.js';
import type { CommandDefinition } from '../command.js';
import { statesByPath, transitionsOf } from '../chart-states.js';
import type { Deadline } from '../deadline.js';
import type { AnyWorkflowSource, ComparedFields } from '../define-workflow.js';
import type { EventDefinition, EventSources } from '../event.js';
import type { Guard } from '../guard.js';
import { nearestOf } from '../nearest.js';
import type { AnyViewSource } from '../views/view.js';
import { guardsOf } from './commands.js';
import { finder, type Finding } from './finding.js';
import { leftOut } from './left-out.js';

/** The keys of a type, each once; the compiler refuses a list that lacks one. */
type KeysOf<T> = Readonly<Record<keyof Required<T>, true>>;

const stateKeys: KeysOf<ChartState<unknown, EventSources>> = {
  initial: true,
  states: true,
  on: true,
  end: true,
  formerly: true,
};
const chartKeys: KeysOf<Chart<unknown, EventSources>> = stateKeys;
const transitionKeys: KeysOf<Transition<unknown, unknown>> = { target: true, guard: true, marks: true };
const chartGuardKeys: KeysOf<ChartGuard<unknown, unknown>> = { name: true, test: true };
const eventKeys: KeysOf<EventDefinition> = { schema: true, version: true, upcasters: true };
const deadlineKeys: KeysOf<Deadline<unknown>> = { dueAt: true, role: true, then: true };
const viewKeys: KeysOf<AnyViewSource> = {
  version: true,
  columns: true,
  key: true,
  filters: true,
  rows: true,
};
const guardKeys: KeysOf<Guard<unknown>> = {
  id: true,
  version: true,
  codes: true,
  readsInput: true,
  remedies: true,
  ask: true,
};
const commandKeys: KeysOf<CommandDefinition> = {
  ...{ input: true, roles: true, confirmedBy: true, onBehalf: true, alwaysHeard: true, guards: true },
  ...{
    establishes: true,
    freeOfOrder: true,
    erases: true,
    inBulk: true,
    isNote: true,
    confirmedWithinMs: true,
  },
  ...{ yields: true, decide: true, notRecorded: true, opens: true },
};
const workflowKeys: KeysOf<AnyWorkflowSource> = {
  ...{ name: true, version: true, roles: true, events: true, initialFacts: true, evolve: true, chart: true },
  ...{
    commands: true,
    deadlines: true,
    summary: true,
    subject: true,
    texts: true,
    invariants: true,
    identifiers: true,
    compared: true,
  },
  ...{ facts: true, factGroups: true },
  ...{ places: true, outcomes: true, tags: true, notPersons: true, zone: true, inputs: true },
  ...{ views: true, access: true, releases: true, examples: true, demo: true },
};

const comparedKeys: KeysOf<ComparedFields> = { latin: true, arabic: true, birthDate: true, documentNo: true };

/** A part of a definition whose keys are fixed. */
interface Part {
  readonly file: string;
  readonly where: string;
  readonly value: unknown;
  readonly keys: object;
}

/**
 * Finds keys of a chart that mean nothing here: mistyped ones, and those of other statechart languages. A key that
 * is read over is a rule that is not kept, such as a guard that nobody asks.
 */
export const checkChartKeys = (source: AnyWorkflowSource): readonly Finding[] =>
  chartParts(source).flatMap((part) => unknownKeys(source, part));

/** Finds mistyped keys of all other parts of a definition. */
export const checkOtherKeys = (source: AnyWorkflowSource): readonly Finding[] =>
  otherParts(source).flatMap((part) => unknownKeys(source, part));

function unknownKeys(source: AnyWorkflowSource, { file, where, value, keys }: Part): readonly Finding[] {
  // A schema has methods of its own; what is no plain object is looked at by the check of its kind.
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return [];
  const known = Object.keys(keys);
  const report = finder(source, file);
  return Object.entries(value)
    .filter(([key]) => !known.includes(key))
    .map(([key, given]) => {
      const meant = nearestOf(key, known);
      const remedy = file === 'chart.ts' ? leftOut(key, given) : undefined;
      return report(
        remedy === undefined ? 'key-unknown' : 'key-left-out',
        where,
        remedy === undefined
          ? `has '${key}', which means nothing there`
          : `uses '${key}', which this language leaves out`,
        remedy ??
          (meant === undefined ? `remove it; known are ${known.join(', ')}` : `did you mean '${meant}'?`),
      );
    });
}

function chartParts({ chart }: AnyWorkflowSource): readonly Part[] {
  const file = 'chart.ts';
  return [...statesByPath(chart)].flatMap(([path, state]): readonly Part[] => {
    const where = path === '' ? 'the chart' : `state ${path}`;
    const moves = Object.entries(state.on ?? {}).flatMap(([type, entry]) =>
      transitionsOf(entry).flatMap((transition): readonly Part[] => [
        { file, where: `${where}, event ${type},`, value: transition, keys: transitionKeys },
        { file, where: `${where}, the guard of ${type},`, value: transition.guard, keys: chartGuardKeys },
      ]),
    );
    return [{ file, where, value: state, keys: path === '' ? chartKeys : stateKeys }, ...moves];
  });
}

function otherParts(source: AnyWorkflowSource): readonly Part[] {
  const parts = (file: string, what: string, values: object, keys: object): readonly Part[] =>
    Object.entries(values).map(([name, value]) => ({
      file,
      where: `${what} ${name}`,
      value: value as unknown,
      keys,
    }));
  const guards = new Set(guardsOf(source));
  return [
    { file: 'index.ts', where: 'the definition', value: source, keys: workflowKeys },
    { file: 'index.ts', where: "'compared'", value: source.compared, keys: comparedKeys },
    ...parts('events.ts', 'event', source.events, eventKeys),
    ...parts('commands.ts', 'command', source.commands, commandKeys),
    ...parts('deadlines.ts', 'deadline', source.deadlines, deadlineKeys),
    ...parts('views.ts', 'view', source.views ?? {}, viewKeys),
    ...[...guards].map((guard) => ({
      ...{ file: 'guards.ts', where: `guard ${guard.id}`, value: guard, keys: guardKeys },
    })),
  ];
}
