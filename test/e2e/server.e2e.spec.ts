import { afterAll, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serverMain } from '../built-programs.js';
import { ServerProcess } from '../chaos/server-process.js';
import { cli, temporaryFolder } from './cli.js';

const data = temporaryFolder();
const running = new Set<ChildProcess>();

interface Server {
  readonly child: ChildProcess;
  readonly url: string;
  readonly said: () => string;
}

/** Starts the built server and waits until it prints its address. */
async function start(args: readonly string[] = []): Promise<Server> {
  const child = spawn(process.execPath, [serverMain, '--data', data, '--port', '0', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  running.add(child);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  for (;;) {
    const url = /(http:\/\/127\.0\.0\.1:\d+)\/docs/.exec(said)?.[1];
    if (url !== undefined) return { child, url, said: () => said };
    if (child.exitCode !== null) {
      running.delete(child);
      throw new Error(`the server ended with ${child.exitCode}: ${said}`);
    }
    await sleep(50);
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const ended = new Promise<number | null>((done) => {
    child.once('close', done);
  });
  child.kill(signal);
  running.delete(child);
  return ended;
}

afterAll(async () => {
  for (const child of running) await end(child, 'SIGKILL');
});

/** Starts a server on a folder and stops it. */
async function serveOnce(folder: string, args: readonly string[]): Promise<void> {
  const server = new ServerProcess({ data: folder, args });
  await server.ready;
  await server.stop();
}

const population = async (asOf: string) =>
  (await cli(['population', '--data', data, '--json', '--as-of', asOf])).json<{
    total: number;
    states: Record<string, number>;
  }>();

describe('npm start', () => {
  it('that is killed while it imports the demonstration caseload completes it the next time', async () => {
    const child = spawn(process.execPath, [serverMain, '--data', data, '--port', '0'], { stdio: 'ignore' });
    await sleep(3000);
    await end(child, 'SIGKILL');
    const server = await start();
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
    expect(await population('2025-01-31T00:00:00+03:00')).toMatchObject({
      total: 2493,
      states: {
        entered: 2,
        camped: 318,
        pendingAssurance: 61,
        relocating: 25,
        returned: 1765,
        resolved: 322,
      },
    });
    expect(await end(server.child, 'SIGTERM')).toBe(0);
  }, 180_000);

  it('finds everything again, and refuses a second server on the same folder', async () => {
    const server = await start();
    await expect(start()).rejects.toThrow(/in use by server on http/);
    expect((await population('2024-12-19T23:59:59+03:00')).states['returned']).toBe(1941);
    await end(server.child, 'SIGINT');
  }, 60_000);

  it('is sent what a command line beside it writes', async () => {
    const server = await start();
    const assign = (more: readonly string[] = []) =>
      cli([
        'advance',
        'QAIM-2024-00001',
        'AssignOfficer',
        '--as',
        'sup-1',
        '--input',
        '{"officer": "co-02"}',
        '--data',
        data,
        '--json',
        ...more,
      ]);
    const first = await assign(['--command-id', 'k-1']);
    expect(first.code).toBe(0);
    expect(first.json()).toMatchObject({
      reference: 'QAIM-2024-00001',
      events: [{ type: 'CaseReassigned' }],
    });
    const refused = await cli([
      'advance',
      'QAIM-2024-00001',
      'DeclineAssurance',
      '--as',
      'co-02',
      '--input',
      '{}',
      '--data',
      data,
      '--json',
    ]);
    expect(refused.code).toBe(1);
    expect(refused.json()).toMatchObject({ code: 'WRONG_STATE' });
    await end(server.child, 'SIGKILL');

    const again = await assign(['--command-id', 'k-1']);
    expect(again.json()).toMatchObject({
      repeated: true,
      revision: first.json<{ revision: string }>().revision,
    });
  }, 60_000);

  it.each([
    ['a server with --no-demo', (folder: string) => serveOnce(folder, ['--no-demo'])],
    [
      'an import of which every row was rejected',
      async (folder: string) => {
        const file = join(temporaryFolder(), '01-RegisterEntry.jsonl');
        writeFileSync(file, '{}\n');
        await cli(['import', 'officer-case', file, '--data', folder]);
      },
    ],
  ])(
    'puts no invented persons into a folder that was begun by %s',
    async (_what, begin) => {
      const folder = temporaryFolder();
      await begin(folder);
      await serveOnce(folder, []);
      const { stdout } = await cli(['cases', '--data', folder, '--json']);
      expect(JSON.parse(stdout)).toEqual([]);
    },
    120_000,
  );

  it.each([
    ['PORT', { PORT: 'high' }],
    ['SAFECONDUCT_ROLES', { SAFECONDUCT_ROLES: 'http,magic' }],
    ['HOST', { HOST: '0.0.0.0' }],
  ])('with a wrong %s stops with one line that names it', async (name, env) => {
    const child = spawn(process.execPath, [serverMain, '--data', data, '--no-demo'], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...env },
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const code = await new Promise((done) => child.once('close', done));
    expect(code).toBe(2);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(said).toContain(name);
  });
});
