import { beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cliMain, serverMain } from '../built-programs.js';
import { temporaryFolder } from './cli.js';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

/** Runs a program in the folder. */
async function run(main: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [main, ...args], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece: Buffer) => (said += String(piece)));
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { code, said };
}

const doctor = async (env: Readonly<Record<string, string>> = {}) =>
  (await run(cliMain, ['doctor'], env)).said;

describe('a file .env in the folder of the command', () => {
  it('is read, by the server and by the command line', async () => {
    writeFileSync(join(folder, '.env'), '# where\nSAFECONDUCT_EVENTS="sqlite:./elsewhere"\nPORT=high\n');
    const server = await run(serverMain, ['--no-demo']);
    expect([server.code, server.said.trim().split('\n')]).toEqual([
      2,
      [expect.stringContaining('PORT does not fit')],
    ]);
    writeFileSync(join(folder, '.env'), 'SAFECONDUCT_EVENTS="sqlite:./elsewhere" # here\n');
    expect(await doctor()).toMatch(/elsewhere/);
  });

  it('is below the environment, also where that is empty', async () => {
    writeFileSync(join(folder, '.env'), 'SAFECONDUCT_EVENTS=sqlite:./elsewhere\n');
    expect(await doctor({ SAFECONDUCT_EVENTS: 'sqlite:./here' })).not.toMatch(/elsewhere/);
    expect(await doctor({ SAFECONDUCT_EVENTS: '' })).not.toMatch(/elsewhere/);
  });

  it('may be a folder, which is left alone', async () => {
    mkdirSync(join(folder, '.env'));
    expect(await doctor()).toContain('settings given');
  });
});

const options: readonly (readonly [string, string, readonly string[]])[] = [
  ['--port', serverMain, ['--no-demo', '--port', '']],
  ['--data', serverMain, ['--no-demo', '--data', ' ']],
  ['--data', cliMain, ['cases', '--data', '']],
  ['--limit', cliMain, ['cases', '--limit', '']],
  ['--as-of', cliMain, ['population', '--as-of', '']],
  ['--confirmed-by', cliMain, ['advance', 'A-1', 'ClearReturn', '--as', 'aut-1', '--confirmed-by', '']],
];

describe('an option', () => {
  it.each(options)('%s that is empty is refused in one line', async (option, main, args) => {
    const { code, said } = await run(main, args);
    expect([code, said]).toEqual([2, `safeconduct: ${option} is empty; give it a value, or leave it out\n`]);
  });

  it.each([
    ['cases', '--limit', '0x10'],
    ['cases', '--limit', '1e1'],
    ['inbox', '--limit', '0x10'],
    ['simulate', 'officer-case', '--runs', ' 7'],
  ])('with a number takes decimal digits only: %s %s %s %s', async (...args) => {
    const { code, said } = await run(cliMain, args);
    expect([code, said]).toEqual([2, expect.stringMatching(/must be a whole number from 1, such as .*\n$/)]);
  });
});
