import { StoreCorruptError, StoreTooNewError } from '@safeconduct/engine/basics';
import type Database from 'better-sqlite3';

/** What tells a file of this program from any other SQLite file. */
export interface FileFormat {
  /** Four letters as a number. */
  readonly applicationId: number;
  /** The format that this release writes. */
  readonly format: number;
  /** What is wrong with a file of another program. */
  readonly foreign: string;
}

/**
 * The format of a file, which is that of this release or one before it.
 * @throws StoreCorruptError  it is a file of another program
 * @throws StoreTooNewError  a later release has written it
 */
export function checkedFormat(
  db: Database.Database,
  file: string,
  { applicationId, format, foreign }: FileFormat,
): number {
  if (db.pragma('application_id', { simple: true }) !== applicationId)
    throw new StoreCorruptError(file, foreign);
  const found = db.pragma('user_version', { simple: true }) as number;
  if (found > format) throw new StoreTooNewError(file, found, format);
  return found;
}
