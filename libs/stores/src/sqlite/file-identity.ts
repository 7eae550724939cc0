import { statSync } from 'node:fs';

/**
 * Tells the file at a path from one that has taken its place; `undefined` when there is none. The number of a removed
 * file is given again, but not while somebody has it open.
 */
export function identityOf(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found && `${found.dev}:${found.ino}`;
}
