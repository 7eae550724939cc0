import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { root, run } from './launch/child.mjs';

/** The compiler takes four checkers where nothing is said; more than there are cores do some of the work twice. */
const checkers = String(Math.min(4, availableParallelism()));

/** Checks the types of a project and prints what is wrong with them. Resolves to whether nothing is. */
export async function typesPass(project) {
  const tsc = join(root, 'node_modules/typescript-native/bin/tsc');
  const { code } = await run(process.execPath, [
    tsc,
    '--pretty',
    '--checkers',
    checkers,
    '--project',
    project,
  ]);
  return code === 0;
}
