import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { isDestroyed, type SubjectKey } from '@safeconduct/engine';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteKeyStorePlace } from '../sqlite/keys/sqlite-key-store.js';
import type { KeyStore } from './key-store.js';
import { unwrapRoot, wrappedRoot } from './keys-location.js';
import { rotateKeys } from './rotate-keys.js';
import { StoredSubjectKeys, type MasterKeys } from './stored-subject-keys.js';
import { keyStoreWith, openBegun, testMasterKey } from './testing/begun-key-store.js';

const folder = mkdtempSync(join(tmpdir(), 'rotate-'));
const [old, current, other] = [testMasterKey(7), testMasterKey(8), testMasterKey(9)];
const both: MasterKeys = { current, former: old };
const persons = 1200;
const subjects = Array.from({ length: persons }, (_, index) => `subject ${String(index).padStart(4, '0')}`);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('keys that are wrapped anew by another master key', () => {
  let store: KeyStore;
  let before: readonly string[];

  beforeEach(async () => {
    const opened = await openBegun(sqliteKeyStorePlace(mkdtempSync(join(folder, 'f-'))), old);
    store = opened.store;
    before = (await Promise.all(subjects.map(async (subject) => opened.keys.make(subject)))).map(bytesOf);
    const header = await store.header();
    await store.addRoot(wrappedRoot(current, header?.storeId ?? '', Buffer.alloc(32, 1)));
  });

  const keysUnder = async (masters: MasterKeys): Promise<readonly string[]> => {
    const found = await new StoredSubjectKeys(store, masters).find(subjects);
    return subjects.map((subject) => bytesOf(found.get(subject) as SubjectKey));
  };

  it('are the same keys, and need the former master key no more', async () => {
    expect(await rotateKeys(store, both)).toEqual({ rewrapped: persons });
    expect(await keysUnder({ current })).toEqual(before);
    const { storeId, roots } = (await store.header()) ?? { storeId: '', roots: [] };
    expect(roots.map(({ masterId }) => masterId)).toEqual([current.id]);
    expect(
      unwrapRoot('store', { ...(roots[0] as (typeof roots)[number]), storeId, master: current }),
    ).toEqual(Buffer.alloc(32, 1));
    await expect(keysUnder({ current: old })).rejects.toThrow(/wrapped by master key/);
    expect(await rotateKeys(store, both)).toEqual({ rewrapped: 0 });
  });

  it('are all readable after a crash between any two pages, and the same call goes on', async () => {
    // Each time one page more is wrapped anew.
    for (const crashAt of [1, 2, 2]) {
      let pages = 0;
      const crashing = keyStoreWith(store, {
        rewrap: (rows) => {
          pages += 1;
          return pages === crashAt ? Promise.reject(new Error('crash')) : store.rewrap(rows);
        },
      });
      await expect(rotateKeys(crashing, both)).rejects.toThrow('crash');
      expect(await keysUnder(both)).toEqual(before);
      expect((await store.header())?.roots).toHaveLength(2);
    }
    await rotateKeys(store, both);
    expect(await keysUnder({ current })).toEqual(before);
  });

  it('keep the former master key while another process makes keys under it', async () => {
    const late = new StoredSubjectKeys(store, { current: old });
    const making = keyStoreWith(store, {
      counts: async () => {
        await late.make('a late subject');
        return store.counts();
      },
    });
    await rotateKeys(making, both);
    expect((await store.header())?.roots).toHaveLength(2);
    expect(await rotateKeys(store, both)).toEqual({ rewrapped: 1 });
    expect((await store.header())?.roots).toHaveLength(1);
  });

  it('stay destroyed', async () => {
    await new StoredSubjectKeys(store, both).destroy('subject 0007', '2025-01-01T00:00:00.000Z');
    expect(await rotateKeys(store, both)).toEqual({ rewrapped: persons - 1 });
    expect((await keysUnder({ current }))[7]).toBe('destroyed');
  });

  it('are refused where the master key that wraps them is not there, with what to do', async () => {
    await expect(rotateKeys(store, { current: other })).rejects.toThrow(
      /wrapped by master key [0-9a-f]{16}; name its file in SAFECONDUCT_FORMER_MASTER_KEY_FILE/,
    );
    expect(await keysUnder({ current: old })).toEqual(before);
  });
});

const bytesOf = (key: SubjectKey): string =>
  isDestroyed(key) ? 'destroyed' : key.id + key.of('identity').export().toString('hex');
