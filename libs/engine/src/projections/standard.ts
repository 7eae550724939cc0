import { compareText, type Workflow } from '@safeconduct/workflow';
import { derivedId } from '../events/ids.js';
import { casesProjection } from './cases.js';
import { populationProjection } from './population.js';
import type { Projection } from './projection.js';
import { refusalsProjection } from './refusals.js';
import { timelineProjection } from './timeline.js';

/** The views that every workflow has. */
export const standardProjections: readonly Projection[] = [
  casesProjection,
  timelineProjection,
  populationProjection,
  refusalsProjection,
];

const showStates: readonly Projection[] = [casesProjection, populationProjection];

/**
 * The views over some workflows. Rows have the names that states have today, so former names that are added or dropped
 * make another version of the views that have them: they are made again.
 */
export function projectionsOf(workflows: Iterable<Workflow>): readonly Projection[] {
  const names = [...workflows].flatMap(({ name, chart }) =>
    [...chart.formerNames].map(([former, now]) => `${name} ${former} ${now}`),
  );
  if (names.length === 0) return standardProjections;
  const digest = derivedId(...names.sort(compareText)).replaceAll('-', '');
  const added = versionStep * (1 + (Number.parseInt(digest.slice(0, 8), 16) % 1_000_000));
  return standardProjections.map((projection) => {
    const { name, version, tables } = projection.view;
    if (!showStates.includes(projection)) return projection;
    return { ...projection, view: { name, version: version + added, tables } };
  });
}

/** More than a view will ever have versions of its own. */
const versionStep = 1000;
