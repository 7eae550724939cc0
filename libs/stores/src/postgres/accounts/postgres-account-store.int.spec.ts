import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StoreReadOnlyError } from '@safeconduct/engine';
import { startPostgres, type TestPostgres } from '../../../testing/index.js';
import { accountStoreContract } from '../../accounts/testing/account-store-contract.js';
import { openDatabase, type Database } from '../database.js';
import { openPostgresAccounts } from './postgres-account-store.js';

let server: TestPostgres;
const databases: Database[] = [];

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(async () => {
  for (const database of databases) await database.close();
  await server.stop();
});

async function fresh(): Promise<Database> {
  const database = openDatabase(await server.freshDatabase(), { connections: 4, purpose: 'accounts' });
  databases.push(database);
  return database;
}

accountStoreContract('PostgreSQL', async () => {
  const database = await fresh();
  const open = () => openPostgresAccounts({ database, mode: 'write' });
  return { store: open(), reopen: open };
});

describe('a reader of accounts in PostgreSQL', () => {
  it('finds nothing where none were begun, and changes nothing', async () => {
    const store = openPostgresAccounts({ database: await fresh(), mode: 'read' });
    expect(await store.find('session', 'a')).toBeUndefined();
    expect(await store.list('session')).toEqual([]);
    await expect(store.remove('session', 'a')).rejects.toThrow(StoreReadOnlyError);
  });
});
