/** Choices that follow from a seed. */
export interface Choices {
  /** A whole number from 0, below this one. */
  readonly below: (count: number) => number;
  readonly pick: <Value>(values: readonly Value[]) => Value;
}

/** A linear congruential generator. Its low bits repeat soon and are left out. */
export function choicesFrom(seed: number): Choices {
  let state = seed;
  const below = (count: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % count;
  };
  return { below, pick: (values) => values[below(values.length)] as (typeof values)[number] };
}
