import { existsSync } from 'node:fs';
import { CopyRefusedError } from '../copy-refused-error.js';
import { fingerprintOf } from './key-ring.js';
import { isLive, type KeyRow, type KeyStore, type KeyStoreHeader, type KeyStorePlace } from './key-store.js';
import { unwrapRoot, type KeysLocation } from './keys-location.js';
import { keepMasterKey } from './master-key.js';
import { masterKeyWithId, type MasterKeys } from './stored-subject-keys.js';

const pageSize = 1000;

export interface CopiedKeys {
  /** The file with the master key that was made, if one was. */
  readonly masterKeyFile: string | undefined;
  /** The key store that got keys; `undefined` where both places use one. */
  readonly store: string | undefined;
}

/**
 * Gives the place that a log is poured into the keys of that log: its master key, and every key and tombstone that its
 * key store lacks. Keys that are there already are never replaced, except by a tombstone, so the same call again goes on.
 * @throws CopyRefusedError  the place has other keys
 * @throws KeyFileError, KeyStoreError  the keys of the log cannot be read
 */
export async function copyKeys(from: KeysLocation, to: KeysLocation): Promise<CopiedKeys> {
  const masters = from.masterKeys({ mayMake: false });
  const masterKeyFile = shareMasterKey(from, masters, to);
  if (from.storePlace.name === to.storePlace.name) return { masterKeyFile, store: undefined };
  const source = await from.storePlace.open('read');
  try {
    const header = await source.header();
    // A log of a release that sealed nothing has no key store.
    if (header === undefined) return { masterKeyFile, store: undefined };
    const target = await to.storePlace.open('write');
    try {
      await copyInto(target, { source, header, masters });
    } finally {
      await target.close();
    }
    return { masterKeyFile, store: to.storePlace.name };
  } finally {
    await source.close();
  }
}

/** @returns the file that was made, if one was */
function shareMasterKey(from: KeysLocation, { current }: MasterKeys, to: KeysLocation): string | undefined {
  const file = to.ownKeyFile;
  if (file !== undefined && !existsSync(file)) {
    keepMasterKey(file, current.bytes);
    return file;
  }
  if (to.masterKeys({ mayMake: false }).current.id === current.id) return undefined;
  throw new CopyRefusedError(
    `${to.log} has another master key than ${from.log}, so it belongs to another log; choose a new place`,
  );
}

/**
 * Copies a key store, of whatever kind, into a new folder, also while servers use it.
 * @returns of how many persons it has keys
 * @throws CopyRefusedError  the folder has a key store already, or there is none to copy
 */
export async function copyKeyStore(from: KeysLocation, place: KeyStorePlace): Promise<number> {
  const { store: source, close } = await from.open({ mode: 'read', hasLog: true });
  try {
    const header = await source.header();
    if (header === undefined) throw new CopyRefusedError(`${source.name} is not begun yet`);
    const target = await place.open('write');
    try {
      if ((await target.header()) !== undefined)
        throw new CopyRefusedError(`${place.name} exists; choose another folder`);
      await copyInto(target, { source, header, masters: from.masterKeys({ mayMake: false }) });
      const { live } = await target.counts();
      return [...live.values()].reduce((sum, count) => sum + count, 0);
    } finally {
      await target.close();
    }
  } finally {
    await close();
  }
}

interface KeysOfLog {
  readonly source: KeyStore;
  readonly header: KeyStoreHeader;
  readonly masters: MasterKeys;
}

/** Copies what a key store has into another one. @throws CopyRefusedError  it is that of another log */
export async function copyInto(target: KeyStore, { source, header, masters }: KeysOfLog): Promise<void> {
  const there = await target.begin(header);
  if (
    there.storeId !== header.storeId ||
    hashRoot(target, there, masters) !== hashRoot(source, header, masters)
  )
    throw new CopyRefusedError(`${target.name} is the key store of another log; choose a new place`);
  for (let after = ''; ;) {
    const page = await source.page({ after, limit: pageSize });
    await keepAll(target, page);
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    after = last.subject;
  }
}

async function keepAll(target: KeyStore, rows: readonly KeyRow[]): Promise<void> {
  if (rows.length === 0) return;
  const kept = new Map((await target.keep(rows)).map((row) => [row.subject, row]));
  for (const row of rows) {
    const there = kept.get(row.subject);
    if (!isLive(row) && there !== undefined && isLive(there)) await target.destroy(row);
  }
}

function hashRoot(
  { name }: KeyStore,
  { storeId, roots }: KeyStoreHeader,
  masters: MasterKeys,
): string | undefined {
  for (const { masterId, wrapped } of roots) {
    const master = masterKeyWithId(masters, masterId);
    if (master !== undefined) return fingerprintOf(unwrapRoot(name, { master, storeId, wrapped }));
  }
  return undefined;
}
