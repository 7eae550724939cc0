interface Day {
  readonly states: Readonly<Record<string, number>>;
}

/** Of each day, from where to where a state reaches in the stack. */
export type Band = readonly (readonly [number, number])[];

/** The states of each day one upon the other, and how high the highest stack is. */
export function stacksOf(
  days: readonly Day[],
  states: readonly string[],
): { readonly bands: readonly Band[]; readonly top: number } {
  const heights = days.map(() => 0);
  const bands = states.map((state) =>
    days.map((day, index) => {
      const low = heights[index] ?? 0;
      const high = low + (day.states[state] ?? 0);
      heights[index] = high;
      return [low, high] as const;
    }),
  );
  return { bands, top: Math.max(0, ...heights) };
}

interface Flow {
  readonly from: string | null;
  readonly to: string;
  readonly count: number;
}

export interface TopFlow {
  /** A top-level state; null for those who had not entered yet. */
  readonly from: string | null;
  readonly to: string;
  readonly count: number;
}

const topOf = (path: string): string => path.split('.')[0] ?? path;

/** Flows between top-level states, each pair once, the largest first. */
export function topFlows(flows: readonly Flow[]): readonly TopFlow[] {
  const sums = new Map<string, TopFlow>();
  for (const { from, to, count } of flows) {
    const pair = { from: from === null ? null : topOf(from), to: topOf(to) };
    const key = `${pair.from ?? ''}>${pair.to}`;
    sums.set(key, { ...pair, count: (sums.get(key)?.count ?? 0) + count });
  }
  return [...sums.values()].sort((one, other) => other.count - one.count);
}
