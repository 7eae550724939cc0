import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { CopyRefusedError } from '../copy-refused-error.js';
import type { StoresLocation } from '../location.js';
import { openFileKeyRing } from './file-key-ring.js';
import { keepMasterKey, readMasterKey } from './master-key.js';

type KeyPlace = Pick<StoresLocation, 'name' | 'keyLocation'>;

/**
 * Gives the place that a log is poured into the master key of that log, because with another one no reference
 * would lead to its case. A key that is there already is compared and never replaced.
 * @returns the file that was made, if one was
 * @throws CopyRefusedError  the place has another key
 * @throws KeyFileError  the key of the log cannot be read
 */
export function shareMasterKey(from: KeyPlace, to: KeyPlace): string | undefined {
  const [known, file] = [resolve(from.keyLocation), resolve(to.keyLocation)];
  if (known === file) return undefined;
  if (!existsSync(file)) {
    keepMasterKey(file, readMasterKey(known));
    return to.keyLocation;
  }
  if (fingerprintOf(known) === fingerprintOf(file)) return undefined;
  throw new CopyRefusedError(
    `${to.name} has another master key than ${from.name}, so it belongs to another log; choose a new place`,
  );
}

const fingerprintOf = (file: string): string => openFileKeyRing('', { file }).fingerprint();
