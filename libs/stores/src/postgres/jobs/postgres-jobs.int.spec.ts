import { jobsAt, startPostgres, type TestPostgres } from '../../../testing/index.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JobStore } from '../../jobs/job-store.js';
import { add, bytesOf, ended, fileWithId, open, piecesOf } from '../../jobs/testing/jobs-under-test.js';
import { jobStoreContract } from '../../jobs/testing/job-store-contract.js';
import { openDatabase, type Database } from '../database.js';
import { openPostgresJobs } from './postgres-jobs.js';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
}, 120_000);
afterAll(() => postgres.stop());

const addresses = new Map<string, Promise<string>>();

/** A database of its own for each folder. */
function addressOf(folder: string): Promise<string> {
  const known = addresses.get(folder) ?? postgres.freshDatabase();
  addresses.set(folder, known);
  return known;
}

jobStoreContract('postgres', {
  open: async (folder) => jobsAt(await addressOf(folder)),
  shared: true,
});

describe('jobs in PostgreSQL', () => {
  let database: Database;
  let jobs: JobStore;
  const scratchFolder = mkdtempSync(join(tmpdir(), 'postgres-jobs-'));
  const chunks = () =>
    postgres.query<{ bytes: number }>('SELECT octet_length(bytes) AS bytes FROM safeconduct_jobs.chunk');

  beforeEach(() => {
    database = openDatabase(postgres.url, { connections: 8, purpose: 'jobs' });
    jobs = openPostgresJobs({ database, scratchFolder, abandonedAfterMs: 0 });
  });
  afterEach(async () => {
    await jobs.close();
    await database.close();
    await postgres.query('DROP SCHEMA safeconduct_jobs CASCADE');
  });

  it('are kept in chunks of a bounded size, whatever the size of the pieces that came', async () => {
    const pieces = [Buffer.alloc(1_200_000), Buffer.alloc(3), Buffer.alloc(100_000)];
    await jobs.add(fileWithId(1), piecesOf(pieces), { bytesMax: 2_000_000, recordOf: () => open });
    const sizes = (await chunks()).map(({ bytes }) => bytes);
    expect(sizes).toEqual([524_288, 524_288, 251_427]);
  });

  it('leave no chunk behind when they are refused', async () => {
    const added = jobs.add(fileWithId(1), piecesOf([Buffer.alloc(900_000)]), {
      bytesMax: 600_000,
      recordOf: () => open,
    });
    await expect(added).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
    expect(await chunks()).toEqual([]);
  });

  it('sweep a file whose receiver died, and no file that a job has', async () => {
    await add(jobs, fileWithId(1), { content: 'kept' });
    await postgres.query(
      `WITH begun AS (INSERT INTO safeconduct_jobs.content DEFAULT VALUES RETURNING id)
       INSERT INTO safeconduct_jobs.chunk SELECT id, 0, 'half' FROM begun`,
    );
    expect(await chunks()).toHaveLength(2);
    await jobs.sweep();
    expect(await chunks()).toHaveLength(1);
    expect((await bytesOf(jobs, fileWithId(1))).toString()).toBe('kept');
  });

  it('accept no job whose file was swept meanwhile', async () => {
    async function* content() {
      yield* piecesOf([Buffer.alloc(600_000)]);
      await new Promise((resolve) => setTimeout(resolve, 5));
      await jobs.sweep();
    }
    const added = jobs.add(fileWithId(1), content(), { bytesMax: 2_000_000, recordOf: () => open });
    await expect(added).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(await jobs.find(fileWithId(1).jobId)).toBeUndefined();
  });

  it('leave no copy of a file on this machine once it was released, nor when a part of it is missing', async () => {
    const file = fileWithId(1);
    await jobs.add(file, piecesOf([Buffer.alloc(600_000)]), { bytesMax: 600_000, recordOf: () => open });
    const local = await jobs.localFile(file);
    expect(readdirSync(scratchFolder)).toHaveLength(1);
    await local.release();
    expect(readdirSync(scratchFolder)).toEqual([]);
    await postgres.query('DELETE FROM safeconduct_jobs.chunk WHERE number = 1');
    await expect(jobs.localFile(file)).rejects.toMatchObject({ code: 'STORE_CORRUPT' });
    expect(readdirSync(scratchFolder)).toEqual([]);
  });

  it('are read by one who may only read, which makes and changes nothing', async () => {
    const reading = openPostgresJobs({ database, mode: 'read' });
    await expect(reading.find('any')).rejects.toMatchObject({ code: 'STORE_MISCONFIGURED' });
    const record = await add(jobs, fileWithId(1));
    expect(await reading.find(record.id)).toEqual(record);
    const readOnly = { code: 'STORE_READ_ONLY' };
    await expect(reading.replace(record, ended('done'))).rejects.toMatchObject(readOnly);
    await expect(add(reading, fileWithId(2))).rejects.toMatchObject(readOnly);
    await expect(reading.sweep()).rejects.toMatchObject(readOnly);
    await expect(reading.leases.acquire('jobs', 'a', 1)).rejects.toMatchObject(readOnly);
  });

  it('can be opened by many at once, where there is nothing yet', async () => {
    const many = [1, 2, 3, 4, 5].map(() => jobsAt(postgres.url));
    const received = await Promise.all(many.map((one, index) => add(one, fileWithId(index))));
    expect(await jobs.list({ limit: 9 })).toHaveLength(received.length);
    for (const one of many) await one.close();
  });

  it('write nothing under a lease that is taken over while the write is under way', async () => {
    const record = await add(jobs, fileWithId(1));
    const lease = await jobs.leases.acquire('jobs', 'a', 1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const others = ['b', 'c', 'd'].map((holder) => jobs.leases.acquire('jobs', holder, 60_000));
    const written = jobs.replace(record, ended('done'), { lease }).catch((error: unknown) => error);
    const [taken] = (await Promise.all(others)).filter((one) => one !== undefined);
    const answer = await written;
    const { text } = (await jobs.find(record.id)) ?? {};
    // Either the write came first, or it was refused: both can happen, and nothing between them.
    expect(taken).toMatchObject({ epoch: 2 });
    expect([answer, text]).toEqual(
      text === open
        ? [expect.objectContaining({ code: 'LEASE_LOST' }), open]
        : [expect.objectContaining({ text: ended('done') }), ended('done')],
    );
  });
});
