type Mark = 'here' | 'visited';

interface Placed {
  readonly state: string;
  readonly subState: string | null;
}

/** How the states of a diagram are marked: each one on the way, with the states that it lies in, and the one where the case is. */
export function marksOf(here: string, way: readonly Placed[]): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  const mark = (path: string, as: Mark): void => {
    const parts = path.split('.');
    for (let depth = 1; depth <= parts.length; depth += 1) marks.set(parts.slice(0, depth).join('.'), as);
  };
  for (const { state, subState } of way) mark(subState ?? state, 'visited');
  mark(here, 'here');
  return marks;
}
