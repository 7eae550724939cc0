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
