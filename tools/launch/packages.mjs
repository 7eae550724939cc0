import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { alone } from './alone.mjs';
import { Failure, environmentOf, root, tell } from './child.mjs';
import { npm } from './npm.mjs';

/** Holds the hash of the lock file whose packages are installed; written last, so a broken install leaves none. */
const stamp = join(root, 'node_modules', '.installed');
const command = join(root, 'node_modules', '.bin', 'safeconduct');

/** Installs the packages of the lock file if they are not the installed ones. */
export async function ensurePackages(node) {
  if (areInstalled()) return;
  await alone(async () => {
    if (!areInstalled()) await install(node);
  });
}

/**
 * Marks the packages as installed and puts the command where npx looks first. The link is part of the repository,
 * so that npx also finds it in a fresh checkout; an install empties the folder it lies in.
 */
export function markInstalled() {
  if (!existsSync(command)) {
    mkdirSync(dirname(command), { recursive: true });
    symlinkSync(join('..', '..', 'tools', 'safeconduct'), command);
  }
  writeFileSync(stamp, lockHash());
}

function areInstalled() {
  try {
    return readFileSync(stamp, 'utf8') === lockHash();
  } catch {
    return false;
  }
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/** Older npm versions do not know `allowScripts`, so no script runs but those of the packages allowed there. */
async function install(node) {
  tell('installing packages');
  rmSync(stamp, { force: true });
  // Where native code is compiled, it needs the headers of the Node that will load it.
  const options = { env: { ...environmentOf(node), npm_config_nodedir: dirname(dirname(node)) } };
  const { allowScripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const allowed = Object.keys(allowScripts).filter((name) => allowScripts[name]);
  const done =
    (await npm(['ci', '--ignore-scripts'], options)) &&
    (allowed.length === 0 || (await npm(['rebuild', ...allowed], options)));
  if (!done) throw new Failure('npm could not install the packages; its reason stands above');
  markInstalled();
}
