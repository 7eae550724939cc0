import { statesByPath } from '../chart-states.js';
import type { AnyWorkflowSource } from '../define-workflow.js';
import { aboutState } from './chart-shape.js';
import { finder, type Finding } from './finding.js';

/** Finds former names (`formerly`) that a state still has, and those that two states claim. */
export function checkFormerNames(source: AnyWorkflowSource): readonly Finding[] {
  const report = finder(source, 'chart.ts');
  const states = statesByPath(source.chart);
  const claimed = new Map<string, string>();
  return [...states].flatMap(([path, { formerly = [] }]) =>
    formerly.flatMap((former) => {
      const other = claimed.get(former);
      claimed.set(former, path);
      const what = states.has(former)
        ? 'which is a state of this chart'
        : other === undefined
          ? undefined
          : `which ${aboutState(other)} was called too`;
      const remedy = 'give the former name to the one state where its cases are now';
      return what === undefined
        ? []
        : [report('former-name', aboutState(path), `was formerly '${former}', ${what}`, remedy)];
    }),
  );
}
