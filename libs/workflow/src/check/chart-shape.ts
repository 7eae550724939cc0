import type { ChartState } from '../chart.js';
import { pathOf, statesByPath, transitionsOf } from '../chart-states.js';
import type { AnyWorkflowSource } from '../define-workflow.js';
import type { EventSources } from '../event.js';
import { finder, type Finding } from './finding.js';
import { checkChartKeys } from './known-keys.js';

type State = ChartState<unknown, EventSources>;
type Report = ReturnType<typeof finder>;

const nameForm = /^[A-Za-z][A-Za-z0-9]*$/;

/** What a chart must satisfy before it can be compiled: known keys, names, initial states and targets that exist. */
export function checkChartShape(source: AnyWorkflowSource): readonly Finding[] {
  const report = finder(source, 'chart.ts');
  const states = statesByPath(source.chart);
  const shape = [...states].flatMap(([path, state]) => [
    ...badNames(path, state, report),
    ...badInitial(path, state, report),
    ...badTargets(path, state, new Set(states.keys()), report),
  ]);
  return [...checkChartKeys(source), ...shape, ...badWaysBack(source, report)];
}

export const aboutState = (path: string): string => (path === '' ? 'the chart' : `state ${path}`);

function badNames(path: string, state: State, report: Report): readonly Finding[] {
  return Object.keys(state.states ?? {})
    .filter((name) => !nameForm.test(name))
    .map((name) =>
      report(
        'state-name',
        aboutState(path),
        `has a sub-state named '${name}'`,
        'use letters and digits: a dot separates the names of a path',
      ),
    );
}

function badInitial(path: string, state: State, report: Report): readonly Finding[] {
  const { initial, states } = state;
  // All sub-states of a parallel state were meant, so an initial one would be the wrong advice.
  if ('type' in state && state.type === 'parallel') return [];
  const names = Object.keys(states ?? {});
  if (names.length === 0 && initial === undefined) return [];
  if (initial !== undefined && names.includes(initial)) return [];
  const what =
    initial === undefined
      ? 'has sub-states but no initial one'
      : `starts in '${initial}', which is none of its sub-states`;
  const remedy = names.length === 0 ? "remove 'initial'" : `set 'initial' to one of ${names.join(', ')}`;
  return [report('state-initial', aboutState(path), what, remedy)];
}

function badTargets(
  path: string,
  state: State,
  known: ReadonlySet<string>,
  report: Report,
): readonly Finding[] {
  return Object.entries(state.on ?? {}).flatMap(([eventType, entry]) =>
    transitionsOf(entry)
      .map(({ target }) => pathOf(target))
      .filter((target) => target !== undefined)
      .filter((target) => target === '' || !known.has(target))
      .map((target) =>
        report(
          'target-unknown',
          aboutState(path),
          `goes to '${target}' on ${eventType}, a state that does not exist`,
          remedyFor(target, known),
        ),
      ),
  );
}

/** A way back leads to what some transition remembers. */
function badWaysBack(source: AnyWorkflowSource, report: Report): readonly Finding[] {
  const states = [...statesByPath(source.chart)];
  const marked = new Set(
    states.flatMap(([, { on = {} }]) =>
      Object.values(on).flatMap((entry) => transitionsOf(entry).map(({ marks }) => marks)),
    ),
  );
  return states.flatMap(([path, { on = {} }]) =>
    Object.entries(on).flatMap(([type, entry]) =>
      transitionsOf(entry)
        .map(({ target }) => (typeof target === 'object' ? target.back : undefined))
        .filter((back) => back !== undefined)
        .filter((back) => !marked.has(back))
        .map((back) =>
          report(
            'way-back-unmarked',
            aboutState(path),
            `goes back to '${back}' on ${type}, and no transition remembers a state under that name`,
            `write 'marks: '${back}'' on the transitions that leave the states to go back to`,
          ),
        ),
    ),
  );
}

function remedyFor(target: string, known: ReadonlySet<string>): string {
  const meant = [...known].filter((path) => path.endsWith(`.${target}`));
  return meant.length > 0
    ? `write the full path from the top: ${meant.join(' or ')}`
    : 'correct the target or add the state';
}
