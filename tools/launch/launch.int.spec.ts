import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const tools = fileURLToPath(new URL('../', import.meta.url));

/** The targets and parts of the small checkout that is launched here; its one dependency lies in itself. */
const targets = `
export const targets = {
  exit: { file: 'exit.mjs' },
  exitInChild: { file: 'exit.mjs', flags: ['--no-warnings'] },
  wait: { file: 'wait.mjs', flags: ['--no-warnings'] },
  where: { file: 'where.mjs', cwd: 'caller' },
  safeconduct: { file: 'dist/page.mjs', needsBuild: true },
};
export const parts = [{ name: 'page', sources: ['src'], command: ['build.mjs'] }];
`;
const manifest = {
  name: 'small',
  version: '1.0.0',
  engines: { node: '>=18.0' },
  allowScripts: {},
  dependencies: { dep: 'file:dep' },
};
const lock = (version: string) => ({
  ...{ name: 'small', version: '1.0.0', lockfileVersion: 3, requires: true },
  packages: { '': manifest, dep: { version }, 'node_modules/dep': { resolved: 'dep', link: true } },
});
const files = {
  'tools/targets.mjs': targets,
  // Some npm versions would copy the dependency and call it another.
  '.npmrc': 'install-links=false',
  'package.json': JSON.stringify({ ...manifest, scripts: { where: 'node tools/run.mjs where' } }),
  'package-lock.json': JSON.stringify(lock('1.0.0')),
  'dep/package.json': JSON.stringify({ name: 'dep', version: '1.0.0' }),
  'exit.mjs': 'process.exitCode = Number(process.argv[2]);',
  'wait.mjs': "process.on('SIGTERM', () => process.exit(7)); console.log('up'); setInterval(() => 1, 1000);",
  'where.mjs': 'console.log(process.cwd());',
  'src/page.mjs': "console.log('first');",
  'build.mjs': "import { cpSync } from 'node:fs'; cpSync('src', 'dist', { recursive: true });",
};

/** The result of a program: its exit code or signal, and its output. */
interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

const installing = 'safeconduct: installing packages';
const building = 'safeconduct: building the page';

