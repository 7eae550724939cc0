import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { Failure, succeeds } from './child.mjs';

/**
 * Runs npm with the Node that it was installed with, which may be another one than that of the project; see
 * `succeeds`.
 */
export function npm(args, options) {
  return succeeds(process.execPath, [npmProgram(), '--loglevel=error', ...args], options);
}

/** The npm that started us, else the one beside the running Node, else the first on the path. */
function npmProgram() {
  const beside = dirname(process.execPath);
  const candidates = [
    process.env.npm_execpath && join(dirname(process.env.npm_execpath), 'npm-cli.js'),
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    ...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'npm')),
  ];
  const found = candidates.find((candidate) => candidate && existsSync(candidate));
  if (!found) throw new Failure('npm is not on the path; install it beside Node');
  return realpathSync(found);
}
