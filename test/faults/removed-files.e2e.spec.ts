import { afterEach, describe, expect, it } from '@jest/globals';
import { copyFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ServerProcess } from '../chaos/server-process.js';
import { cli, temporaryFolder } from '../e2e/cli.js';
import { Api } from './api.js';

const folder = temporaryFolder();
let count = 0;
let server: ServerProcess | undefined;

afterEach(async () => {
  await server?.kill();
  server = undefined;
});

async function started() {
  const data = join(folder, `data-${(count += 1)}`);
  server = new ServerProcess({ data });
  const api = new Api(await server.ready);
  expect(await api.register('BEFORE-1')).toMatchObject({ status: 201 });
  return { data, api };
}

const ready = (api: Api) => api.get('health/ready');

describe('a running server whose events.db', () => {
  it.each([
    [
      'is removed',
      (file: string) => {
        rmSync(file);
      },
    ],
    [
      'is replaced by a copy',
      (file: string) => {
        copyFileSync(file, `${file}.copy`);
        renameSync(`${file}.copy`, file);
      },
    ],
    [
      'loses its -wal file',
      (file: string) => {
        rmSync(`${file}-wal`);
      },
    ],
  ])('%s acknowledges nothing more, and says why', async (_, lose) => {
    const { data, api } = await started();
    expect(await ready(api)).toMatchObject({ status: 200 });
    lose(join(data, 'events.db'));
    expect(await api.register('AFTER-1')).toMatchObject({ status: 503, body: { code: 'STORE_UNAVAILABLE' } });
    expect(await api.register('AFTER-2')).toMatchObject({ status: 503 });
    expect(server?.errors.join()).toContain('was removed or replaced while it was open');
    expect(await readyWhen(api, 503, 'was removed or replaced')).toMatchObject({
      body: { status: 'unavailable' },
    });
  });

  it('is written over in place by an older copy acknowledges nothing more, is not ready, and is not started again', async () => {
    const { data, api } = await started();
    for (let more = 0; more < 60; more += 1) await api.register(`MORE-${more}`);
    const file = join(data, 'events.db');
    copyFileSync(file, `${data}.older`);
    await server?.stop();
    server = new ServerProcess({ data });
    const again = new Api(await server.ready);
    expect(await ready(again)).toMatchObject({ status: 200 });
    copyFileSync(`${data}.older`, file);
    expect(await again.register('AFTER-1')).toMatchObject({
      status: 503,
      body: { code: 'STORE_UNAVAILABLE' },
    });
    expect(await readyWhen(again, 503)).toMatchObject({
      // Whichever is asked first: the file, or the views that know of more.
      body: { reason: expect.stringMatching(/another copy was written over it|replaced by an older copy/) },
    });
    await server.stop();
    server = new ServerProcess({ data });
    await expect(server.ready).rejects.toThrow(/has lost its end|is damaged/);
  });

  it('is removed is not ready, before anybody sends a command', async () => {
    const { data, api } = await started();
    rmSync(join(data, 'events.db'));
    expect(await readyWhen(api, 503)).toMatchObject({
      body: { reason: expect.stringContaining('was removed or replaced') },
    });
  });
});

describe('a running server whose streams.db is removed', () => {
  it('goes on, and the next one makes it again', async () => {
    const { data, api } = await started();
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(data, `streams.db${suffix}`), { force: true });
    expect(await api.register('BEFORE-1')).toMatchObject({ status: 201 });
    expect(await api.register('AFTER-1')).toMatchObject({ status: 201 });
    await server?.stop();
    const { code, stdout } = await cli(['verify', '--data', data, '--json']);
    expect({ code, ...JSON.parse(stdout) }).toMatchObject({ code: 0, ok: true, cases: 2 });
  });
});

/** Readiness, asked until it has this status and gives this reason. */
async function readyWhen(api: Api, status: number, reason = '') {
  for (;;) {
    const answer = await ready(api);
    if (answer.status === status && JSON.stringify(answer.body).includes(reason)) return answer;
    await sleep(50);
  }
}
