import {
  logStart,
  type EventStore,
  type KeyedHashes,
  type KeyRing,
  type SubjectKeys,
} from '@safeconduct/engine';
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { StoredContent } from '../location.js';
import { openTogether } from '../open-together.js';
import { fingerprintOf, keyedHashesUnder } from './key-ring.js';
import { KeyFileError } from './key-file-error.js';
import { KeyStoreError } from './key-store-error.js';
import type { KeyStore, KeyStoreHeader, KeyStorePlace } from './key-store.js';
import { createMasterKey, masterKeyBytes, readMasterKey } from './master-key.js';
import { masterKeyWithId, noSubjectKeys, StoredSubjectKeys, type MasterKeys } from './stored-subject-keys.js';
import { masterKeyOf, rootUse, unwrap, wrap, type MasterKey } from './wrapping.js';

/** The name under which a log keeps the fingerprint of the root of its keyed hashes. */
export const keyCheckName = 'keyCheck';

/** The name under which a log keeps the id of its key store. */
export const keyStoreName = 'keyStore';

/** Where the master key of an installation is, as the configuration says. */
export interface MasterKeyConfiguration {
  /** The master key itself, 32 bytes in base64, where it is not in a file. */
  readonly masterKey?: string | undefined;
  readonly masterKeyFile?: string | undefined;
  /** File with the master key before it, while one is replaced by the other. */
  readonly formerMasterKeyFile?: string | undefined;
}

/** The keys of an installation: a root of their own for what stays, and the master key for what lasts minutes. */
export interface InstallationKeys extends KeyRing {
  /** Hashes under the master key. They change when it is replaced. */
  readonly master: KeyedHashes;
}

/** Keys that were opened for a log. */
export interface OpenedKeys {
  readonly store: KeyStore;
  /**
   * The key ring, when the log that it is used with is the one that it belongs to. As the writer of a new log it begins
   * the key store.
   * @throws KeyStoreError  the key store is missing, or that of another log
   * @throws KeyFileError  there is no key store yet, and this is not the master key that the log was begun with
   */
  readonly ringFor: (events: EventStore) => Promise<InstallationKeys>;
  /** Closes the key store. */
  readonly close: () => Promise<void>;
}

/** How keys are opened. */
export interface KeysOpening {
  readonly mode: 'write' | 'read';
  /** Whether there is a log; only without one a master key is made. */
  readonly hasLog: boolean;
}

const lost =
  'What is lost without it: every personal field, and the way from a reference to its case. What is not: states, times, ' +
  'decisions and figures';

/** The keys of an installation, not opened yet: its master key and its key store. */
export class KeysLocation {
  constructor(
    readonly masterKeyConfiguration: MasterKeyConfiguration,
    private readonly own: { readonly keyFile: string; readonly log: string },
    readonly storePlace: KeyStorePlace,
  ) {}

  /** The name of the log, for people. */
  get log(): string {
    return this.own.log;
  }

  /** The folders of this machine in which keys are. */
  get folders(): readonly string[] {
    const { masterKey, masterKeyFile } = this.masterKeyConfiguration;
    const { folder } = this.storePlace;
    return [
      ...(folder === undefined ? [] : [folder]),
      ...(masterKey === undefined && masterKeyFile !== undefined ? [masterKeyFile] : []),
    ];
  }

  /** What the key store keeps in no file of this machine, to be searched. */
  async *contents(): AsyncGenerator<StoredContent> {
    if (this.storePlace.contents !== undefined) yield* this.storePlace.contents();
  }

  /** Where the master key is, for people. */
  get masterKeyLocation(): string {
    const { masterKey, masterKeyFile } = this.masterKeyConfiguration;
    return masterKey === undefined ? (masterKeyFile ?? this.own.keyFile) : 'SAFECONDUCT_MASTER_KEY';
  }

