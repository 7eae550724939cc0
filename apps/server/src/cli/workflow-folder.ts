import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../console/usage-error.js';

/**
 * The folder in which a workflow is written, from the folder of the caller.
 * @throws UsageError  it is not there
 */
export function folderOf(workflow: string): string {
  const folder = join('workflows', workflow);
  if (existsSync(join(folder, 'index.ts'))) return folder;
  throw new UsageError(
    `${folder} is not here; call this in the root of the checkout in which the workflow is written`,
  );
}
