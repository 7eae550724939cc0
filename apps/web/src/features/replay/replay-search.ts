/** What the address of a replay says: the revision that is looked at, another one to compare it with, and the spacing of time. */
export interface ReplaySearch {
  readonly at?: number;
  readonly with?: number;
  readonly spacing?: 'time';
}

const revisionMax = 1_000_000;

const revisionOf = (given: unknown): number | undefined => {
  const revision = typeof given === 'number' || typeof given === 'string' ? Number(given) : NaN;
  return Number.isInteger(revision) && revision >= 0 && revision <= revisionMax ? revision : undefined;
};

export function replaySearch(given: Readonly<Record<string, unknown>>): ReplaySearch {
  const [at, other] = [revisionOf(given['at']), revisionOf(given['with'])];
  return {
    ...(at !== undefined && { at }),
    ...(other !== undefined && { with: other }),
    ...(given['spacing'] === 'time' && { spacing: 'time' as const }),
  };
}
