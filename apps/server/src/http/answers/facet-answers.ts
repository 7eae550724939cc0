import type { AuditEventFacets } from '@safeconduct/contracts';
import type { AuditBars, FacetValue } from '@safeconduct/engine';
import type { Served } from '../tokens.js';
import { nameOf } from './case-answers.js';

export const countAnswer = ({ value, count }: FacetValue) => ({ value, count });

/** Persons and how many lines each has, with their names. */
export const actorAnswer = (
  { directory }: Served['people'],
  values: readonly FacetValue[],
): AuditEventFacets['actor'] =>
  values.map(({ value, count }) => ({ value, count, name: nameOf(directory.person(value)) }));

export const barsAnswer = ({ unit, bars }: AuditBars, zone: string): AuditEventFacets['bars'] => ({
  ...{ unit, zone },
  items: bars.map(({ from, to, lines }) => ({ from, to, count: lines })),
});
