import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openFolderJobs, openMemoryEvents, systemClock, type JobStore } from '@safeconduct/stores';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isEnded, type Findings } from './job.js';
import { JobServer } from './testing/job-server.js';
import { VerificationFailedError, type Verify, type Verifying } from './verifications.js';

const nothingWrong: Findings = {
  ...{ events: 7, cases: 2, otherDefinitions: 0, reads: 0 },
  ...{ isDamaged: false, problems: 0, first: [] },
};

/** Checks that have begun and not ended, each until it is told its end. */
interface Begun extends Verifying {
  end(found: Findings | Error): void;
}

let jobs: JobStore;
let begun: Begun[];
let server: JobServer;

const verify: Verify = (options) =>
  new Promise((resolve, reject) => {
    const stop = () => {
      resolve(undefined);
    };
    if (options.signal.aborted) stop();
    options.signal.addEventListener('abort', stop);
    begun.push({
      ...options,
      end: (found) => {
        if (found instanceof Error) reject(found);
        else resolve(found);
      },
    });
  });

async function start(): Promise<void> {
  server = new JobServer({ events: openMemoryEvents({ clock: systemClock }), jobs, verify });
  await server.runner.start();
}

/** The check that runs, once one does. */
async function running(id: string): Promise<Begun> {
  await server.until(id, ({ state }) => state === 'running' && begun.length > 0);
  return begun.at(-1) as Begun;
}

beforeEach(async () => {
  begun = [];
  const folder = mkdtempSync(join(tmpdir(), 'verifications-'));
  jobs = openFolderJobs({ folder: join(folder, 'jobs'), clock: systemClock });
  await start();
});
afterEach(async () => {
  await server.runner.stop();
  await jobs.close();
});

describe('a job that checks the log', () => {
  it('says how far it is, and keeps what it found', async () => {
    const { id } = await server.runner.verifications.start('aud-1');
    const check = await running(id);
    check.onProgress({ step: 'log', done: 3, total: 14 });
    await server.until(id, ({ done, step }) => done === 3 && step === 'log');
    check.end(nothingWrong);
    expect(await server.until(id, isEnded)).toMatchObject({
      ...{ state: 'done', actor: 'aud-1', total: 14, findings: nothingWrong },
    });
  });

  it('is the answer to whoever starts another while it has not ended', async () => {
    const [one, other] = await Promise.all([
      server.runner.verifications.start('aud-1'),
      server.runner.verifications.start('adm-1'),
    ]);
    expect(other).toEqual(one);
    (await running(one.id)).end(nothingWrong);
    await server.until(one.id, isEnded);
    expect((await server.runner.verifications.start('adm-1')).id).not.toBe(one.id);
  });

  it('ends when it is cancelled, with nothing found', async () => {
    const { id } = await server.runner.verifications.start('aud-1');
    await running(id);
    await server.runner.cancel(id);
    const ended = await server.until(id, isEnded);
    expect([ended.state, ended.findings]).toEqual(['cancelled', undefined]);
  });

  it('begins again after the server was stopped', async () => {
    const { id } = await server.runner.verifications.start('aud-1');
    (await running(id)).onProgress({ step: 'views', done: 9, total: 14 });
    await server.runner.stop();
    expect(begun[0]?.signal.aborted).toBe(true);
    begun = [];
    await start();
    (await running(id)).end(nothingWrong);
    expect(await server.until(id, isEnded)).toMatchObject({ state: 'done', findings: nothingWrong });
  });

  it('says why it could not come to its end, and nothing of what went wrong inside', async () => {
    for (const [error, told] of [
      [new VerificationFailedError('start it again later'), 'start it again later'],
      [new Error('at 10.0.0.7'), 'the verification broke off; the log of the server says why'],
    ] as const) {
      begun = [];
      const { id } = await server.runner.verifications.start('aud-1');
      (await running(id)).end(error);
      expect(await server.until(id, isEnded)).toMatchObject({ state: 'failed', problem: told });
    }
  });
});
