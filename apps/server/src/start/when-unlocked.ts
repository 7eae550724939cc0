import { StoreLockedError } from '@safeconduct/engine';
import { patiently } from './patiently.js';

/**
 * Opens data that one process may write at a time. A holder that takes commands at an address is there to stay and is
 * told of at once. Another one, such as a command of the command line, is waited for up to five seconds.
 * @throws StoreLockedError  another process has them
 */
export const whenUnlocked = <Opened>(open: () => Promise<Opened>): Promise<Opened> =>
  patiently(open, {
    mayEndSoon: (error) => error instanceof StoreLockedError && error.serves === undefined,
    patienceMs: 5000,
    againMs: 50,
  });
