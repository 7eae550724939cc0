import { compareText } from '@safeconduct/workflow';
import type { KeyRing } from '../ports/key-ring.js';
import type { Flow } from '../ports/ledger-queries.js';
import { sumOf, type Measure } from '../queries/population.js';

/** Figures are multiples of this to readers who do not see the persons. */
export const roundedTo = 5;

/**
 * Rounds figures so that none says how few persons it is about, neither by itself nor as a difference of others.
 *
 * Each figure is rounded by itself, up or down to a multiple of five, at a limit that follows from what it counts and a
 * key of the installation (random rounding to base 5, keyed by cells). So figures do not add up exactly: a total without
 * all parts but one does not give that part. The same cells are rounded in the same way whatever they are called and
 * however often somebody asks, so answers cannot be averaged.
 */
export interface Rounding {
  readonly measure: Measure;
  /** Ways that nobody went, or that are rounded to nobody, are left out. */
  readonly flows: (workflow: string, flows: readonly Flow[]) => readonly Flow[];
}

export function rounding(keys: KeyRing): Rounding {
  const rounded = (counted: string, count: number): number => {
    const limit = Number.parseInt(keys.keyedHash('figures', counted, 'hex').slice(0, 8), 16) % roundedTo;
    return Math.floor((count + limit) / roundedTo) * roundedTo;
  };
  return {
    measure: {
      roundedTo,
      figureOf: (cells) =>
        rounded(
          cells
            .map(({ key }) => key)
            .sort(compareText)
            .join('\n'),
          sumOf(cells),
        ),
    },
    flows: (workflow, flows) =>
      flows
        .map((flow) => ({
          ...flow,
          count: rounded(`${workflow}|${flow.from ?? ''}|${flow.to}`, flow.count),
        }))
        .filter(({ count }) => count > 0),
  };
}
