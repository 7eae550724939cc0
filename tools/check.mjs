/**
 * `npm run check`: every check, or the one named first with the caller's arguments. A failed check does not
 * stop the others.
 */
import { checks, checkSteps, failedSteps } from './checks.mjs';

const [name, ...args] = process.argv.slice(2);
const failed = await failedSteps(
  name ? checkSteps([name], { args, alone: true }) : checkSteps(Object.keys(checks)),
);
if (failed.length > 0) {
  console.error(`\nfailed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
