/**
 * `npm run check`: every check, or the one named first with the caller's arguments. A failed check does not
 * stop the others.
 */
import { checks, passes } from './checks.mjs';

const [name, ...args] = process.argv.slice(2);
const failed = [];
for (const each of name ? [name] : Object.keys(checks)) {
  if (!(await passes(each, name ? args : []))) failed.push(each);
}
if (failed.length > 0) {
  console.error(`\nfailed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
