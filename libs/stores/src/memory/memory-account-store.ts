import type { AccountRecord, AccountStore, KeptRecord, RecordHead } from '../accounts/account-store.js';

/** Accounts that are gone with the process. */
export function openMemoryAccounts(): AccountStore {
  const records = new Map<string, KeptRecord>();
  const keyOf = ({ kind, id }: Pick<AccountRecord, 'kind' | 'id'>) => JSON.stringify([kind, id]);
  const removeThose = (isMeant: (record: KeptRecord) => boolean) => {
    const meant = [...records].filter(([, record]) => isMeant(record));
    for (const [key] of meant) records.delete(key);
    return Promise.resolve(meant.length);
  };
  const listed = (kind: string, person: string | undefined) =>
    [...records.values()]
      .filter((record) => record.kind === kind && (person === undefined || record.person === person))
      .sort((one, other) => (one.id < other.id ? -1 : 1));
  return {
    find: (kind, id) => Promise.resolve(records.get(keyOf({ kind, id }))),
    list: (kind, person) => Promise.resolve(listed(kind, person)),
    heads: (kind, person) =>
      Promise.resolve(listed(kind, person).map(({ body: _body, ...head }): RecordHead => head)),
    put(record, version) {
      const key = keyOf(record);
      if ((records.get(key)?.version ?? 0) !== version) return Promise.resolve(false);
      records.set(key, { ...record, version: version + 1 });
      return Promise.resolve(true);
    },
    remove: (kind, id) => Promise.resolve(records.delete(keyOf({ kind, id }))),
    removeOf: (kind, person) => removeThose((record) => record.kind === kind && record.person === person),
    removeEnded: (atMs) => removeThose(({ endsAtMs }) => endsAtMs !== null && endsAtMs <= atMs),
    close: () => Promise.resolve(),
  };
}
