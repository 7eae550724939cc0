import { beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli, temporaryFolder } from './cli.js';
import { entry } from './http/officer-cases.js';

const data = temporaryFolder();
const reference = 'QAIM-2024-00001';
const register = (folder: string, command = 'RegisterEntry', input: object = entry(reference)) =>
  cli([
    ...['advance', 'new', command, '--as', 'intake-1', '--input', JSON.stringify(input)],
    ...['--occurred-at', '2024-12-07T06:13:39+03:00', '--data', folder],
  ]);

beforeAll(async () => {
  expect((await register(data)).code).toBe(0);
});

const mistyped: readonly (readonly [string, string, ...string[]])[] = [
  ['a state', 'camped', 'cases', '--state', 'campd'],
  ['a facility', 'RUTBA', 'cases', '--facility', 'RUTBAH'],
  ['an outcome', 'RELOCATED', 'cases', '--outcome', 'RELOCATD'],
  ['a state of the past', 'camped', 'cases', '--state', 'campd', '--as-of', '2024-12-08T00:00:00Z'],
  ['a tag', 'intention', 'cases', '--tag', 'intenton:refuse'],
  ['a code of a tag', 'refuse', 'population', '--tag', 'service:officer,intention:refus'],
  ['a role', 'custody', 'inbox', '--role', 'custdy'],
];

describe('a mistyped name', () => {
  it.each(mistyped)('is told of, with the nearest known one: %s', async (_what, nearest, ...args) => {
    const { code, stdout, stderr } = await cli([...args, '--data', data]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(new RegExp(`^safeconduct: no .* is called .*; did you mean ${nearest}\\?.*\n$`));
  });

  it('of a command is told with the nearest known one', async () => {
    const { code, stderr } = await cli([
      'advance',
      reference,
      'RecordSurender',
      '--as',
      'intake-1',
      '--data',
      data,
    ]);
    expect([code, stderr]).toEqual([1, expect.stringContaining('did you mean RecordSurrender?')]);
  });

  it('of a revision behind the last one is refused by replay as by case', async () => {
    for (const args of [
      ['replay', reference, '--to', '99'],
      ['case', reference, '--revision', '99'],
    ]) {
      const { code, stderr } = await cli([...args, '--data', data]);
      expect([code, stderr]).toEqual([2, expect.stringMatching(/ may be 0 at the most; .*\n$/)]);
    }
  });
});

describe('an import', () => {
  it('of a file that is named after no command says so before anything is sent', async () => {
    const folder = temporaryFolder();
    const file = join(folder, '02-RecordSurender.csv');
    writeFileSync(file, 'registrationNo,by\nQAIM-2024-00001,cus-1\n');
    const { code, stderr } = await cli(['import', 'officer-case', file, '--data', join(folder, 'data')]);
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/^safeconduct: .*did you mean RecordSurrender\?.*\n$/),
    ]);
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it('of a folder names each table that it leaves out', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'rows'));
    writeFileSync(join(folder, 'rows', '02-RecordSurrender.jsonl'), '');
    for (const name of ['02-RecordSurrender (1).csv', 'people.xlsx', 'README.md', '01-A.csv.rejected.csv'])
      writeFileSync(join(folder, 'rows', name), 'registrationNo,by\n');
    const run = await cli(['import', 'officer-case', join(folder, 'rows'), '--data', data, '--json']);
    const leftOut = ['02-RecordSurrender (1).csv', 'people.xlsx'].map((name) => join(folder, 'rows', name));
    expect([run.code, run.json()]).toEqual([0, expect.objectContaining({ files: 1, leftOut })]);
    for (const path of leftOut) expect(run.stderr).toContain(`${path} is left out`);
  });
});

describe('a refused command to a folder that is not there', () => {
  it.each([
    ['for its name', 'RegisterEntri', entry(reference)],
    ['for its form', 'RegisterEntry', {}],
    ['for its command, which opens no case', 'RecordSurrender', { weaponsCount: 0, nilDeclaration: true }],
  ])('%s makes no folder', async (_why, command, input) => {
    const folder = join(temporaryFolder(), 'dta');
    const { code } = await register(folder, command, input);
    expect([code, existsSync(folder)]).toEqual([1, false]);
  });
});
