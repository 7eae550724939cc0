import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { logStart, StoreUnavailableError, type EventStore } from '@safeconduct/engine';
import { openMemoryEvents, systemClock, type JobStore } from '@safeconduct/stores';
import { jobsAt, startPostgres, type TestPostgres } from '@safeconduct/stores/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import { isEnded } from './job.js';
import { JobServer, rowsFrom, type JobServerOptions } from './testing/job-server.js';

/** Longer than a slow machine stands still by itself. */
const forMs = 30_000;
/** Of one whose lease is to lapse, and of the one that waits for it, which asks ten times in this time. */
const [shortMs, waitingMs] = [1000, 10_000];
const everything = { state: undefined, before: undefined, limit: 9 } as const;

let postgres: TestPostgres;
let events: EventStore;
let stores: JobStore[];
let servers: JobServer[];

beforeAll(async () => {
  postgres = await startPostgres();
}, 120_000);
afterAll(() => postgres.stop());

beforeEach(() => {
  events = openMemoryEvents({ clock: systemClock, positions: 'sparse' });
  [stores, servers] = [[], []];
});
afterEach(async () => {
  for (const server of servers) server.wake();
  for (const server of servers) await server.runner.stop();
  for (const store of stores) await store.close();
  await postgres.query('DROP SCHEMA safeconduct_jobs CASCADE');
});

/** One more server over the same database, with connections of its own. */
async function started(options: Partial<JobServerOptions> = {}): Promise<JobServer> {
  const jobs = jobsAt(postgres.url);
  stores.push(jobs);
  const server = new JobServer({ events, jobs, forMs, ...options });
  servers.push(server);
  await server.runner.start();
  return server;
}

/** Starts one, waits until it runs jobs, and starts the other. */
async function startedTwo(
  options: Partial<JobServerOptions> = {},
  ofOther: Partial<JobServerOptions> = {},
): Promise<[JobServer, JobServer]> {
  const running = await started(options);
  const first = await running.submit(rowsFrom(1_000_000, 1));
  await running.until(first.id, isEnded);
  return [running, await started(ofOther)];
}

const recordOf = (id: string) => stores[0]?.find(id);

