import { copyFileSync, chmodSync, constants, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { CopyRefusedError } from '../../copy-refused-error.js';
import { copyInto } from '../../keys/copy-keys.js';
import { fingerprintOf } from '../../keys/key-ring.js';
import { KeyFileError } from '../../keys/key-file-error.js';
import { KeyStoreError } from '../../keys/key-store-error.js';
import { keyCheckName, keyStoreName, KeysLocation } from '../../keys/keys-location.js';
import type { KeysOfBackup } from '../../location.js';
import { sqliteKeyStorePlace } from './sqlite-key-store.js';

const ownerOnly = 0o600;

/** The log that is restored: its name for people, and the texts that it keeps beside itself. */
interface LogOfBackup {
  readonly log: string;
  readonly meta: (name: string) => string | undefined;
}

/**
 * Puts the keys of a log in their place before the log is restored. Nothing is written unless all of them match. Keys
 * that were destroyed here stay destroyed, whatever the copy has.
 * @returns takes back what was written, where the log could not be restored
 * @throws CopyRefusedError, KeyFileError, KeyStoreError
 */
export async function restoreKeys(
  keys: KeysLocation,
  { keyFile, keyStore }: KeysOfBackup,
  { log, meta }: LogOfBackup,
): Promise<() => void> {
  const file = keyFile ?? (existsSync(keys.masterKeyLocation) ? keys.masterKeyLocation : undefined);
  const isConfigured = keys.ownKeyFile === undefined;
  if (file === undefined && !isConfigured)
    throw new CopyRefusedError(
      'restore needs the master key of the installation that the backup was made of',
    );
  // What is given is tried on what is restored, before anything is written.
  const given = new KeysLocation(
    file === undefined
      ? keys.masterKeyConfiguration
      : { ...keys.masterKeyConfiguration, masterKey: undefined, masterKeyFile: file },
    { keyFile: keys.masterKeyLocation, log },
    keyStore === undefined ? keys.storePlace : sqliteKeyStorePlace(keyStore),
  );
  await refuseOtherKeys(given, meta, log);
  const isBegun = await isThere(keys);
  const copied = file === undefined ? undefined : copiedKeyFile(keys, file);
  const undo = (): void => {
    if (copied !== undefined) rmSync(copied, { force: true });
    if (keyStore !== undefined && !isBegun) keys.storePlace.discard?.();
  };
  try {
    if (keyStore !== undefined) await copyStore(given, keys);
  } catch (error) {
    undo();
    throw error;
  }
  return undo;
}

async function refuseOtherKeys(given: KeysLocation, meta: LogOfBackup['meta'], log: string): Promise<void> {
  const [check, storeId] = [meta(keyCheckName), meta(keyStoreName)];
  const opened = await given.open({ mode: 'read', hasLog: true });
  try {
    const header = await opened.store.header();
    if (header === undefined) {
      if (storeId !== undefined)
        throw new KeyStoreError(
          given.storePlace.name,
          `the key store of ${log} is not there; name a copy of it with --keys <folder>`,
        );
      const { current } = given.masterKeys({ mayMake: false });
      if (check !== undefined && check !== fingerprintOf(current.bytes))
        throw new KeyFileError(
          given.masterKeyLocation,
          `this is not the key that ${log} was begun with; put that one back`,
        );
    } else if (storeId !== header.storeId)
      throw new KeyStoreError(
        given.storePlace.name,
        `this is the key store of another installation than ${log}`,
      );
  } finally {
    await opened.close();
  }
}

/** @returns the file that was made, if one was */
function copiedKeyFile(keys: KeysLocation, file: string): string | undefined {
  const own = keys.ownKeyFile;
  if (own === undefined || resolve(file) === resolve(own)) return undefined;
  if (existsSync(own)) throw new CopyRefusedError(`${own} is a master key already; choose a new folder`);
  mkdirSync(dirname(own), { recursive: true });
  copyFileSync(file, own, constants.COPYFILE_EXCL);
  chmodSync(own, ownerOnly);
  return own;
}

async function isThere({ storePlace }: KeysLocation): Promise<boolean> {
  const store = await storePlace.open('read');
  try {
    return (await store.header()) !== undefined;
  } finally {
    await store.close();
  }
}

async function copyStore(given: KeysLocation, keys: KeysLocation): Promise<void> {
  const source = await given.storePlace.open('read');
  try {
    const header = await source.header();
    if (header === undefined) throw new CopyRefusedError(`${given.storePlace.name} is not there`);
    const target = await keys.storePlace.open('write');
    try {
      await copyInto(target, { source, header, masters: given.masterKeys({ mayMake: false }) });
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}
