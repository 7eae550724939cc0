import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { temporaryFolder } from '../e2e/cli.js';
import type { Reader } from './page.js';

const copied = [
  'apps/server',
  'libs',
  'workflows',
  'dist',
  'tools/build-server.mjs',
  'tools/threads-in.mjs',
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
const npx = `
if [ ! -e dist/.read ] || [ -n "$(find workflows libs apps/server -newer dist/.read ! -name '*.spec.ts')" ]; then
  ${node} tools/build-server.mjs >&2 || exit 2
  touch dist/.read
fi
shift
exec ${node} dist/run/safeconduct.js "$@"`;
const npm = `
shift 3
exec ${node} --disable-warning=ExperimentalWarning --experimental-vm-modules --import ./tools/typescript.mjs \\
  node_modules/jest/bin/jest.js "$@"`;

/** A checkout of the reader's own, because the page changes it. Only what `kept` names has its tests with it. */
export const readerInCheckout = (kept: readonly string[] = []): Reader => ({
  folder: copyOfTheCheckout(kept),
  programs: { npx, npm },
});

/** The same, without a build after each change: the command line runs from the sources, whose types nobody checks then. */
export const readerFromSources = (kept: readonly string[] = []): Reader => ({
  folder: copyOfTheCheckout(kept),
  programs: {
    npx: `shift
exec ${node} --disable-warning=ExperimentalWarning --import ./tools/typescript.mjs apps/server/src/cli/main.ts "$@"`,
    npm,
  },
});
