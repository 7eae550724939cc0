import type { Facts } from './facts.js';

/** Whether a leaf state is the given state or lies below it. */
export const isIn = (state: string, leaf: string): boolean => leaf === state || leaf.startsWith(`${state}.`);

/**
 * Whether the person is in the host country: from the entry until the crossing, the departure, or the end of
 * the case.
 */
export const isInHost = (leaf: string): boolean =>
  ['entered', 'camped', 'pendingAssurance', 'relocating'].some((state) => isIn(state, leaf)) &&
  leaf !== 'relocating.inTransit';

/** The place of those who are on the way to the crossing, abroad, or back to a facility. */
export const onTheRoad = 'ROAD';
/** The place of those of whom nobody knows where they are. */
export const notFound = 'MISSING';

/**
 * Where the host country answers for the person: in a facility, also with a permission to stay, or on the road until they
 * are handed over or have arrived abroad. Nowhere before the first placement.
 */
export function placeOf(
  {
    facility,
    outcome,
    bringBackFrom,
    missing,
  }: Pick<Facts, 'facility' | 'outcome' | 'bringBackFrom' | 'missing'>,
  leaf: string,
): string | undefined {
  const isOnTheWay = leaf.endsWith('.inTransit');
  if (!isOnTheWay && !isInHost(leaf) && outcome !== 'REMAINS_IN_HOST') return undefined;
  if (missing !== undefined) return notFound;
  return isOnTheWay || bringBackFrom !== undefined ? onTheRoad : facility;
}
