import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { FinishedErasure } from '@safeconduct/engine';
import { openFolderJobs, openMemoryEvents, systemClock, type JobStore } from '@safeconduct/stores';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileOf, isEnded, queuedJob, type StoredJob } from './job.js';
import { JobServer, rowsFrom, type JobServerOptions } from './testing/job-server.js';

/** Stand in no other place than in the rows of these jobs. */
const names = ['Zanbaqa', 'زنبقة'];
const refused = `R-9,nobody,${names.join(',')}`;
const dayMs = 86_400_000;

let folder: string;
let jobs: JobStore;
let server: JobServer;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'job-files-'));
  jobs = openFolderJobs({ folder: join(folder, 'jobs'), clock: systemClock });
});
afterEach(async () => {
  await server.runner.stop();
  await jobs.close();
  rmSync(folder, { recursive: true });
});

function start(options: Partial<JobServerOptions> = {}): JobServer {
  const events = openMemoryEvents({ clock: systemClock, positions: 'sparse' });
  server = new JobServer({ events, jobs, ...options });
  return server;
}

async function ended(rows: readonly string[]): Promise<StoredJob> {
  const { id } = await server.submit(rows);
  return server.until(id, isEnded);
}

/** The files of a job, once there are so many. */
async function filesOf({ id }: Pick<StoredJob, 'id'>, count: number): Promise<readonly string[]> {
  for (;;) {
    const found = readdirSync(join(folder, 'jobs', id)).sort();
    if (found.length === count) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const keyOf = (id: string): unknown =>
  (JSON.parse(readFileSync(join(folder, 'jobs', id, 'job.json'), 'utf8')) as Partial<StoredJob>).filesKey;

async function textOf(stream: Readable | undefined): Promise<string | undefined> {
  return stream && Buffer.concat((await stream.toArray()) as Buffer[]).toString('utf8');
}

describe('the files of a job', () => {
  it('hold no value in the clear, before, while and after it runs', async () => {
    let seenWhileRunning = '';
    const all = () =>
      readdirSync(join(folder, 'jobs'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
        .join('\n');
    // So many that rows are written before the end.
    const rows = [...Array<string>(3000).fill(refused), ...rowsFrom(0, 1)];
    const beforeCommand = (count: number) => {
      if (count === 2500) seenWhileRunning = all();
    };
    start({ beforeCommand });
    const { id } = await server.submit(rows);
    const seenBefore = all();
    await server.runner.start();
    const job = await server.until(id, isEnded);
    expect(job).toMatchObject({ state: 'done', accepted: 1 });
    await filesOf(job, 2);
    for (const seen of [seenBefore, seenWhileRunning, all()]) {
      expect(seen).toContain(id);
      for (const name of names) expect(seen).not.toContain(name);
    }
    expect(await textOf(await server.runner.rejectedRows(job))).toContain(`${refused},2,`);
  });

  it('are the rejected rows alone once it has ended, and none where no row was rejected', async () => {
    await start().runner.start();
    const job = await ended([...rowsFrom(0, 2), refused]);
    expect(await filesOf(job, 2)).toEqual(['01-OpenRequest.csv.rejected.csv', 'job.json']);
    expect(await filesOf(await ended(rowsFrom(2, 2)), 1)).toEqual(['job.json']);
  });

  it('of a job that is cancelled before it runs go as well', async () => {
    await start({ beforeCommand: () => new Promise((resolve) => setTimeout(resolve, 300)) }).runner.start();
    const first = await server.submit(rowsFrom(0, 1));
    const { id } = await server.submit(rowsFrom(1, 1));
    await server.runner.cancel(id);
    expect(await filesOf({ id }, 1)).toEqual(['job.json']);
    expect(await server.until(first.id, isEnded)).toMatchObject({ state: 'done' });
  });

  it('end with the time for which rejected rows are kept, and the key with them', async () => {
    await start({ rejectedKeptMs: dayMs }).runner.start();
    const job = await ended([refused]);
    const until = Date.parse(job.endedAt ?? '') + dayMs;
    expect(server.runner.rejectedUntil(job)).toBe(new Date(until).toISOString());
    await filesOf(job, 2);
    await server.runner.stop();
    expect(keyOf(job.id)).toEqual(expect.any(String));
    await start({ rejectedKeptMs: 0 }).runner.start();
    await filesOf(job, 1);
    const later = await server.until(job.id, ({ files }) => files === 'none');
    expect(keyOf(job.id)).toBeUndefined();
    expect([server.runner.rejectedUntil(later), later.rejected]).toEqual([null, 1]);
    expect(await server.runner.rejectedRows(later)).toBeUndefined();
  });

  it('end when a person is erased, of jobs that were sent before', async () => {
    const finished: FinishedErasure[] = [];
    const erasures = { finished } as unknown as NonNullable<JobServerOptions['erasures']>;
    await start({ erasures }).runner.start();
    const before = await ended([refused]);
    await filesOf(before, 2);
    finished.push({ destroyedAt: systemClock.now() } as FinishedErasure);
    await filesOf(before, 1);
    const after = await ended([refused]);
    expect(await filesOf(after, 2)).toHaveLength(2);
    expect(server.runner.rejectedUntil(after)).toEqual(expect.any(String));
  });

  it('hold what a bulk job sent and what became of it, sealed, until a person is erased', async () => {
    const finished: FinishedErasure[] = [];
    const erasures = { finished } as unknown as NonNullable<JobServerOptions['erasures']>;
    await start({ erasures }).runner.start();
    const caseId = 'a4f1e3b2-1f5c-8c3e-9d2a-6b7c8d9e0f10';
    const { job } = await server.runner.bulk.start({
      ...{
        workflow: 'template',
        command: 'AddNote',
        actor: 'clerk-1',
        again: null,
        key: undefined,
        request: {},
      },
      content: () => Promise.resolve({ data: { note: 'told in confidence' }, cases: [{ caseId }] }),
    });
    const done = await server.until(job.id, isEnded);
    const names = await filesOf(done, 3);
    for (const name of names) {
      const text = readFileSync(join(folder, 'jobs', done.id, name), 'utf8');
      expect(text).not.toMatch(/confidence|a4f1e3b2/);
    }
    expect(await server.runner.bulk.items(done)).toEqual([
      { caseId, status: 'refused', refused: { code: 'CASE_NOT_FOUND' } },
    ]);
    finished.push({ destroyedAt: systemClock.now() } as FinishedErasure);
    await filesOf(done, 1);
    const later = await server.until(done.id, ({ files }) => files === 'none');
    expect([keyOf(done.id), await server.runner.bulk.items(later)]).toEqual([undefined, undefined]);
  });

  it('of a release that did not seal them are read and removed alike', async () => {
    const request = { workflow: 'template', command: 'OpenRequest', format: 'csv', dryRun: false } as const;
    const [id, createdAt] = ['00000000-0000-7000-8000-000000000001', systemClock.now()];
    const {
      filesKey: _key,
      files: _files,
      ...job
    } = queuedJob({ ...request, actor: 'clerk-1' }, { id, createdAt });
    const text = `requestNo,by,name,nameArabic\n${refused}\n${rowsFrom(0, 1)[0] ?? ''}\n`;
    async function* content() {
      yield await Promise.resolve(Buffer.from(text));
    }
    await jobs.add(fileOf({ ...request, id }), content(), {
      bytesMax: 1000,
      recordOf: () => JSON.stringify(job),
    });
    await start().runner.start();
    const run = await server.until(id, isEnded);
    expect(run).toMatchObject({ state: 'done', accepted: 1, rejected: 1 });
    await filesOf(run, 2);
    expect(await textOf(await server.runner.rejectedRows(run))).toContain(refused);
  });

  it('end the job as failed when somebody changed them, and nothing of the changed part is taken', async () => {
    start();
    const { id } = await server.submit(rowsFrom(0, 2));
    appendFileSync(join(folder, 'jobs', id, '01-OpenRequest.csv'), 'x');
    await server.runner.start();
    expect(await server.until(id, isEnded)).toMatchObject({ state: 'failed', accepted: 0 });
    expect(server.logged.join('')).toContain('SEAL_BROKEN');
  });

  it('are not handed over when somebody changed them, and the error says so before the answer begins', async () => {
    await start().runner.start();
    const job = await ended([refused]);
    await filesOf(job, 2);
    appendFileSync(join(folder, 'jobs', job.id, '01-OpenRequest.csv.rejected.csv'), 'x');
    await expect(server.runner.rejectedRows(job)).rejects.toMatchObject({ code: 'SEAL_BROKEN' });
  });
});
