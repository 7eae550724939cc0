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
  if (names === undefined) {
    found.push({ path, from, to });
    return;
  }
  for (const name of names)
    compare(path === '' ? name : `${path}.${name}`, valueOf(from, name), valueOf(to, name), found);
}

/**
 * The names to descend into: those where both sides are containers, or one is and the other is absent. `undefined`
 * where the two sides are values to be named as they are.
 */
function namesIn(from: unknown, to: unknown): readonly string[] | undefined {
  if (Array.isArray(from) && Array.isArray(to)) return changedIndexes(from, to);
  const sides = [from, to].filter((side) => side !== undefined);
  if (!sides.every(isContainer)) return undefined;
  const names = [...new Set(sides.flatMap((side) => Object.keys(side)))];
  return names.length === 0 && sides.length === 1 ? undefined : names.sort(compareText);
}

/** A list that grew shares its first items with the one before, so most of a long list is passed over here. */
function changedIndexes(from: readonly unknown[], to: readonly unknown[]): readonly string[] {
  const changed: string[] = [];
  for (let index = 0; index < Math.max(from.length, to.length); index += 1)
    if (!Object.is(from[index], to[index])) changed.push(String(index));
  return changed;
}

const valueOf = (side: unknown, name: string): unknown => (isContainer(side) ? side[name] : undefined);

const isContainer = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
