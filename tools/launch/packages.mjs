import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { alone } from './alone.mjs';
import { Failure, environmentOf, root, tell } from './child.mjs';
import { npm } from './npm.mjs';

/** Installs the packages of the lock file if they are not the installed ones. */
export async function ensurePackages(node) {
  if (areInstalled()) return;
  await alone(async () => {
    if (!areInstalled()) await install(node);
  });
}

/**
 * Links the command where npx looks first, which takes half the time of reading package.json, as npx does in
 * a fresh checkout. An install empties the folder of the link.
 */
export function linkCommand() {
  const command = join(root, 'node_modules', '.bin', 'safeconduct');
  if (existsSync(command)) return;
  mkdirSync(dirname(command), { recursive: true });
  symlinkSync(join('..', '..', 'tools', 'safeconduct'), command);
}

/**
 * npm writes what it installed into node_modules as its last act, in the form of the lock file. Packages for
 * other platforms are in the lock file only.
 */
function areInstalled() {
  const installed = packagesOf(join('node_modules', '.package-lock.json'));
  if (!installed) return false;
  const locked = packagesOf('package-lock.json');
  return (
    Object.entries(installed).every(([path, { version }]) => locked[path]?.version === version) &&
    Object.entries(locked).every(([path, { optional }]) => path === '' || optional || installed[path])
  );
}

function packagesOf(file) {
  const path = join(root, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined;
}

/**
 * Older npm versions do not know `allowScripts`, so no script runs but those of the packages allowed there.
 */
async function install(node) {
  tell('installing packages');
  // Where native code is compiled, it needs the headers of the Node that will load it.
  const options = { env: { ...environmentOf(node), npm_config_nodedir: dirname(dirname(node)) } };
  const { allowScripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const allowed = Object.keys(allowScripts).filter((name) => allowScripts[name]);
  const done =
    (await npm(['ci', '--ignore-scripts'], options)) &&
    (allowed.length === 0 || (await npm(['rebuild', ...allowed], options)));
  if (!done) throw new Failure('npm could not install the packages; see the reason above');
  linkCommand();
}
