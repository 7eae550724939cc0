import { pourReads } from '@safeconduct/engine';
import { existsSync } from 'node:fs';
import { CopyRefusedError } from '../../copy-refused-error.js';
import { readsFile } from './reads-file.js';
import { sqliteReadsIn } from './sqlite-reads.js';

/** Where the log of reads is beside a copy of the log. */
export const readsBeside = (copy: string): string => `${copy}.reads`;

/** @throws CopyRefusedError  there is such a copy already */
export function refuseReadsBeside(copy: string): void {
  if (existsSync(readsBeside(copy)))
    throw new CopyRefusedError(`${readsBeside(copy)} exists; choose another name`);
}

/** Copies the log of reads of a folder beside a copy of its log, also while a server appends to it. */
export const backupReads = (folder: string, copy: string): Promise<void> =>
  copied(readsFile(folder), readsBeside(copy));

/** Fills the log of reads of a new folder from beside a backup, where there is one. */
export const restoreReads = (copy: string, folder: string): Promise<void> =>
  copied(readsBeside(copy), readsFile(folder));

/** Each entry is chained again, so that a damaged source does not become a copy. */
async function copied(source: string, target: string): Promise<void> {
  if (!existsSync(source)) return;
  const [from, to] = [sqliteReadsIn(source), sqliteReadsIn(target)];
  try {
    const { isOther } = await pourReads(from, to);
    if (isOther) throw new CopyRefusedError(`${target} has entries of its own; move it away`);
  } finally {
    await from.close();
    await to.close();
  }
}
