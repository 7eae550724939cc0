import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits so many milliseconds, or until the signal; it never fails. Whoever runs an engine on a clock of its own, as the
 * simulation does, gives the runners another one.
 */
export type Pause = (ms: number, signal?: AbortSignal) => Promise<void>;

/** Waits by the clock of this machine. */
export const pause: Pause = (ms, signal) => sleep(ms, undefined, { signal }).catch(() => {});
