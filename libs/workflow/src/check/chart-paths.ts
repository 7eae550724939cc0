import { statesByPath, transitionsOf } from '../chart-states.js';
import { compileChart, type CompiledChart } from '../compile-chart.js';
import type { AnyWorkflowSource } from '../define-workflow.js';
import { aboutState } from './chart-shape.js';
import { finder, type Finding } from './finding.js';

/** The paths through a chart, whatever its guards answer. */
export interface ChartPaths {
  readonly chart: CompiledChart;
  /** The leaf states that a case can reach. */
  readonly reached: ReadonlySet<string>;
  /** The leaf states that can be reached from a leaf state, itself included. */
  readonly from: (leaf: string) => ReadonlySet<string>;
}

/** The paths through the chart of a workflow. The chart must have passed `checkChartShape`. */
export function chartPathsOf(source: AnyWorkflowSource): ChartPaths {
  const chart = compileChart(source.chart as Parameters<typeof compileChart>[0]);
  const types = new Set(
    [...statesByPath(source.chart).values()].flatMap((state) => Object.keys(state.on ?? {})),
  );
  const from = (leaf: string) => {
    const reached = new Set([leaf]);
    // Iterating over a set includes elements that are added meanwhile, so the loop ends when no new state is
    // found.
    for (const each of reached)
      for (const type of types) for (const { to } of chart.candidates(each, type)) reached.add(to);
    return reached;
  };
  return { chart, reached: from(chart.initial), from };
}

/**
 * Finds states that no case can reach, states without a path to an end, and transitions that are never tried.
 */
export function checkChartPaths(source: AnyWorkflowSource, paths: ChartPaths): readonly Finding[] {
  return [...unreachable(source, paths), ...deadEnds(source, paths), ...neverTaken(source)];
}

function unreachable(source: AnyWorkflowSource, { chart, reached }: ChartPaths): readonly Finding[] {
  const report = finder(source, 'chart.ts');
  return chart.leaves
    .filter((leaf) => !reached.has(leaf))
    .map((leaf) =>
      report(
        'state-unreachable',
        aboutState(leaf),
        'is never reached from the initial state',
        'add a transition that leads to it, or remove it',
      ),
    );
}

function deadEnds(source: AnyWorkflowSource, { chart, reached, from }: ChartPaths): readonly Finding[] {
  const report = finder(source, 'chart.ts');
  return [...reached]
    .filter((leaf) => ![...from(leaf)].some((next) => chart.ends.has(next)))
    .map((leaf) =>
      report(
        'dead-end',
        aboutState(leaf),
        'leads to no end state, so a case would stay there for ever',
        "add a transition towards an end state, or mark it with 'end: true'",
      ),
    );
}

function neverTaken(source: AnyWorkflowSource): readonly Finding[] {
  const report = finder(source, 'chart.ts');
  return [...statesByPath(source.chart)].flatMap(([path, state]) =>
    Object.entries(state.on ?? {})
      .filter(([, entry]) => transitionsOf(entry).slice(0, -1).some(isUnguarded))
      .map(([eventType]) =>
        report(
          'transition-never-taken',
          aboutState(path),
          `lists transitions on ${eventType} after one without a guard, which always wins`,
          'put the transition without a guard last, or remove what follows it',
        ),
      ),
  );
}

const isUnguarded = ({ guard }: { readonly guard?: unknown }): boolean => guard === undefined;
