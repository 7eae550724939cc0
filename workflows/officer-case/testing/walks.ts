import fc from 'fast-check';
import type { Recorded } from './journey.js';
import { wander, type Attempt, type Choice } from './wander.js';

/** Fixed, so that a red run is red again. Another one finds other walks; fast-check tells how to repeat a failed one. */
export const seed = 20241219;

const choice: fc.Arbitrary<Choice> = fc.record({
  kind: fc.oneof(
    { weight: 30, arbitrary: fc.constant('forward' as const) },
    { weight: 10, arbitrary: fc.constant('open' as const) },
    { weight: 3, arbitrary: fc.constant('deadline' as const) },
    { weight: 4, arbitrary: fc.constant('stray' as const) },
  ),
  number: fc.nat(),
  wait: fc.nat(),
});

/** A random walk through the procedure. */
export const walk = fc.array(choice, { minLength: 30, maxLength: 80 }).map(wander);

/** What holds for every walk. */
export function always(holds: (attempts: readonly Attempt[]) => void, walks = 300): void {
  fc.assert(fc.property(walk, holds), { seed, numRuns: walks });
}

/** What a walk has recorded. */
export const logOf = (attempts: readonly Attempt[]): readonly Recorded[] => attempts.at(-1)?.after.log ?? [];
