/** How far the values of several repetitions lie apart. */
export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/** What a figure is to reach. */
export type Target = { readonly atLeast: number } | { readonly atMost: number };

export type Verdict = 'met' | 'missed';

/** @throws RangeError  there is no value to speak of */
export function spreadOf(values: Iterable<number>): Spread {
  const sorted = Float64Array.from(values).sort();
  if (sorted.length === 0) throw new RangeError('a spread needs at least one value');
  return { min: sorted.at(0) as number, median: middleOf(sorted), max: sorted.at(-1) as number };
}

/** The least value that so large a part of the values does not exceed. */
export function quantileOf(values: Iterable<number>, part: number): number {
  const sorted = Float64Array.from(values).sort();
  if (sorted.length === 0) throw new RangeError('a quantile needs at least one value');
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] as number;
}

export const medianOf = (values: Iterable<number>): number => spreadOf(values).median;

/**
 * The spread of the ratios of neighbours: each value over the one that was measured beside it, because what else the
 * machine did at that time slowed both.
 */
export function ratioOf(values: readonly number[], beside: readonly number[]): Spread {
  if (values.length !== beside.length) throw new RangeError('both sides are measured equally often');
  return spreadOf(values.map((value, index) => value / (beside[index] as number)));
}

/** The median decides; the ends of the spread tell how much it can be trusted. */
export function verdictOf({ median }: Spread, target: Target): Verdict {
  const isMet = 'atLeast' in target ? median >= target.atLeast : median <= target.atMost;
  return isMet ? 'met' : 'missed';
}

function middleOf(sorted: Float64Array): number {
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] as number) + upper) / 2;
}
