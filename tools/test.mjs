/**
 * `npm test`: the build beside every check, then every test; arguments go to Jest. A failed step stops no other
 * one. The last line says `N passed, N failed, N skipped`: the tests, and each failed step as one failure.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checks, checkSteps, failedSteps } from './checks.mjs';
import { ensureBuilt } from './launch/build.mjs';
import { Failure, root, run, tell } from './launch/child.mjs';
import { targets } from './targets.mjs';
import { describeEngines } from './test-engines.mjs';

/** Tests note here which engines they ran against. */
const usedEngines = mkdtempSync(join(tmpdir(), 'safeconduct-engines-'));
process.env.SAFECONDUCT_USED_ENGINES = usedEngines;

const failed = await failedSteps([{ name: 'build', passes: builds }, ...checkSteps(Object.keys(checks))]);
const tests = await runJest(process.argv.slice(2));
if (!tests.complete) failed.push('tests');
report();

async function builds() {
  try {
    await ensureBuilt(process.execPath);
    return true;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    tell(error.message);
    return false;
  }
}

/** Runs Jest and reads its counts; `complete` is false if it broke before it could count. */
async function runJest(args) {
  console.log('\n— tests');
  const folder = mkdtempSync(join(tmpdir(), 'safeconduct-test-'));
  const outcome = join(folder, 'outcome.json');
  try {
    const { flags, file } = targets.jest;
    await run(process.execPath, [...flags, file, '--json', `--outputFile=${outcome}`, ...args], {
      cwd: root,
    });
    return countsOf(JSON.parse(readFileSync(outcome, 'utf8')));
  } catch (error) {
    tell(`the tests did not run to their end: ${error.message}`);
    return { complete: false, passed: 0, failed: 0, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A spec file that cannot even be loaded counts as one failure. */
function countsOf(outcome) {
  return {
    complete: true,
    passed: outcome.numPassedTests,
    failed: outcome.numFailedTests + outcome.numRuntimeErrorTestSuites,
    skipped: outcome.numPendingTests + outcome.numTodoTests,
  };
}

function report() {
  const failures = tests.failed + failed.length;
  console.log(`\n${describeEngines(usedEngines)}`);
  rmSync(usedEngines, { recursive: true });
  if (failed.length > 0) console.log(`failed steps: ${failed.join(', ')}`);
  if (tests.passed === 0) console.log('no test passed');
  console.log(`${tests.passed} passed, ${failures} failed, ${tests.skipped} skipped`);
  process.exitCode = failures > 0 || tests.passed === 0 ? 1 : 0;
}
