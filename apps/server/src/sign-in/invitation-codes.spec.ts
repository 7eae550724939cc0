import { describe, expect, it } from '@jest/globals';
import { openMemoryAccounts, memoryKeyRing } from '@safeconduct/stores';
import { Accounts } from './accounts.js';
import { typedForm } from './secrets.js';

function accounts() {
  const store = openMemoryAccounts();
  const people = { directory: undefined as never };
  const limits = { idleMs: 60_000, absoluteMs: 60_000 };
  const means = new Set(['password'] as const);
  return { store, accounts: new Accounts({ store, keys: memoryKeyRing().master, people, limits, means }) };
}

describe('the code of an invitation', () => {
  it('has 128 random bits or more', async () => {
    const { accounts: one } = accounts();
    const codes = await Promise.all(Array.from({ length: 50 }, (_, n) => one.invite(`co-${n}`, 'adm-1')));
    const forms = codes.map(({ code }) => typedForm(code));
    // Five bits a letter.
    for (const form of forms) expect(form).toMatch(/^[0-9A-HJKMNP-TV-Z]{30}$/);
    const inPlace = Array.from({ length: 30 }, (_, place) => new Set(forms.map((form) => form[place])).size);
    expect(Math.min(...inPlace)).toBeGreaterThan(5);
    expect(new Set(forms).size).toBe(50);
  });

  it('keeps nothing of a code but its hash', async () => {
    const { store, accounts: one } = accounts();
    const { code } = await one.invite('co-1', 'adm-1');
    const [kept] = await store.list('invitation', 'co-1');
    expect(kept?.id).toMatch(/^[0-9a-f]{64}$/);
    for (const form of [code, typedForm(code)]) expect(JSON.stringify(kept)).not.toContain(form);
    expect(await one.invited(code)).toBe('co-1');
  });
});
