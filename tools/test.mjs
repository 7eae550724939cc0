/**
 * `npm test`: the build, every check, then every test; arguments go to Jest. A failed step stops no later
 * one. The last line says `N passed, N failed, N skipped`: the tests, and each failed step as one failure.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checks, passes } from './checks.mjs';
import { ensureBuilt } from './launch/build.mjs';
import { Failure, root, run, tell } from './launch/child.mjs';
import { targets } from './targets.mjs';
import { describeEngines } from './test-engines.mjs';

/** Tests note here which engines they ran against. */
const usedEngines = mkdtempSync(join(tmpdir(), 'safeconduct-engines-'));
process.env.SAFECONDUCT_USED_ENGINES = usedEngines;

const failedSteps = [];
if (!(await builds())) failedSteps.push('build');
for (const name of Object.keys(checks)) {
  if (!(await passes(name))) failedSteps.push(name);
}
const tests = await runJest(process.argv.slice(2));
if (!tests.complete) failedSteps.push('tests');
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
  const failed = tests.failed + failedSteps.length;
  console.log(`\n${describeEngines(usedEngines)}`);
  rmSync(usedEngines, { recursive: true });
  if (failedSteps.length > 0) console.log(`failed steps: ${failedSteps.join(', ')}`);
  if (tests.passed === 0) console.log('no test passed');
  console.log(`${tests.passed} passed, ${failed} failed, ${tests.skipped} skipped`);
  process.exitCode = failed > 0 || tests.passed === 0 ? 1 : 0;
}
