/** The checks that do not run the product. Each is a program that exits with 0 when it finds nothing. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { run } from './launch/child.mjs';

const importRules = '--config=tools/lint/import-rules.config.mjs';

/** Other checks run beside it: in one thread it needs half of the processor. */
const types = (project) => ['typescript-native/bin/tsc', '--singleThreaded', '--project', project];

/** The longest first, so that the cores end together. */
export const checks = {
  eslint: ['eslint/bin/eslint.js', '--max-warnings=0'],
  oxlint: ['oxlint/bin/oxlint', '--config=oxlint.config.mjs'],
  types: types('.'),
  scripts: types('apps/server/src/http/sign-in/pages/browser'),
  screens: types('apps/web'),
  imports: [
    'dependency-cruiser/bin/dependency-cruiser.mjs',
    importRules,
    'apps',
    'libs',
    'workflows',
    'test',
    'tools',
  ],
  format: ['prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
};

/** The checks that are lint for whoever calls it. */
export const linters = ['eslint', 'oxlint'];

/** The named checks as steps for `failedSteps`, each with the further arguments. */
export const checkSteps = (names, args = []) =>
  names.map((name) => ({ name, passes: (output) => findsNothing(name, args, output) }));

/**
 * Runs steps, as many at once as there are cores. What a step prints comes in one piece when it has ended. Resolves to
 * the names of those that did not pass.
 * @param steps  each has a `name`, and `passes(output)`, which hands what it prints to `output`
 * @param atOnce  how many run at the same time
 */
export async function failedSteps(steps, atOnce = availableParallelism()) {
  const waiting = [...steps];
  const failed = [];
  const work = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const said = [];
      const passed = await step.passes((chunk) => said.push(chunk));
      if (!passed) failed.push(step.name);
      console.log(`\n— ${step.name}`);
      process.stdout.write(Buffer.concat(said));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return failed;
}

/** Resolves to whether the check found nothing. */
async function findsNothing(name, args, output) {
  const [program, ...own] = checks[name];
  const { code } = await run(process.execPath, [join('node_modules', program), ...own, ...args], { output });
  return code === 0;
}