describe('two servers over the jobs of one database', () => {
  it('run, list and show a job that either of them received, with its rejected rows', async () => {
    const [running, other] = await startedTwo();
    const { id } = await other.submit([...rowsFrom(0, 20), 'R-20,nobody,X,س']);
    const done = await other.until(id, ({ files }) => files === 'rejectedRows');
    expect(done).toMatchObject({ state: 'done', done: 21, accepted: 20, rejected: 1 });
    expect([running.commands, other.commands]).toEqual([22, 0]);
    const listed = await running.runner.list(everything);
    expect(listed).toEqual(await other.runner.list(everything));
    expect(listed.jobs[0]).toEqual(done);
    const pieces = [];
    for await (const piece of (await other.runner.rejectedRows(done)) ?? []) pieces.push(String(piece));
    expect(pieces.join('')).toContain('R-20,nobody,X,س,22,NOT_PERMITTED');
  });

  it('stop a job that the other one cancels, which stays cancelled, and go on with the next one', async () => {
    const [running, other] = await startedTwo({ beforeCommand: () => sleep(100) });
    const { id } = await running.submit(rowsFrom(0, 40_000));
    const { done: seen } = await other.until(id, ({ done }) => done > 0);
    expect(seen).toBeLessThan(40_000);
    expect(await other.runner.cancel(id)).toMatchObject({ state: 'cancelled' });
    expect(await other.runner.cancel(id)).toBeUndefined();
    const next = await other.submit(rowsFrom(50_000, 1));
    expect(await other.until(next.id, isEnded)).toMatchObject({ state: 'done', accepted: 1 });
    const cancelled = await running.runner.find(id);
    expect(cancelled).toMatchObject({ state: 'cancelled', rejected: 0 });
    expect(cancelled?.done).toBeGreaterThanOrEqual(seen);
    expect(cancelled?.done).toBeLessThan(40_000);
    expect(other.commands).toBe(0);
  });

  it('finish a job when the one who ran it stands still, which writes nothing more when it goes on', async () => {
    const running = await started({
      forMs: shortMs,
      beforeCommand(count) {
        if (count === 900) running.sleep();
      },
    });
    const { id } = await running.submit(rowsFrom(0, 2000));
    while (running.commands < 900) await sleep(10);
    const other = await started({ forMs: waitingMs });
    // The last thing that is written of a job is that its files are gone.
    const done = await other.until(id, ({ files }) => files === 'none');
    expect(isEnded(done)).toBe(true);
    expect(done).toMatchObject({ state: 'done', done: 2000, rejected: 0 });
    expect(done.accepted + done.alreadyThere).toBe(2000);
    expect(running.commands).toBeLessThan(2000);
    const record = await recordOf(id);
    const losses = () =>
      running.logged.filter((line) => line.includes('another server may run the jobs')).length;
    const before = losses();
    running.wake();
    while (losses() === before) await sleep(10);
    expect(await recordOf(id)).toEqual(record);
    expect(await running.runner.find(id)).toEqual(done);
    expect(running.commands).toBeLessThan(2000);
    expect(await events.countAfter(logStart)).toBe(2000);
  });

  it('send a command to no case twice when the one who sent it to many stands still', async () => {
    const running = await started({
      forMs: shortMs,
      beforeCommand(count) {
        if (count === 270) running.sleep();
      },
    });
    const opened = await running.submit(rowsFrom(0, 200));
    await running.until(opened.id, isEnded);
    const caseIds = new Set<string>();
    for (const { stream } of await events.readAll({ after: logStart, limit: 1000 }))
      caseIds.add(stream.slice('case-'.length));
    const { job } = await running.runner.bulk.start({
      ...{
        workflow: 'template',
        command: 'AddNote',
        actor: 'clerk-1',
        again: null,
        key: undefined,
        request: {},
      },
      content: () =>
        Promise.resolve({ data: { note: 'x' }, cases: [...caseIds].map((caseId) => ({ caseId })) }),
    });
    while (running.commands < 270) await sleep(10);
    const other = await started({ forMs: waitingMs });
    const done = await other.until(job.id, isEnded);
    expect(done).toMatchObject({ state: 'done', total: 200, done: 200, accepted: 200, rejected: 0 });
    running.wake();
    await running.until(job.id, isEnded);
    expect(await events.countAfter(logStart)).toBe(400);
    const items = await other.runner.bulk.items(done);
    expect(items?.map(({ caseId, status }) => `${caseId} ${status}`)).toEqual(
      [...caseIds].map((caseId) => `${caseId} done`),
    );
  });

  it('run a job again whose import broke off because a store did not answer', async () => {
    let isDown = true;
    const beforeCommand = (count: number) => {
      if (count === 700 || (count > 700 && isDown)) throw new StoreUnavailableError('log', 'it is restarted');
    };
    const server = await started({ beforeCommand });
    const { id } = await server.submit(rowsFrom(0, 1000));
    while (server.logged.filter((line) => line.includes('it is restarted')).length < 3) await sleep(10);
    expect(await server.runner.find(id)).toMatchObject({ state: 'running', endedAt: null });
    isDown = false;
    const done = await server.until(id, isEnded);
    expect(done).toMatchObject({ state: 'done', done: 1000, rejected: 0 });
    expect(await events.countAfter(logStart)).toBe(1000);
  });

  it('end a job as failed when a store does not answer for too long', async () => {
    const beforeCommand = () => {
      throw new StoreUnavailableError('log', 'it is gone');
    };
    const server = await started({ beforeCommand, patienceMs: 1000 });
    const { id } = await server.submit(rowsFrom(0, 10));
    expect(await server.until(id, isEnded)).toMatchObject({ state: 'failed', done: 0 });
    expect(server.commands).toBeGreaterThan(10);
  });

  it('take over at once from one that is stopped, and count each row as what it was', async () => {
    const [running, other] = await startedTwo({ beforeCommand: () => sleep(400) });
    const { id } = await running.submit(rowsFrom(0, 4000));
    await running.until(id, ({ done }) => done >= 500);
    await running.runner.stop();
    const after = await other.until(id, isEnded);
    expect(after).toMatchObject({ state: 'done', done: 4000, rejected: 0, accepted: 4000, alreadyThere: 0 });
    expect(await events.countAfter(logStart)).toBe(4001);
    expect(running.commands).toBeLessThan(4001);
  });

  it('count each row as what it was, also when the one that took over is stopped at its first rows', async () => {
    const slow = { beforeCommand: () => sleep(400) };
    const [first, second] = await startedTwo(slow, slow);
    const { id } = await first.submit(rowsFrom(0, 5000));
    await first.until(id, ({ done }) => done >= 1000);
    await first.runner.stop();
    while (second.commands === 0) await sleep(1);
    await second.runner.stop();
    expect(second.commands).toBeLessThan(1000);
    const after = await (await started()).until(id, isEnded);
    expect(after).toMatchObject({ state: 'done', done: 5000, rejected: 0, accepted: 5000, alreadyThere: 0 });
    expect(await events.countAfter(logStart)).toBe(5001);
  });
});
