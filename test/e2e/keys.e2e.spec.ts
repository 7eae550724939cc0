import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli, temporaryFolder, type CliRun } from './cli.js';

const folder = temporaryFolder();
const data = join(folder, 'office');
const keyFile = join(data, 'master.key');
/** Stand in no other place than in what is typed here. */
const canary = { nameArabic: 'زرقون المهيري', nameLatin: 'Zarqun Almuhayri', birthDate: '1971-03-29' };

const entry = {
  ...{
    registrationNo: 'KEY-1',
    ...canary,
    serviceCategory: 'officer',
    crossingPoint: 'AL_QAIM',
    language: 'ar',
  },
  crossedAt: '2024-12-07T06:03:39+03:00',
};

const register = (registrationNo: string, into = data): Promise<CliRun> =>
  cli([
    ...['advance', 'new', 'RegisterEntry', '--as', 'intake-1', '--occurred-at', '2024-12-07T06:13:39+03:00'],
    ...['--input', JSON.stringify({ ...entry, registrationNo }), '--data', into],
  ]);
const nameIn = async (given: string, env = {}) => {
  const run = await cli(['history', 'KEY-1', '--json', '--data', given], { env });
  expect(run).toMatchObject({ code: 0 });
  return run.json<{ data: { nameLatin: string } }[]>()[0]?.data.nameLatin;
};

/** Every file below a folder, with its bytes. */
const filesIn = (place: string): readonly (readonly [string, Buffer])[] =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name))] as const);

beforeAll(async () => {
  for (const reference of ['KEY-1', 'KEY-2', 'KEY-3'])
    expect(await register(reference)).toMatchObject({ code: 0 });
}, 120_000);

describe('an installation with sealed fields', () => {
  it('leaves no name in the files of the log and of the keys', async () => {
    expect(await nameIn(data)).toBe(canary.nameLatin);
    const files = filesIn(data).filter(([file]) => /events\.db|streams\.db|keys\.db/.test(file));
    expect(files.length).toBeGreaterThanOrEqual(3);
    for (const [file, bytes] of files) {
      for (const value of Object.values(canary)) expect([file, bytes.includes(value)]).toEqual([file, false]);
    }
  });

  it('says of its key store how many persons have keys, and shows no key', async () => {
    const run = await cli(['keys', '--json', '--data', data]);
    const { masterKey, ...shown } = run.json<{ masterKey: string }>();
    expect(shown).toEqual({
      store: join(data, 'keys', 'keys.db'),
      ...{ persons: 3, erased: 0, wrappedBy: { [masterKey]: 3 } },
    });
    const secret = readFileSync(keyFile);
    expect(run.stdout + run.stderr).not.toMatch(
      new RegExp(`${secret.toString('hex')}|${secret.toString('base64')}`),
    );
  });

  it('is not answered by a command that it does not have', async () => {
    for (const args of [['rotate', 'more'], ['backup'], ['destroy']])
      expect(await cli(['keys', ...args, '--data', data])).toMatchObject({ code: 2 });
  });

  it('makes no key in a dry run of an import', async () => {
    const file = join(folder, '01-RegisterEntry.csv');
    const columns = Object.keys(entry);
    const row = { ...entry, registrationNo: 'KEY-9' };
    writeFileSync(
      file,
      `${[...columns, 'by', 'occurredAt'].join(',')}\n${[...Object.values(row), 'intake-1', '2024-12-07T06:13:39+03:00'].join(',')}\n`,
    );
    const run = await cli(['import', 'officer-case', file, '--dry-run', '--json', '--data', data]);
    expect(run.json()).toMatchObject({ accepted: 1, rejected: 0 });
    expect((await cli(['keys', '--json', '--data', data])).json()).toMatchObject({ persons: 3 });
  });
});

