import type { KeyStore, KeyStorePlace } from '../key-store.js';
import { wrappedRoot } from '../keys-location.js';
import { StoredSubjectKeys } from '../stored-subject-keys.js';
import { masterKeyOf, type MasterKey } from '../wrapping.js';

/** The same master key in every run, another one for each number. */
export const testMasterKey = (number: number): MasterKey => masterKeyOf(Buffer.alloc(32, number));

const storeId = 'the-key-store';

/** Begins a key store under a master key, and opens the keys of subjects over it. */
export async function openBegun(place: KeyStorePlace, master = testMasterKey(7)) {
  const store = await place.open('write');
  await store.begin({ storeId, roots: [wrappedRoot(master, storeId, Buffer.alloc(32, 1))] });
  return { store, keys: new StoredSubjectKeys(store, { current: master }), close: () => store.close() };
}

/** The same key store with some of its functions replaced, to inject faults. */
export const keyStoreWith = (store: KeyStore, replaced: Partial<KeyStore>): KeyStore => ({
  name: store.name,
  header: () => store.header(),
  begin: (header) => store.begin(header),
  addRoot: (root) => store.addRoot(root),
  removeRoot: (masterId) => store.removeRoot(masterId),
  find: (subjects) => store.find(subjects),
  keep: (rows) => store.keep(rows),
  destroy: (row) => store.destroy(row),
  rewrap: (rows) => store.rewrap(rows),
  page: (range) => store.page(range),
  counts: () => store.counts(),
  close: () => store.close(),
  ...replaced,
});
