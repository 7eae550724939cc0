/**
 * `npm run check`: every check. `npm run lint`: both linters, with the caller's arguments. A failed check does not stop
 * the others.
 */
import { checks, checkSteps, failedSteps, linters } from './checks.mjs';

const [name, ...args] = process.argv.slice(2);
const steps = checkSteps(name === 'lint' ? linters : Object.keys(checks), args);
// With `--fix` both linters write the same files, so each of them runs alone.
const failed = await failedSteps(steps, args.length > 0 ? 1 : undefined);
if (failed.length > 0) {
  console.error(`\nfailed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
