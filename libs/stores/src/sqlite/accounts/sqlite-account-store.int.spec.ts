import { afterAll, describe, expect, it } from '@jest/globals';
import { StoreCorruptError, StoreReadOnlyError, StoreTooNewError } from '@safeconduct/engine';
import Database from 'better-sqlite3';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountStoreContract } from '../../accounts/testing/account-store-contract.js';
import { accountsFile, openSqliteAccounts } from './sqlite-account-store.js';

const root = mkdtempSync(join(tmpdir(), 'accounts-'));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});
const fresh = () => mkdtempSync(join(root, 'one-'));

accountStoreContract('SQLite', () => {
  const folder = fresh();
  const open = () => openSqliteAccounts(folder, 'write');
  return Promise.resolve({ store: open(), reopen: open });
});

const record = { kind: 'session', id: 'a', person: 'co-01', body: '{"is":"CANARY-SESSION"}', endsAtMs: null };

describe('the file of accounts', () => {
  it('is for its owner alone, and there from its first use on', async () => {
    const folder = fresh();
    const store = openSqliteAccounts(folder, 'write');
    expect(existsSync(accountsFile(folder))).toBe(false);
    await store.put(record, 0);
    expect(statSync(accountsFile(folder)).mode & 0o777).toBe(0o600);
    await store.close();
  });

  it('keeps nothing of what was removed', async () => {
    const folder = fresh();
    const store = openSqliteAccounts(folder, 'write');
    await store.put(record, 0);
    await store.remove('session', 'a');
    await store.close();
    expect(readFileSync(accountsFile(folder)).includes('CANARY-SESSION')).toBe(false);
    expect(existsSync(`${accountsFile(folder)}-wal`)).toBe(false);
  });

  it('is read by another process beside the one that writes, and changed by no reader', async () => {
    const folder = fresh();
    const reader = openSqliteAccounts(folder, 'read');
    expect(await reader.find('session', 'a')).toBeUndefined();
    const store = openSqliteAccounts(folder, 'write');
    await store.put(record, 0);
    expect(await reader.find('session', 'a')).toMatchObject(record);
    await expect(reader.put(record, 1)).rejects.toThrow(StoreReadOnlyError);
    await reader.close();
    await store.close();
  });

  it('is refused when it is another file, damaged, or of a later release', async () => {
    const folder = fresh();
    const asked = () => openSqliteAccounts(folder, 'write').find('session', 'a');
    writeFileSync(accountsFile(folder), 'this is no database, and long enough to be told from an empty file');
    await expect(asked()).rejects.toThrow(StoreCorruptError);
    rmSync(accountsFile(folder));
    new Database(accountsFile(folder)).exec('CREATE TABLE other (x)').close();
    await expect(asked()).rejects.toThrow(StoreCorruptError);
    rmSync(accountsFile(folder));
    const store = openSqliteAccounts(folder, 'write');
    await store.put(record, 0);
    await store.close();
    const db = new Database(accountsFile(folder));
    db.pragma('user_version = 99');
    db.close();
    await expect(asked()).rejects.toThrow(StoreTooNewError);
  });
});
