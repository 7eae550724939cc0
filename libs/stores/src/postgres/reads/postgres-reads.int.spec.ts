import { startPostgres, type TestPostgres } from '../../../testing/index.js';
import { afterAll, beforeAll } from '@jest/globals';
import { readLogContract } from '@safeconduct/engine/testing';
import { openDatabase } from '../database.js';
import { openPostgresReads } from './postgres-reads.js';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
}, 120_000);
afterAll(() => postgres.stop());

function readsAt(url: string) {
  const database = openDatabase(url, { connections: 4, purpose: 'views' });
  const reads = openPostgresReads({ database, mode: 'write' });
  return {
    name: reads.name,
    append: reads.append.bind(reads),
    entries: reads.entries.bind(reads),
    head: reads.head.bind(reads),
    flush: reads.flush.bind(reads),
    async close() {
      await reads.close();
      await database.close();
    },
  };
}

readLogContract('PostgreSQL', {
  async open() {
    const url = await postgres.freshDatabase();
    return { reads: readsAt(url), reopen: () => Promise.resolve(readsAt(url)) };
  },
});
