import { StoreLockedError } from '@safeconduct/engine';
import { setTimeout as sleep } from 'node:timers/promises';

const patienceMs = 5000;
const againMs = 50;

/**
 * Opens data that one process may write at a time. A holder that takes commands at an address is there to stay and is
 * told of at once. Another one, such as a command of the command line, is waited for up to five seconds.
 * @throws StoreLockedError  another process has them
 */
export async function whenUnlocked<Opened>(open: () => Promise<Opened>): Promise<Opened> {
  const untilMs = performance.now() + patienceMs;
  for (;;) {
    try {
      return await open();
    } catch (error) {
      const mayEndSoon = error instanceof StoreLockedError && error.address === undefined;
      if (!mayEndSoon || performance.now() > untilMs) throw error;
      await sleep(againMs);
    }
  }
}