  /** The file of the master key that this place makes by itself; `undefined` where the configuration names one. */
  get ownKeyFile(): string | undefined {
    const { masterKey, masterKeyFile } = this.masterKeyConfiguration;
    return masterKey === undefined && masterKeyFile === undefined ? this.own.keyFile : undefined;
  }

  /**
   * Opens the key store and tries the master key on it, before anything is written.
   * @throws KeyFileError  the master key is missing, unusable, or not that of the key store
   * @throws StoreCorruptError, StoreTooNewError, StoreUnavailableError  of the key store
   */
  open({ mode, hasLog }: KeysOpening): Promise<OpenedKeys> {
    return openTogether(async (toClose) => {
      const masters = this.masterKeys({ mayMake: mode === 'write' && !hasLog });
      const store = await this.storePlace.open(mode);
      toClose(() => store.close());
      const header = await store.header();
      const root = header && this.#rootOf(header, masters);
      if (mode === 'write' && header !== undefined) await keepUnderCurrent(store, { header, root, masters });
      const begun = { store, masters, header, root };
      return { store, ringFor: (events: EventStore) => this.#ringFor(events, begun, mode) };
    });
  }

  /** @throws KeyFileError */
  masterKeys({ mayMake }: { readonly mayMake: boolean }): MasterKeys {
    const { masterKey, formerMasterKeyFile } = this.masterKeyConfiguration;
    const former =
      formerMasterKeyFile === undefined ? undefined : masterKeyOf(readMasterKey(formerMasterKeyFile));
    if (masterKey !== undefined) return { current: masterKeyOf(bytesOf(masterKey)), former };
    const file = this.masterKeyLocation;
    const isOwn = this.ownKeyFile !== undefined;
    if (!existsSync(file)) {
      if (!isOwn || !mayMake)
        throw new KeyFileError(file, `there is no key; put back the one that was there. ${lost}`);
      mkdirSync(dirname(file), { recursive: true });
      createMasterKey(file);
    }
    return { current: masterKeyOf(readMasterKey(file)), former };
  }

  /**
   * Hashes under the master key, by which programs of this machine and the server know each other.
   * @throws KeyFileError  it is missing or unusable
   */
  masterHashes(): KeyedHashes {
    return keyedHashesUnder(this.masterKeys({ mayMake: false }).current.bytes);
  }

  #ringOf(root: Buffer, { current }: MasterKeys, subjects: SubjectKeys): InstallationKeys {
    return { ...keyedHashesUnder(root), subjects, master: keyedHashesUnder(current.bytes) };
  }

