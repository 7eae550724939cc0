import { compareText } from '@safeconduct/workflow';

/** How many there are of a value. */
export interface FacetValue<Value = string> {
  readonly value: Value;
  readonly count: number;
}

export type Countable = string | boolean | null;

/** How many there are of each value that groups have, the most frequent first; a group counts once with each of its values. */
export function tallied<Group, Value extends Countable>(
  groups: readonly Group[],
  valuesIn: (group: Group) => readonly Value[],
  sizeOf: (group: Group) => number,
): readonly FacetValue<Value>[] {
  const counts = new Map<Value, number>();
  for (const group of groups)
    for (const value of new Set(valuesIn(group))) counts.set(value, (counts.get(value) ?? 0) + sizeOf(group));
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort(
      (one, other) =>
        other.count - one.count || compareText(String(one.value ?? ''), String(other.value ?? '')),
    );
}
