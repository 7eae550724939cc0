import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ServerProcess } from '../chaos/server-process.js';
import { cli, temporaryFolder } from '../e2e/cli.js';
import { Api } from './api.js';

const folder = temporaryFolder();
const offsetFile = join(folder, 'offset');
const day = 86_400_000;
const year = 365 * day;
const recordedNow = join(folder, 'recorded-now');
let count = 0;
let server: ServerProcess | undefined;

/** Makes the clock of a process wrong by what the file says at each moment. */
const wrongClock = `
  import { readFileSync } from 'node:fs';
  const now = Date.now;
  Date.now = () => now() + Number(readFileSync(${JSON.stringify(offsetFile)}, 'utf8'));
`;
const env = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(wrongClock)}` };

const nowMs = () => Date.now() + Number(readFileSync(offsetFile, 'utf8'));

/** Sets the clock of all processes of the test so many milliseconds ahead. */
const clockAhead = (ms: number) => {
  writeFileSync(offsetFile, String(ms));
};

beforeAll(() => record(recordedNow, 0));
afterEach(async () => {
  await server?.kill();
  server = undefined;
});

async function startedOn(data: string, settings: Readonly<Record<string, string>> = {}): Promise<Api> {
  server = new ServerProcess({ data, env: { ...env, ...settings }, nowMs });
  return new Api(await server.ready);
}

/** A folder of its own, with one case that was recorded while the clock was right. */
function recorded(): string {
  const data = join(folder, `data-${(count += 1)}`);
  clockAhead(0);
  cpSync(recordedNow, data, { recursive: true });
  return data;
}

/** Records one case in a new folder while the clock is so far ahead. */
async function record(data: string, ms: number): Promise<void> {
  clockAhead(ms);
  const api = await startedOn(data);
  expect(await api.register('BEFORE-1')).toMatchObject({ status: 201 });
  await server?.stop();
}

const dateIn = (ms: number) => new Date(Date.now() + ms).toISOString().slice(0, 10);

describe('a clock that is years ahead', () => {
  it('refuses the start, of the server and of a command that writes, and records nothing', async () => {
    const data = recorded();
    clockAhead(10 * year);
    await expect(startedOn(data)).rejects.toThrow();
    expect(await server?.ended).toBe(1);
    expect(server?.said).toContain('start with SAFECONDUCT_TODAY and the date of today');
    const line = ['advance', 'BEFORE-1', 'AssignOfficer', '--as', 'sup-01', '--data', data];
    const refused = await cli([...line, '--input', '{"officer":"co-01"}'], { env });
    expect(refused).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('the clock of this machine says'),
    });
    const read = await cli(['cases', '--data', data, '--json'], { env });
    expect(read).toMatchObject({ code: 0, stdout: expect.stringContaining('BEFORE-1') });
    expect((await cli(['verify', '--data', data])).code).toBe(0);
  });

  it('is told by doctor, which reads all the same', async () => {
    const data = recorded();
    clockAhead(10 * year);
    const { code, stdout } = await cli(['doctor', '--data', data, '--json'], { env });
    const { findings } = JSON.parse(stdout) as { findings: readonly { about: string }[] };
    expect([code, findings.find(({ about }) => about === 'clock')]).toEqual([
      1,
      expect.objectContaining({ problem: expect.stringContaining('more than 30 days before') }),
    ]);
  });

  it('is believed where somebody says the date of today', async () => {
    const data = recorded();
    clockAhead(2 * year);
    await expect(startedOn(data, { SAFECONDUCT_TODAY: dateIn(year) })).rejects.toThrow();
    expect(server?.said).toContain(`SAFECONDUCT_TODAY says ${dateIn(year)}`);
    const api = await startedOn(data, { SAFECONDUCT_TODAY: dateIn(2 * year) });
    expect(await api.register('AFTER-1')).toMatchObject({ status: 201 });
    expect(await api.get('health/ready')).toMatchObject({ status: 200 });
  });
});

describe('a clock that leaps under a running server', () => {
  it('takes no command and is not ready, until it is right again', async () => {
    const data = recorded();
    const api = await startedOn(data);
    for (const wrong of [10 * year, -day]) {
      clockAhead(wrong);
      expect(await api.register('AFTER-1')).toMatchObject({
        status: 503,
        body: { code: 'CLOCK_IMPLAUSIBLE' },
      });
      expect(await api.get('health/ready')).toMatchObject({
        status: 503,
        body: { status: 'unavailable', reason: expect.stringContaining('the clock of this machine says') },
      });
      expect(await api.get('api/v1/cases')).toMatchObject({ status: 200 });
      clockAhead(0);
      expect(await api.get('health/ready')).toMatchObject({ status: 200 });
    }
    expect(await api.register('AFTER-1')).toMatchObject({ status: 201 });
  });
});

describe('a log that was written while the clock was ahead', () => {
  it('is not gone on with, unless somebody says the date of today', async () => {
    const data = join(folder, 'recorded-later');
    await record(data, 2 * year);
    clockAhead(0);
    await expect(startedOn(data)).rejects.toThrow();
    expect(server?.said).toContain('it has been');
    const api = await startedOn(data, { SAFECONDUCT_TODAY: dateIn(0) });
    expect(await api.register('AFTER-1')).toMatchObject({ status: 201 });
  });
});
