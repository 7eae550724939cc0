import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ServerProcess } from '../chaos/server-process.js';
import { cli, temporaryFolder } from '../e2e/cli.js';
import { Api, type Answer } from './api.js';

const folder = temporaryFolder();
const timeoutMs = 60_000;
const prepared = join(folder, 'prepared');
let count = 0;
let server: ServerProcess | undefined;

beforeAll(async () => {
  await registered(await serving(prepared), 'BEFORE-1');
  await server?.stop();
}, timeoutMs);

afterEach(async () => {
  await server?.kill();
  server = undefined;
});

/** A server with two cases in its log and views. Of the views with the first one alone there is a copy. */
async function started() {
  const data = join(folder, `data-${(count += 1)}`);
  const views = join(data, 'views.db');
  cpSync(prepared, data, { recursive: true });
  copyFileSync(views, `${data}.older`);
  const api = await serving(data);
  await registered(api, 'BEFORE-2');
  return { data, views, older: `${data}.older`, api };
}

async function serving(data: string): Promise<Api> {
  server = new ServerProcess({ data });
  return new Api(await server.ready);
}

/** Opens a case and waits until the list has it. */
async function registered(api: Api, registrationNo: string): Promise<void> {
  const { status, body } = await api.register(registrationNo);
  expect(status).toBe(201);
  expect(await api.get(listAt(body['position']))).toMatchObject({ status: 200 });
}

const listAt = (position: unknown): string => `api/v1/cases?atLeast=${String(position)}`;

interface Files {
  /** The path of `views.db`. */
  readonly views: string;
  /** A copy of it with less. */
  readonly older: string;
}

const losses: readonly (readonly [string, (files: Files) => void])[] = [
  [
    'is removed',
    ({ views }) => {
      rmSync(views);
    },
  ],
  [
    'is removed with its -wal and -shm files',
    ({ views }) => {
      for (const suffix of ['', '-wal', '-shm']) rmSync(views + suffix);
    },
  ],
  [
    'loses its -wal file',
    ({ views }) => {
      rmSync(`${views}-wal`);
    },
  ],
  [
    'loses its -shm file',
    ({ views }) => {
      rmSync(`${views}-shm`);
    },
  ],
  [
    'is replaced by an older copy',
    ({ views, older }) => {
      renameSync(older, views);
    },
  ],
  [
    'is replaced by an older copy, without the -wal and -shm files',
    ({ views, older }) => {
      renameSync(older, views);
      for (const suffix of ['-wal', '-shm']) rmSync(views + suffix);
    },
  ],
  [
    'is replaced by an empty file',
    ({ views, older }) => {
      writeFileSync(older, '');
      renameSync(older, views);
    },
  ],
  [
    'is emptied',
    ({ views }) => {
      truncateSync(views);
    },
  ],
];

describe('a running server whose views.db', () => {
  it.each(losses)(
    '%s takes commands, says what it does, and makes the views again',
    async (_, lose) => {
      const { data, views, older, api } = await started();
      lose({ views, older });
      const { status, body } = await api.register('AFTER-1');
      expect(status).toBe(201);
      const answers = await answersUntilListed(api, body['position']);
      expect(answers.at(-1)?.body['items']).toHaveLength(3);
      expect(answers.slice(0, -1).filter((answer) => !saysWhy(answer))).toEqual([]);
      expect(await api.get('health/ready')).toMatchObject({ status: 200 });
      await registered(api, 'AFTER-2');
      await server?.stop();
      const { code, stdout } = await cli(['verify', '--data', data, '--json']);
      expect({ code, ...JSON.parse(stdout) }).toMatchObject({ code: 0, ok: true, cases: 4 });
    },
    timeoutMs,
  );

  it(
    'is replaced by a folder says so, and makes the views again once the folder is gone',
    async () => {
      const { views, api } = await started();
      for (const suffix of ['', '-wal', '-shm']) rmSync(views + suffix);
      mkdirSync(views);
      const { status, body } = await api.register('AFTER-1');
      expect(status).toBe(201);
      expect(await api.get('api/v1/cases')).toMatchObject({
        status: 503,
        body: { code: 'STORE_UNAVAILABLE' },
      });
      expect(await api.get('health/ready')).toMatchObject({
        status: 503,
        body: { reason: expect.stringContaining('a folder stands in its place; remove it') },
      });
      rmdirSync(views);
      expect((await answersUntilListed(api, body['position'])).at(-1)?.body['items']).toHaveLength(3);
      expect(existsSync(views)).toBe(true);
    },
    timeoutMs,
  );
});

/** What the list answers until it is a list again. */
async function answersUntilListed(api: Api, position: unknown): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (;;) {
    const answer = await api.get(listAt(position));
    answers.push(answer);
    if (answer.status === 200) return answers;
    await sleep(200);
  }
}

/** A question that cannot be answered meanwhile is told that the views lag, or that they are being made again. */
function saysWhy({ status, body: { code, detail } }: Answer): boolean {
  if (status === 504) return code === 'VIEW_BEHIND';
  return status === 503 && String(detail).includes('made again from the log');
}
