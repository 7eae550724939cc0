import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmodSync, chownSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ServerProcess } from '../chaos/server-process.js';
import { cli, temporaryFolder } from '../e2e/cli.js';
import { Api } from './api.js';
import { limitFiles, SmallDisk } from './small-disk.js';

const mebibytes = 24;
const commands = 20;
const tellWithout = (what: string) => process.stderr.write(`this system has ${what}\n`);

const ordinaryUser = 65534;
const isRoot = process.geteuid?.() === 0;

/** The superuser may write everywhere, so an ordinary user runs the command. */
const asOrdinaryUser = isRoot
  ? ['setpriv', `--reuid=${ordinaryUser}`, `--regid=${ordinaryUser}`, '--clear-groups', '--']
  : [];

/** Removes the right to write a folder and its files. */
function takeRight(folder: string): void {
  for (const path of [...readdirSync(folder).map((name) => join(folder, name)), folder]) {
    chmodSync(path, statSync(path).mode & 0o555);
    if (isRoot) chownSync(path, ordinaryUser, ordinaryUser);
  }
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
    const server = new ServerProcess({ data, inside, keyFile: disk?.path('master.key') });
    const api = new Api(await server.ready);
    const { position } = (await api.register('RO-1')).body;
    // Views that lag could not be filled after this point.
    await api.get(`api/v1/cases?atLeast=${String(position)}`);
    await server.stop();
    if (disk === undefined) {
      tellWithout('no disk to mount: the right to write is taken from the folder alone');
      takeRight(data);
      inside = asOrdinaryUser;
    } else disk.setReadOnly(true);
  });
  afterAll(async () => {
    if (disk === undefined) chmodSync(data, 0o700);
    await disk?.remove();
  });

  it.each([
    ['cases', 'cases', '--json'],
    ['a history', 'history', 'RO-1', '--json'],
    ['the whole log and its views', 'verify', '--json'],
  ])('can be read: %s', async (_, ...args) => {
    const { code, stderr } = await run(...args);
    expect({ code, stderr }).toMatchObject({ code: 0 });
  });

  it('is refused to whoever writes, with what to do', async () => {
    const input = '{"officer": "co-1"}';
    const writing = await run('advance', 'RO-1', 'AssignOfficer', '--as', 'sup-1', '--input', input);
    expect(writing).toMatchObject({ code: 1, stderr: expect.stringContaining('check its owner') });
  });

  it('is refused to a server, which ends', async () => {
    const server = new ServerProcess({ data, inside, keyFile: disk?.path('master.key') });
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
    server = new ServerProcess({ data, inside, keyFile: disk?.path('master.key') });
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
    server = new ServerProcess({ data, inside, keyFile: disk?.path('master.key') });
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
