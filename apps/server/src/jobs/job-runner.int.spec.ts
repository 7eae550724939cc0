import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { logStart } from '@safeconduct/engine';
import { openFolderJobs, openMemoryEvents, systemClock, type JobStore } from '@safeconduct/stores';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isEnded } from './job.js';
import { JobServer, rowsFrom } from './testing/job-server.js';

let folder: string;
let jobs: JobStore;
let server: JobServer;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'job-runner-'));
  jobs = openFolderJobs({ folder: join(folder, 'jobs'), clock: systemClock });
});
afterEach(async () => {
  await server.runner.stop();
  await jobs.close();
  rmSync(folder, { recursive: true });
});

const newEvents = () => openMemoryEvents({ clock: systemClock, positions: 'sparse' });

describe('the runner of jobs', () => {
  it('runs them one after the other, in the order in which they were submitted', async () => {
    server = new JobServer({ events: newEvents(), jobs });
    const submitted = [];
    for (let count = 0; count < 3; count += 1) submitted.push(await server.submit(rowsFrom(10 * count, 10)));
    await server.runner.start();
    const times: (string | null)[] = [];
    for (const { id } of submitted) {
      const { startedAt, endedAt } = await server.until(id, isEnded);
      times.push(startedAt, endedAt);
    }
    expect(times).not.toContain(null);
    expect(times).toEqual([...times].sort());
  });

  it('begins a job that is submitted while nothing is to do, without waiting for its next look', async () => {
    server = new JobServer({ events: newEvents(), jobs, forMs: 60_000 });
    await server.runner.start();
    for (let count = 0; count < 20; count += 1) {
      const { id } = await server.submit(rowsFrom(count, 1));
      await server.until(id, isEnded);
    }
    expect(server.commands).toBe(20);
  });

  it('shows an end that could not be kept, keeps it as soon as it can, and imports nothing again', async () => {
    const events = newEvents();
    let refusals = 2;
    const replace = jobs.replace.bind(jobs);
    jobs.replace = (record, text, options) =>
      text.includes('"state":"done"') && refusals-- > 0
        ? Promise.reject(new Error('disk full'))
        : replace(record, text, options);
    server = new JobServer({ events, jobs });
    await server.runner.start();
    const { id } = await server.submit(rowsFrom(0, 30));
    const { id: next } = await server.submit(rowsFrom(30, 5));
    expect(await server.until(id, isEnded)).toMatchObject({ state: 'done', done: 30 });
    const kept = async () => (await jobs.find(id))?.text ?? '';
    expect(await kept()).toContain('"state":"running"');
    await server.until(next, isEnded);
    expect(await kept()).toContain('"state":"done"');
    expect([server.commands, await events.countAfter(logStart)]).toEqual([35, 35]);
    expect(server.logged.join('')).toContain('disk full');
  });

  it('ends a job as failed when its import breaks off, and goes on with the next one', async () => {
    let isBroken = true;
    const beforeCommand = () => {
      if (isBroken) throw new Error('store gone');
    };
    server = new JobServer({ events: newEvents(), jobs, beforeCommand });
    await server.runner.start();
    const { id } = await server.submit(rowsFrom(0, 3));
    const failed = await server.until(id, isEnded);
    expect(failed).toMatchObject({ state: 'failed', problem: expect.stringContaining('broke off') });
    isBroken = false;
    const again = await server.submit(rowsFrom(0, 3));
    expect(await server.until(again.id, isEnded)).toMatchObject({ state: 'done', accepted: 3 });
  });

  it('ends a job as failed whose rejected rows cannot be kept, with its figures and what to do', async () => {
    const localFile = jobs.localFile.bind(jobs);
    jobs.localFile = async (file) => {
      const local = await localFile(file);
      symlinkSync('/dev/full', `${local.path}.rejected.csv.part`);
      return local;
    };
    server = new JobServer({ events: newEvents(), jobs });
    await server.runner.start();
    const rows = [...rowsFrom(0, 2), 'R-9,nobody,Name,اسم'];
    const { id } = await server.submit(rows);
    expect(await server.until(id, isEnded)).toMatchObject({
      ...{ state: 'failed', done: 3, accepted: 2, rejected: 1 },
      problem: expect.stringMatching(/could not keep the rejected rows \(ENOSPC\); .*send the file again/),
    });
    expect(server.logged.join('')).toMatch(/rejected\.csv.*ENOSPC|ENOSPC.*rejected\.csv/);
    jobs.localFile = localFile;
    const again = await server.submit(rows);
    const figures = { state: 'done', accepted: 0, alreadyThere: 2, rejected: 1 };
    expect(await server.until(again.id, isEnded)).toMatchObject(figures);
  });

  it('tells a damaged record once, passes it over, and runs the others', async () => {
    server = new JobServer({ events: newEvents(), jobs });
    const [damaged, sound] = [await server.submit(rowsFrom(0, 1)), await server.submit(rowsFrom(1, 1))];
    const record = await jobs.find(damaged.id);
    // Open, as far as a store can tell, but not a job.
    if (record !== undefined) await jobs.replace(record, '{"endedAt":null}');
    await server.runner.start();
    expect(await server.until(sound.id, isEnded)).toMatchObject({ state: 'done' });
    const { jobs: listed } = await server.runner.list({ state: undefined, before: undefined, limit: 9 });
    expect(listed.map(({ id }) => id)).toEqual([sound.id]);
    expect(server.logged.filter((line) => line.includes('damaged'))).toEqual([
      expect.stringContaining(damaged.id),
    ]);
  });

  it('lists the jobs of a state, page by page, over damaged records and other states', async () => {
    server = new JobServer({ events: newEvents(), jobs });
    const ids = [];
    for (let count = 0; count < 5; count += 1) ids.unshift((await server.submit(rowsFrom(count, 1))).id);
    await server.runner.cancel(ids[1] ?? '');
    const first = await server.runner.list({ state: 'queued', before: undefined, limit: 2 });
    expect([first.jobs.map(({ id }) => id), first.isLast]).toEqual([[ids[0], ids[2]], false]);
    const second = await server.runner.list({ state: 'queued', before: ids[2], limit: 2 });
    expect([second.jobs.map(({ id }) => id), second.isLast]).toEqual([[ids[3], ids[4]], true]);
  });
});
