import fc from 'fast-check';
import type { Recorded } from './case-run.js';
import { randomWalk, type Attempt, type Choice } from './random-walk.js';

/**
 * Fixed, so that a failure repeats. Another seed gives other walks; fast-check says how to repeat a failed
 * one.
 */
export const seed = 20241219;

const choice: fc.Arbitrary<Choice> = fc.record({
  kind: fc.oneof(
    { weight: 40, arbitrary: fc.constant('forward' as const) },
    { weight: 8, arbitrary: fc.constant('open' as const) },
    { weight: 3, arbitrary: fc.constant('deadline' as const) },
    { weight: 4, arbitrary: fc.constant('stray' as const) },
  ),
  number: fc.nat(),
  wait: fc.nat(),
});

/** Random walks through the procedure, for fast-check. */
export const walks = fc.array(choice, { minLength: 30, maxLength: 80 }).map(randomWalk);

/** Runs a check on many random walks. */
export function everyWalk(check: (attempts: readonly Attempt[]) => void, count = 300): void {
  fc.assert(fc.property(walks, check), { seed, numRuns: count });
}

/** The events that a walk has recorded. */
export const logOf = (attempts: readonly Attempt[]): readonly Recorded[] => attempts.at(-1)?.after.log ?? [];
