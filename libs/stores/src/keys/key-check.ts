import type { EventStore } from '@safeconduct/engine';
import type { FileKeyRing } from './file-key-ring.js';
import { KeyFileError } from './key-file-error.js';

/** The name under which a log keeps the fingerprint of the key it was begun with. */
export const keyCheckName = 'keyCheck';

/**
 * Keeps the fingerprint of the key beside a new log, and compares it with that of an old one.
 * @throws KeyFileError  with this key no reference would lead to its case
 */
export async function keepKeyCheck(events: EventStore, keys: FileKeyRing, place: KeyLocation): Promise<void> {
  refuseOtherKey(await events.setMetaOnce(keyCheckName, keys.fingerprint()), keys, place);
}

/** Compares the key with the one the log was begun with. @throws KeyFileError */
export async function checkKey(events: EventStore, keys: FileKeyRing, place: KeyLocation): Promise<void> {
  refuseOtherKey(await events.meta(keyCheckName), keys, place);
}

interface KeyLocation {
  readonly keyFile: string;
  /** The log that was begun with the other key, for people. */
  readonly log: string;
}

export function refuseOtherKey(
  known: string | undefined,
  keys: FileKeyRing,
  { keyFile, log }: KeyLocation,
): void {
  if (known === undefined || known === keys.fingerprint()) return;
  throw new KeyFileError(keyFile, `this is not the key that ${log} was begun with; put that one back`);
}
