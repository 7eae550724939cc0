import { expect } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { temporaryFolder } from '../e2e/cli.js';
import type { CommandLine } from '../e2e/cli-runners.js';
import type { Reader } from './page.js';

const copied = [
  'apps/server',
  'libs',
  'workflows',
  'dist',
  'tools/build-server.mjs',
  'tools/threads-in.mjs',
  'tools/type-check.mjs',
  'tools/launch/child.mjs',
  'tools/long-suites.json',
  'tools/jest',
  'tools/test-order.mjs',
  'tools/tests-begin.mjs',
  'tools/tests-end.mjs',
  'tools/typescript.mjs',
  'tools/typescript-options.mjs',
  'tsconfig.base.json',
  'nest-cli.json',
  'jest.config.mjs',
  'package.json',
];

function copyOfTheCheckout(kept: readonly string[]): string {
  const folder = temporaryFolder();
  const isSource = (file: string) => !file.endsWith('.spec.ts') || kept.includes(basename(file));
  for (const path of copied) cpSync(path, join(folder, path), { recursive: true, filter: isSource });
  mkdirSync(join(folder, 'docs/reference'), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  keepFindings(join(folder, 'dist'));
  return folder;
}

/** The compiler knows packages by where they really are. What it has found in this checkout holds in the copy as well. */
function keepFindings(dist: string): void {
  const file = join(dist, 'server.tsbuildinfo');
  const packages = relative(dist, resolve('node_modules'));
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"../node_modules/', `"${packages}/`));
}

// The launcher would do the same, and install packages into the folder that is only linked here.
const node = `"${process.execPath}"`;
const build = `
if [ ! -e dist/.read ] || [ -n "$(find workflows libs apps/server -newer dist/.read ! -name '*.spec.ts')" ]; then
  ${node} tools/build-server.mjs >&2 || exit 2
  touch dist/.read
fi`;
const npm = `
shift 3
exec ${node} --disable-warning=ExperimentalWarning --experimental-vm-modules --import ./tools/typescript.mjs \\
  node_modules/jest/bin/jest.js "$@"`;

/** A checkout of the reader's own, because the page changes it. Only what `kept` names has its tests with it. */
export function readerInCheckout(kept: readonly string[] = []): Reader {
  const folder = copyOfTheCheckout(kept);
  const npx = `${build}\nshift\nexec ${node} dist/run/safeconduct.js "$@"`;
  return { folder, programs: { npx, npm }, commandLine: () => builtIn(folder) };
}

/** What is built of a copy, after a build if its sources have changed. */
export function builtIn(folder: string): CommandLine {
  const { status, stderr } = spawnSync('sh', ['-c', build], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const state = String(statSync(join(folder, 'dist/.read')).mtimeMs);
  return { module: join(folder, 'dist/run/command-line.js'), flags: [], state };
}

/**
 * The same, without a build after each change: the command line runs from the sources.
 * @param typesOf  a folder whose types are checked before a command runs that finds them changed; left out, nobody checks them
 */
export function readerFromSources(kept: readonly string[] = [], typesOf?: string): Reader {
  const folder = copyOfTheCheckout(kept);
  const flags = ['--disable-warning=ExperimentalWarning', '--import', join(folder, 'tools/typescript.mjs')];
  const npx = `shift\nexec ${node} ${flags.join(' ')} apps/server/src/cli/main.ts "$@"`;
  let checked = '';
  const commandLine = () => {
    const types = typesOf === undefined ? '' : timesOf(folder, [typesOf], '.ts');
    if (typesOf !== undefined && types !== checked) expect(typeErrorsIn(folder, [typesOf])).toBe('');
    checked = types;
    const state = timesOf(folder, ['workflows', 'libs', 'apps/server'], '');
    return { module: join(folder, 'apps/server/src/cli/command-line.ts'), flags, state };
  };
  return { folder, programs: { npx, npm }, commandLine };
}

/** Another text when a source has come, changed or gone. */
const timesOf = (folder: string, parts: readonly string[], ending: string): string =>
  parts
    .flatMap((part) =>
      readdirSync(join(folder, part), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith(ending) && !file.endsWith('.spec.ts'))
        .map((file) => `${part}/${file} ${statSync(join(folder, part, file)).mtimeMs}`),
    )
    .join('\n');

/** What the compiler finds in files of a copy, and in what they import. */
export function typeErrorsIn(folder: string, include: readonly string[]): string {
  const exclude = include.some((file) => file.endsWith('.spec.ts')) ? [] : ['**/*.spec.ts'];
  const project = { extends: './tsconfig.base.json', include, exclude };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(project));
  const tsc = ['node_modules/typescript-native/bin/tsc', '--noEmit', '-p', 'tsconfig.json'];
  const { stdout, status } = spawnSync(process.execPath, tsc, { cwd: folder, encoding: 'utf8' });
  return status === 0 ? '' : stdout || `the compiler ended with ${status}`;
}
