import { randomBytes } from 'node:crypto';
import { keyedHashesUnder } from '../keys/key-ring.js';
import type { InstallationKeys } from '../keys/keys-location.js';
import {
  isLive,
  type DestroyedKeyRow,
  type KeyRow,
  type KeyStore,
  type KeyStoreHeader,
} from '../keys/key-store.js';
import { masterKeyBytes } from '../keys/master-key.js';
import { StoredSubjectKeys } from '../keys/stored-subject-keys.js';
import { masterKeyOf } from '../keys/wrapping.js';

/** A key ring of its own that is gone with the process. */
export function memoryKeyRing(): InstallationKeys {
  const current = masterKeyOf(randomBytes(masterKeyBytes));
  const subjects = new StoredSubjectKeys(openMemoryKeyStore(), { current });
  const hashes = keyedHashesUnder(randomBytes(masterKeyBytes));
  return { ...hashes, subjects, master: keyedHashesUnder(current.bytes) };
}

/** Keys that are gone with the process. */
export function openMemoryKeyStore(): KeyStore {
  const rows = new Map<string, KeyRow>();
  let header: KeyStoreHeader | undefined;
  const changeRoots = (
    change: (roots: KeyStoreHeader['roots']) => KeyStoreHeader['roots'],
  ): Promise<void> => {
    if (header !== undefined) header = { ...header, roots: change(header.roots) };
    return Promise.resolve();
  };
  return {
    name: 'memory',
    header: () => Promise.resolve(header),
    begin: (first) => Promise.resolve((header ??= first)),
    addRoot: (root) =>
      changeRoots((roots) => [...roots.filter(({ masterId }) => masterId !== root.masterId), root]),
    removeRoot: (masterId) => changeRoots((roots) => roots.filter((root) => root.masterId !== masterId)),
    find: (subjects) => subjects.map((subject) => rows.get(subject)).filter((row) => row !== undefined),
    keep(given) {
      for (const row of given) if (!rows.has(row.subject)) rows.set(row.subject, row);
      return Promise.resolve(given.map(({ subject }) => rows.get(subject) as KeyRow));
    },
    destroy(row) {
      const known = rows.get(row.subject);
      const kept: DestroyedKeyRow = known !== undefined && !isLive(known) ? known : row;
      rows.set(row.subject, kept);
      return Promise.resolve(kept);
    },
    rewrap(given) {
      for (const row of given) {
        const known = rows.get(row.subject);
        if (known !== undefined && isLive(known)) rows.set(row.subject, row);
      }
      return Promise.resolve();
    },
    page({ after, limit }) {
      const later = [...rows.values()].filter(({ subject }) => subject > after);
      return Promise.resolve(
        later.sort((one, other) => (one.subject < other.subject ? -1 : 1)).slice(0, limit),
      );
    },
    counts() {
      const live = new Map<string, number>();
      let destroyed = 0;
      for (const row of rows.values()) {
        if (isLive(row)) live.set(row.masterId, (live.get(row.masterId) ?? 0) + 1);
        else destroyed += 1;
      }
      return Promise.resolve({ live, destroyed });
    },
    close: () => Promise.resolve(),
  };
}
