import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ServerProcess } from '../chaos/server-process.js';
import { cli, temporaryFolder } from '../e2e/cli.js';
import { Api } from './api.js';
import { limitFiles, SmallDisk } from './small-disk.js';

const mebibytes = 24;
const commands = 20;
const tellWithout = (what: string) => process.stderr.write(`this system has ${what}\n`);

/** The system's administrator may write wherever he likes. */
const asOrdinaryUser = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--'];

function setMode(folder: string, folderMode: number, fileMode: number): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    chmodSync(path, statSync(path).isDirectory() ? folderMode : fileMode);
  }
  chmodSync(folder, folderMode);
}

describe('a disk that nobody may write', () => {
  let disk: SmallDisk | undefined;
  let data: string;
  let inside: readonly string[];

  const run = (...args: readonly string[]) => cli([...args, '--data', data], { inside });

  beforeAll(async () => {
    disk = await SmallDisk.inMemory(mebibytes);
    data = disk?.folder ?? temporaryFolder();
    inside = disk?.inside ?? [];
    const server = new ServerProcess({ data, inside });
    await new Api(await server.ready).register('RO-1');
    await server.stop();
    if (disk === undefined) {
      tellWithout('no disk to mount: the right to write is taken from the folder alone');
      setMode(data, 0o555, 0o444);
      if (process.geteuid?.() === 0) inside = asOrdinaryUser;
    } else disk.setReadOnly(true);
  });
  afterAll(async () => {
    if (disk === undefined) setMode(data, 0o755, 0o644);
    await disk?.remove();
  });

  it.each([
    ['cases', 'cases', '--json'],
    ['a history', 'history', 'RO-1', '--json'],
    ['the whole log and its views', 'verify', '--json'],
  ])('can be read: %s', async (_, ...args) => {
    expect(await run(...args)).toMatchObject({ code: 0 });
  });

  it('is refused to whoever writes, with what to do', async () => {
    const input = '{"officer": "co-1"}';
    const writing = await run('advance', 'RO-1', 'AssignOfficer', '--as', 'sup-1', '--input', input);
    expect(writing).toMatchObject({ code: 1, stderr: expect.stringContaining('check its owner') });
  });

  it('is refused to a server, which ends', async () => {
    const server = new ServerProcess({ data, inside });
    await expect(server.ready).rejects.toThrow('cannot be written; check its owner');
    expect(await server.ended).toBe(1);
  });
});

describe('a disk that the system takes the right to write from, because it found a fault in it', () => {
  let disk: SmallDisk | undefined;
  let server: ServerProcess | undefined;

  afterAll(async () => {
    await server?.kill();
    await disk?.remove();
  });

  it('is told to whoever sends a command, can be read, and has everything acknowledged once it is mended', async () => {
    disk = await SmallDisk.ext4(mebibytes);
    if (disk === undefined) tellWithout('no disk to break: instead no file of the server may grow');
    const data = disk?.folder ?? temporaryFolder();
    const inside = disk?.inside ?? [];
    server = new ServerProcess({ data, inside });
    let api = new Api(await server.ready);
    const caseId = String((await api.register('RO-2')).body['caseId']);
    for (let note = 0; note < commands; note += 1) await api.note(caseId, `note-${note}`);

    if (disk === undefined) limitFiles(server.pid, '1');
    else disk.breakDown();
    for (let note = 0; note < commands; note += 1) {
      const answer = await api.note(caseId, `late-${note}`, 400);
      expect([answer.status, answer.body['code']]).toEqual([503, 'STORE_UNAVAILABLE']);
    }
    expect(await api.import('registrationNo,by\n')).toMatchObject({ status: 503 });
    expect(await api.get(`api/v1/cases/${caseId}`)).toMatchObject({ body: { revision: String(commands) } });
    expect(await server.stop()).toBe(1);

    disk?.mend();
    server = new ServerProcess({ data, inside });
    api = new Api(await server.ready);
    for (const [name, replayed] of [
      ['note', 'true'],
      ['late', null],
    ]) {
      for (let note = 0; note < commands; note += 1) {
        const { status, headers } = await api.note(caseId, `${name}-${note}`, name === 'late' ? 400 : 10);
        expect([status, headers.get('idempotency-replayed')]).toEqual([200, replayed]);
      }
    }
    expect(await server.stop()).toBe(0);
  }, 60_000);
});
