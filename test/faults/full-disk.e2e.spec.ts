import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { writeBatch } from '../chaos/batch.js';
import { ServerProcess } from '../chaos/server-process.js';
import { cli, temporaryFolder } from '../e2e/cli.js';
import { Api, type Answer } from './api.js';
import { limitFiles, SmallDisk } from './small-disk.js';

const mebibytes = 32;
const refusedCommands = 5;
const commandsMax = 3000;

const disk = await SmallDisk.inMemory(mebibytes);
const data = disk?.folder ?? temporaryFolder();
let server: ServerProcess | undefined;

if (disk === undefined)
  process.stderr.write(
    'this system lets nobody mount: instead of a full disk, no file of the server may grow\n',
  );

afterEach(async () => {
  await server?.kill();
});
afterAll(() => disk?.remove());

/** Fills the rest of the disk, as another program would. */
function fill(pid: number): void {
  if (disk === undefined) {
    limitFiles(pid, '1');
    return;
  }
  const more = Buffer.alloc(mebibytes * 2 ** 20);
  const filler = disk.path('filler');
  expect(() => {
    writeFileSync(filler, more);
  }).toThrow('ENOSPC');
}

function makeRoom(pid: number): void {
  if (disk === undefined) limitFiles(pid, 'unlimited');
  else rmSync(disk.path('filler'));
}

/** Sends commands until this many were refused, because existing files have some room left. */
async function untilRefused(api: Api, caseId: string): Promise<ReadonlyMap<string, Answer>> {
  const answers = new Map<string, Answer>();
  for (let refused = 0; refused < refusedCommands && answers.size < commandsMax;) {
    const key = `note-${answers.size}`;
    const answer = await api.note(caseId, key, 400);
    answers.set(key, answer);
    if (answer.status !== 200) refused += 1;
  }
  return answers;
}

describe('a server whose disk is full', () => {
  it('takes no command, goes on answering, and takes the same ones again when there is room', async () => {
    server = new ServerProcess({ data, inside: disk?.inside ?? [], keyFile: disk?.path('master.key') });
    const api = new Api(await server.ready);
    const caseId = String((await api.register('DISK-1')).body['caseId']);
    fill(server.pid);
    const answers = await untilRefused(api, caseId);
    const refused = [...answers].filter(([, { status }]) => status !== 200);
    expect(refused).toHaveLength(refusedCommands);
    for (const [, { status, body, headers }] of refused) {
      expect([status, body['code'], headers.get('retry-after')]).toEqual([503, 'STORE_UNAVAILABLE', '1']);
    }
    const taken = answers.size - refused.length;
    expect((await api.get(`api/v1/cases/${caseId}`)).body).toMatchObject({ revision: String(taken) });
    expect((await api.import('x'.repeat(2 ** 16))).body).toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(server.said).toMatch(/"level":50.*(full|ENOSPC|disk I\/O)/);

    makeRoom(server.pid);
    for (const [key] of answers) {
      const again = await api.note(caseId, key, 400);
      expect(again.status).toBe(200);
      const isKnown = !refused.some(([one]) => one === key);
      expect(again.headers.get('idempotency-replayed')).toBe(isKnown ? 'true' : null);
    }
    const { position, revision } = (await api.get(`api/v1/cases/${caseId}`)).body;
    expect(revision).toBe(String(answers.size));
    expect((await api.get(`api/v1/cases?atLeast=${String(position)}`)).body).toMatchObject({
      total: { value: 1, relation: 'eq' },
    });
    expect(await server.stop()).toBe(0);
    // The first one, and that the reads were noted when it stopped.
    await expect(verified()).resolves.toMatchObject({ ok: true, events: answers.size + 2 });
  }, 60_000);
});

describe('an import whose disk becomes full', () => {
  it('ends as failed, the server goes on, and the same file again has every row', async () => {
    server = new ServerProcess({ data, inside: disk?.inside ?? [], keyFile: disk?.path('master.key') });
    const api = new Api(await server.ready);
    const [registrations] = writeBatch(temporaryFolder(), {
      name: 'full',
      persons: 2000,
      crossedAt: new Date().toISOString(),
    }).files;
    const content = registrations?.content ?? '';
    const { body } = await api.import(content);
    fill(server.pid);
    expect(await ended(api, body['id'])).toMatchObject({ state: 'failed' });
    makeRoom(server.pid);
    const again = await api.import(content);
    const { state, accepted, alreadyThere, rejected } = await ended(api, again.body['id']);
    expect({ state, rejected, rows: Number(accepted) + Number(alreadyThere) }).toEqual({
      state: 'done',
      rejected: 0,
      rows: 2000,
    });
    expect(await server.stop()).toBe(0);
  }, 60_000);

  async function ended(api: Api, id: unknown): Promise<Answer['body']> {
    for (;;) {
      const { body } = await api.get(`api/v1/jobs/${String(id)}`);
      if (body['endedAt'] !== null) return body;
      await sleep(50);
    }
  }
});

async function verified(): Promise<unknown> {
  return (await cli(['verify', '--data', data, '--json'], { inside: disk?.inside ?? [] })).json();
}