describe('launcher', () => {
  let checkout: string;

  const plant = (planted: Readonly<Record<string, string>>) => {
    for (const [file, content] of Object.entries(planted)) {
      mkdirSync(join(checkout, dirname(file)), { recursive: true });
      writeFileSync(join(checkout, file), content);
    }
  };
  const launch = (...args: string[]) =>
    ended(spawn(process.execPath, ['tools/run.mjs', ...args], { cwd: checkout }));

  beforeEach(() => {
    checkout = mkdtempSync(join(tmpdir(), 'safeconduct-launch-'));
    for (const part of ['launch', 'run.mjs', 'safeconduct']) {
      cpSync(join(tools, part), join(checkout, 'tools', part), { recursive: true });
    }
    plant(files);
  });

  afterEach(() => {
    rmSync(checkout, { recursive: true });
  });

  it('installs the packages once, and again when the lock file names others', async () => {
    expect((await launch('exit', '0')).stderr).toContain(installing);
    expect((await launch('exit', '0')).stderr).toBe('');
    plant({
      'package-lock.json': JSON.stringify(lock('1.0.1')),
      'dep/package.json': JSON.stringify({ name: 'dep', version: '1.0.1' }),
    });
    expect((await launch('exit', '0')).stderr).toContain(installing);
    expect((await launch('exit', '0')).stderr).toBe('');
  });

  it('builds when a source is new, changed, renamed or gone, and not when a spec is', async () => {
    const told = async () => (await launch('safeconduct')).stderr;
    expect(await told()).toContain(building);
    expect(await told()).toBe('');
    plant({ 'src/page.spec.ts': '' });
    expect(await told()).toBe('');
    plant({ 'src/page.mjs': "console.log('second');" });
    expect(await launch('safeconduct')).toMatchObject({ stdout: 'second\n', stderr: `${building}\n` });
    plant({ 'src/more.mjs': '' });
    expect(await told()).toContain(building);
    renameSync(join(checkout, 'src/more.mjs'), join(checkout, 'src/less.mjs'));
    expect(await told()).toContain(building);
    rmSync(join(checkout, 'src/less.mjs'));
    expect(await told()).toContain(building);
  });

  it('ends with 1 and does not run the target when the build fails', async () => {
    plant({ 'build.mjs': 'process.exitCode = 3;' });
    const { code, stdout, stderr } = await launch('safeconduct');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('safeconduct: the page does not build');
  });

  it('installs no Node that is another one than was pinned, and says so', async () => {
    plant({
      'package.json': JSON.stringify({ ...manifest, engines: { node: '>=99.0' } }),
      // An npm whose registry gives something else under the right name.
      'npm/npm-cli.js':
        "const { writeFileSync } = require('node:fs'); const [, , , command, spec, , folder] = process.argv;" +
        "if (command === 'pack') writeFileSync(`${folder}/${spec.replace('@', '-')}.tgz`, 'something else');",
      'npm/package.json': '{"type": "commonjs"}',
    });
    const env = { ...process.env, npm_execpath: join(checkout, 'npm', 'npm-cli.js') };
    const child = spawn(process.execPath, ['tools/run.mjs', 'exit', '0'], { cwd: checkout, env });
    const { code, stderr } = await ended(child);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /node-linux-\w+@[\d.]+ is not what was pinned: its hash is sha512-\S+, expected is sha512-\S+; it was not installed/,
    );
    expect(existsSync(join(checkout, 'tools', 'node'))).toBe(false);
  });

  it('ends with the exit code of the target', async () => {
    expect(await launch('exit', '5')).toMatchObject({ code: 5 });
    expect(await launch('exitInChild', '6')).toMatchObject({ code: 6 });
  });

  it('passes a signal on, and ends as the target chose to', async () => {
    const child = spawn(process.execPath, ['tools/run.mjs', 'wait'], { cwd: checkout });
    const end = ended(child);
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    expect(await end).toMatchObject({ code: 7 });
  });

  it('ends the target when npm is ended, whose shell passes nothing on', async () => {
    plant({
      'package.json': JSON.stringify({ ...manifest, scripts: { wait: 'node tools/run.mjs wait; true' } }),
    });
    const shell = spawn('npm', ['run', '--silent', 'wait'], { cwd: checkout });
    const closed = once(shell.stdout, 'close');
    await once(shell.stdout, 'data');
    shell.kill('SIGTERM');
    // The target holds the pipe open as long as it lives.
    await closed;
  });

  it('lets one of several launchers do the work while the others wait', async () => {
    const all = await Promise.all([launch('safeconduct'), launch('safeconduct'), launch('safeconduct')]);
    expect(all.map(({ code, stdout }) => ({ code, stdout }))).toEqual(
      all.map(() => ({ code: 0, stdout: 'first\n' })),
    );
    expect(all.filter(({ stderr }) => stderr.includes(installing))).toHaveLength(1);
    expect(all.filter(({ stderr }) => stderr.includes(building))).toHaveLength(1);
  });

  it('removes the lock of a launcher that was killed', async () => {
    plant({ 'tools/.lock': 'of somebody who is gone' });
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(join(checkout, 'tools/.lock'), longAgo, longAgo);
    expect(await launch('exit', '0')).toMatchObject({ code: 0 });
    expect(existsSync(join(checkout, 'tools/.lock'))).toBe(false);
  });

  it('runs a target in the folder where npm was called', async () => {
    plant({ 'deep/er/file': '' });
    const folder = join(checkout, 'deep', 'er');
    const { stdout } = await ended(spawn('npm', ['run', '--silent', 'where'], { cwd: folder }));
    expect(stdout).toBe(`${folder}\n`);
  });

  it('is what npx finds, and npx installs nothing for it', async () => {
    await launch('exit', '0');
    const cache = join(checkout, 'cache');
    const env = { ...process.env, npm_config_cache: cache };
    const npx = spawn('npx', ['--no-install', 'safeconduct'], { cwd: join(checkout, 'src'), env });
    expect(await ended(npx)).toMatchObject({ code: 0, stdout: 'first\n' });
    expect(existsSync(join(cache, '_npx'))).toBe(false);
  });
});

async function ended(child: ChildProcess): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { code, signal, stdout, stderr };
}
