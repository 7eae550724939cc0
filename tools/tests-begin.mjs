/** Before all tests: whatever they, their workers and the processes they start put into a temporary folder goes into one. */
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

function begin() {
  const folder = mkdtempSync(join(tmpdir(), 'safeconduct-tests-'));
  // Some tests start a process as another user, who has to get to what is inside.
  chmodSync(folder, 0o755);
  process.env.TMPDIR = folder;
}

export { begin as default };
