import { compareText } from '@safeconduct/workflow';
import { constants } from 'node:fs';
import { access, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { UsageError } from '../console/usage-error.js';

/** A bulk file: one row, one command. */
export interface CommandFile {
  readonly path: string;
  /** Its bytes, from the beginning each time. Left out: what stands at `path`. */
  readonly bytes?: () => AsyncIterable<Buffer>;
  /** The command of its rows. A row of JSON Lines may name another one. */
  readonly command: string;
  readonly format: 'csv' | 'jsonl';
}

const inFolder = /^(?<order>\d+)-(?<command>[A-Za-z][A-Za-z0-9]*)\.(?<format>csv|jsonl)$/i;
/** Tables and lists, but neither hidden files nor the rejected rows of an earlier import. */
const mayHoldRows = /^(?!\.)(?!.*\.rejected\.csv$).*\.(csv|tsv|txt|jsonl|ndjson|json|xlsx?|ods)$/i;
// A file named by its own path needs no number, and may be a file of rejected rows.
const byPath =
  /^(?:\d+-)?(?<command>[A-Za-z][A-Za-z0-9]*)\.(?:(?<format>csv|jsonl)|(?:csv|jsonl)(?:\.rejected\.csv)+)$/i;

/**
 * The bulk files of the given files and folders, in the order of import: as given, and within a folder by
 * number, then by name. Of a folder only the files `NN-<Command>.csv` and `NN-<Command>.jsonl` are taken; each other
 * one that may hold rows is told to `leftOut`, so that a mistyped name is noticed.
 * @throws UsageError  a path is missing, unreadable or badly named, or a folder has no bulk file
 */
export async function commandFiles(
  paths: readonly string[],
  leftOut: (path: string) => void = () => {},
): Promise<readonly CommandFile[]> {
  const found = await Promise.all(
    paths.map(async (path) => ((await isFolder(path)) ? filesOf(path, leftOut) : [fileAt(path)])),
  );
  const files = found.flat();
  await Promise.all(files.map(({ path }) => readable(path)));
  return files;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    const found = await stat(path);
    if (!found.isDirectory() && !found.isFile())
      throw new UsageError(`${path} is neither a file nor a folder`);
    return found.isDirectory();
  } catch (error) {
    throw unusable(path, error);
  }
}

async function filesOf(folder: string, leftOut: (path: string) => void): Promise<readonly CommandFile[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    throw unusable(folder, error);
  });
  const others = names.filter((name) => mayHoldRows.test(name) && !inFolder.test(name));
  for (const name of others.toSorted(compareText)) leftOut(join(folder, name));
  const files = names
    .map((name) => ({ name, found: inFolder.exec(name)?.groups }))
    .flatMap(({ name, found }) =>
      found ? [{ ...fileFrom(join(folder, name), found), order: found['order'] }] : [],
    )
    .sort((a, b) => Number(a.order) - Number(b.order) || compareText(a.path, b.path));
  if (files.length === 0)
    throw new UsageError(`${folder} has no file named NN-<Command>.csv or NN-<Command>.jsonl`);
  return files.map(({ path, command, format }) => ({ path, command, format }));
}

function fileAt(path: string): CommandFile {
  const found = byPath.exec(basename(path))?.groups;
  if (found === undefined) {
    throw new UsageError(
      `${path} must be named after its command: <Command>.csv or <Command>.jsonl, such as ` +
        '01-RegisterEntry.csv',
    );
  }
  return fileFrom(path, found);
}

function fileFrom(path: string, { command = '', format }: Record<string, string | undefined>): CommandFile {
  return { path, command, format: format?.toLowerCase() === 'jsonl' ? 'jsonl' : 'csv' };
}

async function readable(path: string): Promise<void> {
  await access(path, constants.R_OK).catch((error: unknown) => {
    throw unusable(path, error);
  });
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EACCES: 'cannot be read; check its permissions',
  EPERM: 'cannot be read; check its permissions',
};

function unusable(path: string, error: unknown): Error {
  if (error instanceof UsageError) return error;
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
  return new UsageError(`${path} ${reasons[code] ?? `cannot be read (${code})`}`, { cause: error });
}
