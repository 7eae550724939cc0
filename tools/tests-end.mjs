/** After all tests: removes their folder, with everything that a killed process left in it. */
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename } from 'node:path';

function end() {
  const folder = tmpdir();
  if (!basename(folder).startsWith('safeconduct-tests-'))
    throw new Error(`${folder} is not the folder of the tests`);
  rmSync(folder, { recursive: true, force: true });
}

export { end as default };
