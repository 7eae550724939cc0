/** The checks that do not run the product. Each is a program that exits with 0 when it finds nothing. */
import { join } from 'node:path';
import { run } from './launch/child.mjs';

const importRules = '--config=tools/lint/import-rules.config.mjs';

export const checks = {
  lint: ['eslint/bin/eslint.js', '--max-warnings=0', '.'],
  format: ['prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
  types: ['typescript/bin/tsc', '--project', '.'],
  imports: [
    'dependency-cruiser/bin/dependency-cruiser.mjs',
    importRules,
    'apps',
    'libs',
    'workflows',
    'test',
    'tools',
  ],
};

/** Runs the named check with further arguments; resolves to whether it found nothing. */
export async function passes(name, args = []) {
  const [program, ...own] = checks[name];
  console.log(`\n— ${name}`);
  const { code } = await run(process.execPath, [join('node_modules', program), ...own, ...args]);
  return code === 0;
}
