import { statSync } from 'node:fs';

export interface FoundFile {
  /**
   * Tells the file at a path from one that has taken its place. The number of a removed file is given again, but not
   * while somebody has it open.
   */
  readonly identity: string;
  readonly size: number;
}

/** The file at a path; `undefined` when there is none. */
export function fileAt(path: string): FoundFile | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && { identity: `${found.dev}:${found.ino}`, size: found.size };
}

export const identityOf = (path: string): string | undefined => fileAt(path)?.identity;
