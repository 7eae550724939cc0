/** Whether a leaf state is a state or one below it. */
export const isIn = (state: string, leaf: string): boolean => leaf === state || leaf.startsWith(`${state}.`);

/** Whether the person is in the host country: from his entry until he has crossed back, departed, or the case is resolved. */
export const isInHost = (leaf: string): boolean =>
  ['entered', 'camped', 'pendingAssurance', 'relocating'].some((state) => isIn(state, leaf)) &&
  leaf !== 'relocating.inTransit';