describe('copies of log, key store and master key', () => {
  const backup = join(folder, 'monday.backup');
  const copy = join(folder, 'keys-of-monday');
  const restored = (name: string, ...keys: readonly string[]) =>
    cli(['restore', backup, '--data', join(folder, name), '--key-file', keyFile, ...keys]);

  beforeAll(async () => {
    expect(await cli(['backup', backup, '--data', data])).toMatchObject({ code: 0 });
    expect(await cli(['keys', 'backup', copy, '--data', data])).toMatchObject({ code: 0 });
  }, 60_000);

  it('are put back together, and have every name', async () => {
    expect(await restored('restored', '--keys', copy)).toMatchObject({ code: 0 });
    expect(await nameIn(join(folder, 'restored'))).toBe(canary.nameLatin);
    expect(await cli(['verify', '--data', join(folder, 'restored')])).toMatchObject({ code: 0 });
    expect(await cli(['keys', 'backup', copy, '--data', data])).toMatchObject({ code: 1 });
  });

  it('are refused when the key store is missing or another one, and nothing is written', async () => {
    const none = await restored('without');
    expect(none).toMatchObject({ code: 1 });
    expect(none.stderr).toContain('name a copy of it with --keys <folder>');
    const others = join(folder, 'others');
    expect(await register('KEY-1', others)).toMatchObject({ code: 0 });
    const wrong = await restored('wrong', '--keys', join(others, 'keys'));
    expect(wrong).toMatchObject({ code: 1 });
    expect(wrong.stderr).toMatch(/not the master key of/);
    for (const name of ['without', 'wrong']) expect(existsSync(join(folder, name))).toBe(false);
  });

  it('go along when the log is poured, also those made since the last time', async () => {
    const moved = join(folder, 'moved');
    const pour = () => cli(['pour', '--from', `sqlite:${data}`, '--to', `sqlite:${moved}`]);
    expect(await pour()).toMatchObject({ code: 0 });
    expect(await register('KEY-4')).toMatchObject({ code: 0 });
    expect(await pour()).toMatchObject({ code: 0 });
    expect(await cli(['verify', '--data', moved])).toMatchObject({ code: 0 });
    expect((await cli(['keys', '--json', '--data', moved])).json()).toMatchObject({ persons: 4 });
  });
});

describe('another master key', () => {
  const other = join(folder, 'rotated');
  const former = join(folder, 'former.key');
  const current = () => join(other, 'master.key');

  beforeAll(() => {
    cpSync(data, other, { recursive: true });
    renameSync(current(), former);
    writeFileSync(current(), randomBytes(32), { mode: 0o600 });
  });

  it('takes the place of the former one by keys rotate, and opens what was sealed before', async () => {
    const refused = await cli(['cases', '--data', other]);
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.stderr).toMatch(/not the master key of .*keys\.db.*What is not: states/);
    const env = { SAFECONDUCT_FORMER_MASTER_KEY_FILE: former };
    const rotated = await cli(['keys', 'rotate', '--json', '--data', other], { env });
    expect(rotated.json()).toMatchObject({ rewrapped: 4 });
    rmSync(former);
    expect(await nameIn(other)).toBe(canary.nameLatin);
    expect(await cli(['verify', '--data', other])).toMatchObject({ code: 0 });
    expect((await cli(['cases', '--json', '--data', other])).stdout).toContain('KEY-4');
  });

  it.each(['Zarqoun al-Muhairi', 'زرقون المهيرى', '1971 zar', 'key-1'])(
    'leaves the search as it was: %s finds its case',
    async (stdin) => {
      const found = await cli(['cases', '--search', '--json', '--data', other], { stdin });
      expect(found.json<{ reference: string }[]>().map(({ reference }) => reference)).toContain('KEY-1');
    },
  );

  it('finds nobody by another name, and asks for words where there are none', async () => {
    const search = (stdin: string) => cli(['cases', '--search', '--json', '--data', other], { stdin });
    expect((await search('Zarqun Mahmoud')).json()).toEqual([]);
    expect((await search('  ')).stderr).toContain('--search reads 1 to 200 characters from standard input');
  });

  it('may be given in the environment', async () => {
    const masterKey = readFileSync(current()).toString('base64');
    rmSync(current());
    expect(await nameIn(other, { SAFECONDUCT_MASTER_KEY: masterKey })).toBe(canary.nameLatin);
    const run = await cli(['cases', '--data', other], { env: { SAFECONDUCT_MASTER_KEY: 'no key' } });
    expect(run).toMatchObject({ code: 2 });
    expect(run.stderr).toContain('SAFECONDUCT_MASTER_KEY does not fit');
    expect(run.stderr).not.toContain('no key');
    const lost = await cli(['cases', '--data', other]);
    expect(lost.stderr).toMatch(/there is no key; put back the one that was there.*every personal field/);
  });
});
