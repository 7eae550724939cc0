import { describe, expect, it } from '@jest/globals';
import { openMemoryAccounts } from '@safeconduct/stores';
import { AccountRecords } from './account-records.js';

const tried = (failed: number) => ({ id: 'p1', person: 'p1', body: { failed, waitsUntilMs: 0 } });

describe('a record that has ended', () => {
  it('is not found, and the next one takes its place', async () => {
    const records = new AccountRecords(openMemoryAccounts());
    await records.put('attempts', { ...tried(1), endsAtMs: Date.now() - 1 }, 0);
    expect(await records.find('attempts', 'p1')).toBeUndefined();
    expect(await records.put('attempts', tried(2), 0)).toBe(true);
    expect((await records.find('attempts', 'p1'))?.body.failed).toBe(2);
  });

  it('takes nothing with it that was put in its place while it was looked for', async () => {
    const store = openMemoryAccounts();
    const records = new AccountRecords(store);
    await records.put('attempts', { ...tried(1), endsAtMs: Date.now() - 1 }, 0);
    const beside = new AccountRecords({
      ...store,
      async find(kind, id) {
        const found = await store.find(kind, id);
        await records.replace('attempts', tried(2));
        return found;
      },
    });
    expect(await beside.find('attempts', 'p1')).toBeUndefined();
    expect((await records.find('attempts', 'p1'))?.body.failed).toBe(2);
  });
});
