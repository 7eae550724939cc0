import { setTimeout as sleep } from 'node:timers/promises';

/** Lets so many callers a second pass, evenly, however many there are. Who comes late makes up for nothing. */
export function pace(perSecond: number): () => Promise<void> {
  const everyMs = 1000 / perSecond;
  let next = performance.now();
  return async () => {
    const mine = Math.max(next, performance.now());
    next = mine + everyMs;
    await sleep(Math.max(0, mine - performance.now()));
  };
}
