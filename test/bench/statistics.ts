/** The spread of the values of several repetitions. */
export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/** The target of a figure. */
export type Target = { readonly atLeast: number } | { readonly atMost: number };

export type Verdict = 'met' | 'missed';

/** @throws RangeError  there is no value */
export function spreadOf(values: Iterable<number>): Spread {
  const sorted = Float64Array.from(values).sort();
  if (sorted.length === 0) throw new RangeError('a spread needs at least one value');
  return { min: sorted.at(0) as number, median: middleOf(sorted), max: sorted.at(-1) as number };
}

/** The smallest value that this part of the values does not exceed. */
export function quantileOf(values: Iterable<number>, part: number): number {
  const sorted = Float64Array.from(values).sort();
  if (sorted.length === 0) throw new RangeError('a quantile needs at least one value');
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] as number;
}

export const medianOf = (values: Iterable<number>): number => spreadOf(values).median;

/**
 * The spread of the ratios of neighbours: each value over the one measured beside it, because other load at
 * that time slowed both.
 */
export function ratioOf(values: readonly number[], beside: readonly number[]): Spread {
  if (values.length !== beside.length) throw new RangeError('both sides are measured equally often');
  return spreadOf(values.map((value, index) => value / (beside[index] as number)));
}

/** The median decides; the ends of the spread show how reliable it is. */
export function verdictOf({ median }: Spread, target: Target): Verdict {
  const isMet = 'atLeast' in target ? median >= target.atLeast : median <= target.atMost;
  return isMet ? 'met' : 'missed';
}

function middleOf(sorted: Float64Array): number {
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] as number) + upper) / 2;
}
