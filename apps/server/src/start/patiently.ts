import { setTimeout as sleep } from 'node:timers/promises';

export interface Patience {
  /** Whether an error says of what is in the way that it may be gone soon. */
  readonly mayEndSoon: (error: unknown) => boolean;
  readonly patienceMs: number;
  readonly againMs: number;
}

/**
 * Does the work, and again while what is in its way may be gone soon, until the patience ends.
 * @throws  what the work threw last
 */
export async function patiently<Result>(
  work: () => Promise<Result>,
  { mayEndSoon, patienceMs, againMs }: Patience,
): Promise<Result> {
  const untilMs = performance.now() + patienceMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!mayEndSoon(error) || performance.now() > untilMs) throw error;
      await sleep(againMs);
    }
  }
}
