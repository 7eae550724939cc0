import { KeyStoreError } from './key-store-error.js';
import { isLive, type KeyStore, type LiveKeyRow } from './key-store.js';
import { masterKeyWithId, type MasterKeys } from './stored-subject-keys.js';
import { subjectUse, unwrap, wrap } from './wrapping.js';

const pageSize = 500;

export interface Rotated {
  /** How many keys were wrapped anew; those that were already are not counted. */
  readonly rewrapped: number;
}

/**
 * Wraps every key under the current master key, so that the one before it can be thrown away. The keys themselves, and
 * so the log, stay as they are. Each page is durable before the next begins; after a crash the same call goes on. The
 * former master key is forgotten last, when no key needs it.
 * @throws KeyStoreError  a key is wrapped by a master key that is not here, or was changed
 */
export async function rotateKeys(
  store: KeyStore,
  masters: MasterKeys,
  onProgress: (done: number) => void = () => {},
): Promise<Rotated> {
  const { current } = masters;
  let [rewrapped, seen] = [0, 0];
  for (let after = ''; ;) {
    const page = await store.page({ after, limit: pageSize });
    const old = page.filter(isLive).filter(({ masterId }) => masterId !== current.id);
    if (old.length > 0) await store.rewrap(old.map((row) => wrappedAnew(store, row, masters)));
    rewrapped += old.length;
    onProgress((seen += page.length));
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) break;
    after = last.subject;
  }
  await forgetFormer(store, masters);
  return { rewrapped };
}

/** Another process may have made keys under the former master key meanwhile. Then it stays until the next rotation. */
async function forgetFormer(store: KeyStore, { current }: MasterKeys): Promise<void> {
  const { live } = await store.counts();
  const header = await store.header();
  for (const { masterId } of header?.roots ?? []) {
    if (masterId !== current.id && !live.has(masterId)) await store.removeRoot(masterId);
  }
}

function wrappedAnew({ name }: KeyStore, row: LiveKeyRow, masters: MasterKeys): LiveKeyRow {
  const { subject, keyId, masterId, wrapped } = row;
  const use = subjectUse(subject, keyId);
  const master = masterKeyWithId(masters, masterId);
  if (master === undefined)
    throw new KeyStoreError(
      name,
      `keys are wrapped by master key ${masterId}; name its file in SAFECONDUCT_FORMER_MASTER_KEY_FILE`,
    );
  const { current } = masters;
  try {
    return {
      subject,
      keyId,
      masterId: current.id,
      wrapped: wrap(current, use, unwrap(master, use, wrapped)),
    };
  } catch {
    throw new KeyStoreError(
      name,
      `the key of ${subject} does not unwrap, so it was changed; put a backup back`,
    );
  }
}
