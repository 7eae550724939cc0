import type { OfficerLoad } from './workload-query.js';
import type { LoadSort, WorkloadSearch } from './workload-search.js';

export interface LoadOrder {
  readonly by: LoadSort;
  readonly descending: boolean;
}

const defaultSort = '-open';

export function loadOrder({ by = defaultSort }: WorkloadSearch): LoadOrder {
  const descending = by.startsWith('-');
  return { by: (descending ? by.slice(1) : by) as LoadSort, descending };
}

/**
 * Officers in an order, those that are equal in it by their names. What lies with nobody comes first: it waits for somebody to
 * give it out.
 */
export function sortedLoads(
  loads: readonly OfficerLoad[],
  { by, descending }: LoadOrder,
  nameOf: (load: OfficerLoad) => string,
): readonly OfficerLoad[] {
  const sign = descending ? -1 : 1;
  const byName = (one: OfficerLoad, other: OfficerLoad): number => nameOf(one).localeCompare(nameOf(other));
  return loads.toSorted((one, other) => {
    if (one.officer === null || other.officer === null) return one.officer === null ? -1 : 1;
    if (by === 'officer') return sign * byName(one, other);
    return sign * ((one[by] ?? 0) - (other[by] ?? 0)) || byName(one, other);
  });
}

/** Officers in the order in which they are shown already, and others behind them: nobody moves under the pointer. */
export function inShownOrder(
  loads: readonly OfficerLoad[],
  shown: readonly (string | null)[],
): readonly OfficerLoad[] {
  const places = new Map(shown.map((officer, place) => [officer, place]));
  const placeOf = ({ officer }: OfficerLoad): number => places.get(officer) ?? shown.length;
  return loads.toSorted((one, other) => placeOf(one) - placeOf(other));
}
