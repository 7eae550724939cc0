import { setTimeout as sleep } from 'node:timers/promises';

const lateMaxMs = 1000;

/** Lets so many callers a second pass, evenly, however many there are. A delay of up to a second is made up for. */
export function pace(perSecond: number): () => Promise<void> {
  const everyMs = 1000 / perSecond;
  let next = performance.now();
  return async () => {
    const mine = Math.max(next, performance.now() - lateMaxMs);
    next = mine + everyMs;
    const ms = mine - performance.now();
    if (ms > 0) await sleep(ms);
  };
}
