import { open, rename, rm, type FileHandle } from 'node:fs/promises';

/** A file at a place that a person chose could not be written, such as on a full disk. Nothing of it is left there. */
export class FileNotWrittenError extends Error {
  readonly code = 'FILE_NOT_WRITTEN';
  constructor(
    readonly path: string,
    cause: unknown,
  ) {
    super(`${path} cannot be written (${reasonIn(cause)}); make room there or name another place`, { cause });
  }
}

/** The code of an error of the file system, such as `ENOSPC`. */
export const reasonIn = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown error';

/** Where a file is written until it is whole. */
export const partOf = (path: string): string => `${path}.part`;

/**
 * Writes a file that appears whole or not at all: what stood there before stays until then.
 * @throws FileNotWrittenError  it cannot be written; an error of `write` that is none of the file system's passes
 */
export async function writeWhole(path: string, write: (file: FileHandle) => Promise<void>): Promise<void> {
  const part = partOf(path);
  try {
    const file = await open(part, 'w');
    try {
      await write(file);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true }).catch(() => {});
    throw (error as NodeJS.ErrnoException).syscall === undefined
      ? error
      : new FileNotWrittenError(path, error);
  }
}
