/** Whether a leaf state is the given state or lies below it. */
export const isIn = (state: string, leaf: string): boolean => leaf === state || leaf.startsWith(`${state}.`);

/**
 * Whether the person is in the host country: from the entry until the crossing, the departure, or the end of
 * the case.
 */
export const isInHost = (leaf: string): boolean =>
  ['entered', 'camped', 'pendingAssurance', 'relocating'].some((state) => isIn(state, leaf)) &&
  leaf !== 'relocating.inTransit';
