import { compareText, type Workflow } from '@safeconduct/workflow';
import { casesProjection } from './cases.js';
import { declaredProjection } from './declared.js';
import { populationProjection } from './population.js';
import type { Projection } from './projection.js';
import { proposalsProjection } from './proposals.js';
import { refusalsProjection } from './refusals.js';
import { timelineProjection } from './timeline.js';
import { versionWith } from './versions.js';

/** The views that every workflow has. */
export const standardProjections: readonly Projection[] = [
  casesProjection,
  timelineProjection,
  populationProjection,
  refusalsProjection,
  proposalsProjection,
];

const showStates: readonly Projection[] = [casesProjection, populationProjection];

/** All views over some workflows: those that every workflow has, then those that one declares. */
export function projectionsOf(workflows: Iterable<Workflow>): readonly Projection[] {
  const all = [...workflows];
  const declared = all.flatMap((workflow) =>
    [...workflow.views.values()].map((view) => declaredProjection(workflow, view)),
  );
  const standard = standardProjectionsOf(all);
  return declared.length === 0 ? standard : [...standard, ...declared];
}

/**
 * The views that every workflow has, over some workflows. Rows have the names that states have today, so former names
 * that are added or dropped make another version of the views that have them: they are made again.
 */
export function standardProjectionsOf(workflows: Iterable<Workflow>): readonly Projection[] {
  const names = [...workflows].flatMap(({ name, chart }) =>
    [...chart.formerNames].map(([former, now]) => `${name} ${former} ${now}`),
  );
  if (names.length === 0) return standardProjections;
  const sorted = names.sort(compareText);
  return standardProjections.map((projection) => {
    const { name, version, tables } = projection.view;
    if (!showStates.includes(projection)) return projection;
    return { ...projection, view: { name, version: versionWith(version, sorted), tables } };
  });
}
