import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { AccountRecord, AccountStore } from '../account-store.js';

/** What every store of accounts must do. `reopen`: another one over the same data, where it keeps any. */
export function accountStoreContract(
  name: string,
  open: () => Promise<{ readonly store: AccountStore; readonly reopen?: () => AccountStore }>,
): void {
  describe(`accounts in ${name}`, () => {
    let store: AccountStore;
    let reopen: (() => AccountStore) | undefined;

    beforeEach(async () => {
      ({ store, reopen } = await open());
    });
    afterEach(() => store.close());

    it('finds what was put, with its version', async () => {
      expect(await store.find('password', 'co-01')).toBeUndefined();
      expect(await store.put(password, 0)).toBe(true);
      expect(await store.find('password', 'co-01')).toEqual({ ...password, version: 1 });
      expect(await store.find('session', 'co-01')).toBeUndefined();
    });

    it('replaces the version that was read, and no other', async () => {
      await store.put(password, 0);
      const changed = { ...password, body: '{"hash":"two"}', endsAtMs: 2_000_000_000_000 };
      expect(await store.put(changed, 0)).toBe(false);
      expect(await store.put(changed, 1)).toBe(true);
      expect(await store.put(password, 1)).toBe(false);
      expect(await store.find('password', 'co-01')).toEqual({ ...changed, version: 2 });
    });

    it('lets one of many who put or remove the same do it', async () => {
      const puts = await Promise.all(Array.from({ length: 8 }, () => store.put(password, 0)));
      expect(puts.filter(Boolean)).toHaveLength(1);
      const removed = await Promise.all(Array.from({ length: 8 }, () => store.remove('password', 'co-01')));
      expect(removed.filter(Boolean)).toHaveLength(1);
    });

    it('lists a kind by id, of one person or of everybody', async () => {
      for (const [id, person] of [
        ['b', 'co-01'],
        ['a', 'co-01'],
        ['c', 'co-02'],
        ['d', null],
      ] as const)
        await store.put(session(id, person), 0);
      await store.put(password, 0);
      const ids = async (person?: string) => (await store.list('session', person)).map(({ id }) => id);
      expect(await ids()).toEqual(['a', 'b', 'c', 'd']);
      expect(await ids('co-01')).toEqual(['a', 'b']);
      expect(await ids('co-09')).toEqual([]);
    });

    it('lists their heads in the same order, without their bodies', async () => {
      for (const [id, person] of [
        ['b', 'co-01'],
        ['a', 'co-01'],
        ['c', 'co-02'],
      ] as const)
        await store.put({ ...session(id, person), endsAtMs: 1000 }, 0);
      await store.put(password, 0);
      const head = { kind: 'session', person: 'co-01', endsAtMs: 1000, version: 1 };
      expect(await store.heads('session', 'co-01')).toEqual([
        { ...head, id: 'a' },
        { ...head, id: 'b' },
      ]);
      expect((await store.heads('session')).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
      expect(await store.heads('nothing')).toEqual([]);
    });

    it('removes all of a kind that a person has', async () => {
      for (const [id, person] of [
        ['a', 'co-01'],
        ['b', 'co-01'],
        ['c', 'co-02'],
      ] as const)
        await store.put(session(id, person), 0);
      await store.put(password, 0);
      expect(await store.removeOf('session', 'co-01')).toBe(2);
      expect((await store.list('session')).map(({ id }) => id)).toEqual(['c']);
      expect(await store.find('password', 'co-01')).toBeDefined();
    });

    it('removes what has ended, at the moment of its end', async () => {
      await store.put({ ...session('a', 'co-01'), endsAtMs: 1000 }, 0);
      await store.put({ ...session('b', 'co-01'), endsAtMs: 1001 }, 0);
      await store.put(password, 0);
      expect(await store.removeEnded(1000)).toBe(1);
      expect((await store.list('session')).map(({ id }) => id)).toEqual(['b']);
    });

    it('has everything after it was closed and opened again', async () => {
      if (reopen === undefined) return;
      await store.put(password, 0);
      await store.close();
      store = reopen();
      expect(await store.find('password', 'co-01')).toEqual({ ...password, version: 1 });
    });
  });
}

const password: AccountRecord = {
  kind: 'password',
  id: 'co-01',
  person: 'co-01',
  body: '{"hash":"one"}',
  endsAtMs: null,
};

const session = (id: string, person: string | null): AccountRecord => ({
  kind: 'session',
  id,
  person,
  body: '{}',
  endsAtMs: null,
});
