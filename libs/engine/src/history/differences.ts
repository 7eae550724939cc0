import { compareText } from '@safeconduct/workflow';

/** One value that differs between two moments. */
export interface Difference {
  /** `consent.formNo` */
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** The differences of two plain JSON values, in the order of their paths. An absent value is `undefined`. */
export function differences(from: unknown, to: unknown): readonly Difference[] {
  const found: Difference[] = [];
  compare('', from, to, found);
  return found;
}

function compare(path: string, from: unknown, to: unknown, found: Difference[]): void {
  if (Object.is(from, to)) return;
  const names = namesIn(from, to);
  if (names.length === 0) {
    found.push({ path, from, to });
    return;
  }
  for (const name of names)
    compare(path === '' ? name : `${path}.${name}`, valueOf(from, name), valueOf(to, name), found);
}

/** The names to descend into: those where both sides are containers, or one is and the other is absent. */
function namesIn(from: unknown, to: unknown): readonly string[] {
  const sides = [from, to].filter((side) => side !== undefined);
  return sides.every(isContainer)
    ? [...new Set(sides.flatMap((side) => Object.keys(side as object)))].sort(compareText)
    : [];
}

const valueOf = (side: unknown, name: string): unknown => (isContainer(side) ? side[name] : undefined);

const isContainer = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
