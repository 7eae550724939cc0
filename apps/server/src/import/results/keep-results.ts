import type { CommandFile } from '../command-files.js';
import type { ReadFile } from '../rows/read-rows.js';
import type { RowResult } from '../send/send-rows.js';
import type { OpenPartFile } from './part-file.js';
import { RejectedFile } from './rejected-file.js';
import { count, type ImportSummary, type Tally } from './tally.js';

/** A message about a file, besides its figures. */
export type ImportNotice =
  /** What is wrong with the file as a whole. */
  | { readonly kind: 'problem'; readonly file: CommandFile; readonly problem: string }
  /** Its rejected rows are in the file at `path`; or could not be kept there, for the reason in `failed`. */
  | {
      readonly kind: 'rejectedRows';
      readonly file: CommandFile;
      readonly path: string;
      readonly failed?: string;
    };

/** Why a row of a file is rejected. The reason repeats nothing of what the row holds. */
export interface RejectedNotice {
  readonly file: CommandFile;
  readonly line: number;
  readonly code: string;
  readonly reason: string;
}

/** Where results go. */
export interface ResultOptions {
  /** Where files of rejected rows go when the folder of the file they come from cannot be written. */
  readonly fallbackFolder: string;
  /** How these files are written; left out: in the clear. */
  readonly openPartFile?: OpenPartFile;
  /** A dry run writes no file of rejected rows either. */
  readonly keepRejected: boolean;
  /** Called with each rejected row, such as by a dry run, which keeps them in no file. */
  readonly onRejected?: (row: RejectedNotice) => void;
  /** Called after each row with what was done so far. The same object each time. */
  readonly onProgress?: (soFar: ImportSummary) => void;
  /** Called at most once a file for each kind of notice. */
  readonly tell: (notice: ImportNotice) => void;
}

/** Takes the results of a file to the end: counts them, and keeps the rejected rows in a file. */
export async function keepResults(
  results: AsyncIterable<RowResult>,
  { file, header, problem }: ReadFile,
  { options, tally }: { readonly options: ResultOptions; readonly tally: Tally },
): Promise<void> {
  const { keepRejected, onProgress, tell } = options;
  const rejected = keepRejected ? new RejectedFile(file.path, header, options) : undefined;
  // A file whose columns are wrong is refused once, not row by row: its remedy is one line.
  if (problem === undefined) await keepEach(results, { file, rejected, tally }, options);
  else {
    tell({ kind: 'problem', file, problem });
    count(tally, { code: 'COMMAND_INVALID', reason: problem });
    onProgress?.(tally);
  }
  const kept = await rejected?.finish();
  if (kept !== undefined) tell({ kind: 'rejectedRows', file, ...kept });
  tally.files += 1;
}

interface KeptFile {
  readonly file: CommandFile;
  readonly rejected: RejectedFile | undefined;
  readonly tally: Tally;
}

async function keepEach(
  results: AsyncIterable<RowResult>,
  { file, rejected, tally }: KeptFile,
  { onProgress, onRejected }: ResultOptions,
): Promise<void> {
  try {
    for await (const { row, outcome } of results) {
      count(tally, outcome);
      if (typeof outcome === 'object') {
        await rejected?.add({ line: row.line, cells: row.cells, ...outcome });
        onRejected?.({ file, line: row.line, ...outcome });
      }
      onProgress?.(tally);
    }
  } catch (error) {
    await rejected?.discard();
    throw error;
  }
}