  #rootOf({ storeId, roots }: KeyStoreHeader, masters: MasterKeys): Buffer {
    for (const { masterId, wrapped } of roots) {
      const master = masterKeyWithId(masters, masterId);
      if (master !== undefined) return unwrapRoot(this.storePlace.name, { master, storeId, wrapped });
    }
    const known = roots.map(({ masterId }) => masterId).join(', ');
    throw new KeyFileError(
      this.masterKeyLocation,
      `this is not the master key of ${this.storePlace.name}: it has the id ${masters.current.id}, the keys there are ` +
        `wrapped by ${known}; put that one back. ${lost}`,
    );
  }

  async #ringFor(events: EventStore, begun: Begun, mode: 'write' | 'read'): Promise<InstallationKeys> {
    const [check, storeId] = [await events.meta(keyCheckName), await events.meta(keyStoreName)];
    if (begun.header !== undefined && begun.root !== undefined) {
      this.#refuseOther(begun.header, begun.root, { check, storeId });
      if (mode === 'write') await keepMarks(events, begun.header, begun.root);
      return this.#ringOf(begun.root, begun.masters, new StoredSubjectKeys(begun.store, begun.masters));
    }
    if (storeId !== undefined)
      throw new KeyStoreError(
        this.storePlace.name,
        `the key store of ${this.own.log} is not there; ${putBack}. ${lost}`,
      );
    return this.#ringOfUnsealed(events, begun, { check, mode });
  }

  /** A new log, or one of a release that sealed nothing. The master key of such a log is the root of its hashes. */
  async #ringOfUnsealed(
    events: EventStore,
    { store, masters }: Begun,
    { check, mode }: { readonly check: string | undefined; readonly mode: 'write' | 'read' },
  ): Promise<InstallationKeys> {
    const isNew = check === undefined && (await events.head()) === logStart;
    const root = isNew ? randomBytes(masterKeyBytes) : masters.current.bytes;
    if (check !== undefined && check !== fingerprintOf(root))
      throw new KeyFileError(
        this.masterKeyLocation,
        `this is not the key that ${this.own.log} was begun with; put that one back. ${lost}`,
      );
    if (mode === 'read') return this.#ringOf(root, masters, noSubjectKeys);
    const id = randomUUID();
    const header = await store.begin({ storeId: id, roots: [wrappedRoot(masters.current, id, root)] });
    // Another server may have begun it first.
    const kept = this.#rootOf(header, masters);
    await keepMarks(events, header, kept);
    return this.#ringOf(kept, masters, new StoredSubjectKeys(store, masters));
  }

  #refuseOther(
    header: KeyStoreHeader,
    root: Buffer,
    known: { readonly check: string | undefined; readonly storeId: string | undefined },
  ): void {
    const isOther = (one: string | undefined, here: string) => one !== undefined && one !== here;
    if (isOther(known.storeId, header.storeId) || isOther(known.check, fingerprintOf(root)))
      throw new KeyStoreError(
        this.storePlace.name,
        `this is the key store of another installation than ${this.own.log}; ${putBack}, or correct SAFECONDUCT_KEYS`,
      );
  }
}

interface Begun {
  readonly store: KeyStore;
  readonly masters: MasterKeys;
  readonly header: KeyStoreHeader | undefined;
  readonly root: Buffer | undefined;
}

const putBack = 'put the right one back, from its own backup';

/** The root of the keyed hashes, wrapped by a master key. */
export const wrappedRoot = (master: MasterKey, storeId: string, root: Buffer) => ({
  masterId: master.id,
  wrapped: wrap(master, rootUse(storeId), root),
});

/** @throws KeyStoreError  it was changed */
export function unwrapRoot(
  store: string,
  {
    master,
    storeId,
    wrapped,
  }: { readonly master: MasterKey; readonly storeId: string; readonly wrapped: Buffer },
): Buffer {
  try {
    return unwrap(master, rootUse(storeId), wrapped);
  } catch {
    throw new KeyStoreError(store, `its first key does not unwrap, so it was changed; ${putBack}`);
  }
}

/** While a master key is replaced, the first process that has both keeps the root under the new one. */
async function keepUnderCurrent(
  store: KeyStore,
  { header, root, masters }: { header: KeyStoreHeader; root: Buffer | undefined; masters: MasterKeys },
): Promise<void> {
  const { current } = masters;
  if (root === undefined || header.roots.some(({ masterId }) => masterId === current.id)) return;
  await store.addRoot(wrappedRoot(current, header.storeId, root));
}

async function keepMarks(events: EventStore, { storeId }: KeyStoreHeader, root: Buffer): Promise<void> {
  await events.setMetaOnce(keyCheckName, fingerprintOf(root));
  await events.setMetaOnce(keyStoreName, storeId);
}

function bytesOf(masterKey: string): Buffer {
  const bytes = Buffer.from(masterKey, 'base64');
  if (
    bytes.length === masterKeyBytes &&
    bytes.toString('base64').replace(/=+$/, '') === masterKey.replace(/=+$/, '')
  )
    return bytes;
  throw new KeyFileError(
    'SAFECONDUCT_MASTER_KEY',
    `a master key has ${masterKeyBytes} bytes, written as 44 characters of base64; make one with: openssl rand -base64 32`,
  );
}

/** The file of a master key in a folder. */
export const masterKeyFileIn = (folder: string): string => join(folder, 'master.key');
