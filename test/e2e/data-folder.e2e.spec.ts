import { beforeAll, describe, expect, it } from '@jest/globals';
import { lockFolder } from '@safeconduct/stores';
import Database from 'better-sqlite3';
import {
  closeSync,
  cpSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { cli, temporaryFolder } from './cli.js';

const folder = temporaryFolder();
const original = join(folder, 'original');
const persons = 20;

beforeAll(async () => {
  const caseload = join(folder, 'caseload');
  await cli(['demo', 'generate', '--persons', String(persons), '--out', caseload]);
  await cli(['import', 'officer-case', caseload, '--data', original]);
}, 60_000);

/** A copy of the data folder for one test to damage. */
function copy(name: string): string {
  const target = join(folder, name);
  cpSync(original, target, { recursive: true });
  return target;
}

const total = async (data: string) => {
  const run = await cli(['population', '--data', data, '--json']);
  return {
    code: run.code,
    total: run.code === 0 ? run.json<{ total: number }>().total : undefined,
    stderr: run.stderr,
  };
};

const advance = (data: string) =>
  cli([
    'advance',
    'QAIM-2024-00001',
    'AssignOfficer',
    '--as',
    'sup-1',
    '--input',
    '{"officer": "co-1"}',
    '--data',
    data,
  ]);

describe('a data folder', () => {
  it('whose views are missing has them made again', async () => {
    const data = copy('no-views');
    rmSync(join(data, 'views.db'));
    expect(await total(data)).toMatchObject({ code: 0, total: persons });
  });

  it('whose views are damaged has them made again', async () => {
    const data = copy('bad-views');
    scribble(join(data, 'views.db'), 0, 4096);
    expect(await total(data)).toMatchObject({ code: 0, total: persons });
  });

  it('whose views are damaged inside has them made again by the command that meets it', async () => {
    for (const args of [['cases'], ['projections', 'rebuild', 'all']]) {
      const data = copy(`torn-views-${args[0]}`);
      scribbleRows(join(data, 'views.db'));
      const run = await cli([...args, '--data', data]);
      expect([run.code, run.stderr]).toEqual([0, expect.stringContaining('making them again from the log')]);
      expect((await cli(['verify', '--data', data, '--json'])).json()).toMatchObject({ ok: true });
    }
  });

  it('whose views are damaged inside fails verify, and the next command makes them again', async () => {
    const data = copy('verified-views');
    scribbleRows(join(data, 'views.db'));
    const verify = () => cli(['verify', '--data', data]);
    expect(await verify()).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('views.db is damaged'),
    });
    expect(await verify()).toMatchObject({ code: 0 });
  });

  it('whose log is damaged is refused, with what to do, and is not changed', async () => {
    const data = copy('bad-log');
    const file = join(data, 'events.db');
    scribble(file, 0, 4096);
    const before = readFileSync(file);
    for (const run of [await cli(['population', '--data', data]), await advance(data)]) {
      expect(run.code).toBe(1);
      expect(run.stderr).toContain('restore it from a backup');
    }
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('is for the one who made it alone', () => {
    const modes = readdirSync(original).map((name) => statSync(join(original, name)).mode & 0o077);
    expect([statSync(original).mode & 0o077, ...new Set(modes)]).toEqual([0, 0]);
  });

  it('that a later release wrote is refused', async () => {
    const data = copy('newer');
    const db = new Database(join(data, 'events.db'));
    db.pragma('user_version = 99');
    db.close();
    const run = await advance(data);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('format 99');
  });

  it('without its key is refused, and no other key is made', async () => {
    const data = copy('no-key');
    rmSync(join(data, 'master.key'));
    const run = await advance(data);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('master.key');
  });

  it('with another key is refused', async () => {
    const data = copy('other-key');
    writeFileSync(join(data, 'master.key'), Buffer.alloc(32, 7));
    for (const run of [await cli(['cases', '--data', data]), await advance(data)]) {
      expect(run.code).toBe(1);
      expect(run.stderr).toContain('not the master key');
    }
  });

  it('that another process writes to can be read, and a second writer gets the name of the first', async () => {
    const data = copy('locked');
    const lock = lockFolder(data, { note: 'a test' });
    expect(await total(data)).toMatchObject({ code: 0, total: persons });
    const run = await advance(data);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(`a test (process ${process.pid}`);
    lock.release();
    expect((await advance(data)).code).toBe(0);
  });

  it('whose views cannot be filled now still answers what the log alone knows', async () => {
    const data = copy('views-elsewhere');
    rmSync(join(data, 'views.db'));
    const lock = lockFolder(data, { note: 'a test that fills no views' });
    for (const command of ['case', 'history', 'replay']) {
      expect(await cli([command, 'QAIM-2024-00001', '--data', data])).toMatchObject({ code: 0 });
    }
    lock.release();
  });
});

describe('a backup', () => {
  const keyStore = ['--keys', join(original, 'keys')];

  it('restored elsewhere with its key gives the same answers', async () => {
    const file = join(folder, 'backup.db');
    const elsewhere = join(folder, 'elsewhere');
    expect((await cli(['backup', file, '--data', original])).code).toBe(0);
    const restored = await cli([
      'restore',
      file,
      '--data',
      elsewhere,
      '--key-file',
      join(original, 'master.key'),
      '--keys',
      join(original, 'keys'),
    ]);
    expect(restored.code).toBe(0);
    const list = async (data: string) => (await cli(['cases', '--data', data, '--json'])).json();
    expect(await list(elsewhere)).toEqual(await list(original));
    expect((await cli(['verify', '--data', elsewhere, '--json'])).json()).toMatchObject({ ok: true });
  });

  it('never overwrites', async () => {
    const file = join(folder, 'backup-2.db');
    await cli(['backup', file, '--data', original]);
    expect((await cli(['backup', file, '--data', original])).stderr).toContain('choose another name');
    const onto = await cli(['restore', file, '--data', original]);
    expect(onto.code).toBe(1);
    expect(onto.stderr).toContain('holds a log already');
  });

  it('with the key of another installation fills nothing, and then with its own does', async () => {
    const file = join(folder, 'backup-4.db');
    await cli(['backup', file, '--data', original]);
    const target = join(folder, 'with-key');
    const wrong = join(folder, 'wrong.key');
    writeFileSync(wrong, Buffer.alloc(32, 7), { mode: 0o600 });
    const restore = (key: string) => cli(['restore', file, '--data', target, '--key-file', key, ...keyStore]);
    const refused = await restore(wrong);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('not the master key');
    expect((await restore(join(original, 'master.key'))).code).toBe(0);
  });

  it.each([
    ['its beginning', () => 0],
    ['its end', (size: number) => size - 100],
  ])('that is damaged at %s fills nothing', async (where, from) => {
    const file = join(folder, `damaged at ${where}`);
    await cli(['backup', file, '--data', original]);
    scribble(file, from(statSync(file).size), 100);
    const target = `${file}, restored`;
    const keys = ['--key-file', join(original, 'master.key'), ...keyStore];
    const run = await cli(['restore', file, '--data', target, ...keys]);
    expect(run.code).toBe(1);
    expect((await cli(['cases', '--data', target])).stderr).toContain('holds no data yet');
    expect(existsSync(target) ? readdirSync(target) : []).toEqual([]);
  });
});

/** The schema and the list of tables stay, so that the views open without an error. */
function scribbleRows(file: string): void {
  const db = new Database(file, { readonly: true });
  const roots = db.prepare(`SELECT rootpage FROM sqlite_schema WHERE name GLOB '*__*'`).pluck().all();
  const pageBytes = db.pragma('page_size', { simple: true }) as number;
  db.close();
  for (const root of roots) scribble(file, (Number(root) - 1) * pageBytes, pageBytes);
}

function scribble(file: string, from: number, length: number): void {
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, Buffer.alloc(length, 0x5a), 0, length, from);
  closeSync(descriptor);
}
