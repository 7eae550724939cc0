/**
 * Before all tests: all temporary files of the tests, their workers and their processes go into one folder.
 */
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './launch/child.mjs';

function begin({ watch, watchAll }) {
  if (watch || watchAll)
    throw new Error('Modules that are loaded stay as they are: start the tests again instead.');
  const folder = mkdtempSync(join(tmpdir(), 'safeconduct-tests-'));
  // Some tests start a process as another user, who must be able to read the folder.
  chmodSync(folder, 0o755);
  process.env.TMPDIR = folder;
  // Hundreds of programs and threads are started, and each would compile the same modules again.
  process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules', '.cache', 'compiled');
  // A database that tests share ends with this process; see libs/stores/testing.
  process.env.SAFECONDUCT_TESTS_PID = String(process.pid);
}

export { begin as default };
