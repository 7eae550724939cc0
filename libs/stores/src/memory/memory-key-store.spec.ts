import { subjectKeysContract } from '@safeconduct/engine/testing';
import { StoredSubjectKeys } from '../keys/stored-subject-keys.js';
import { masterKeyOf } from '../keys/wrapping.js';
import { openMemoryKeyStore } from './memory-key-store.js';

subjectKeysContract('memory', {
  fresh() {
    const store = openMemoryKeyStore();
    const masters = { current: masterKeyOf(Buffer.alloc(32, 7)) };
    return Promise.resolve(() =>
      Promise.resolve({ keys: new StoredSubjectKeys(store, masters), close: () => store.close() }),
    );
  },
});
