import type { CommandFile } from './command-files.js';
import { openFile } from './read/open-file.js';
import { RejectedFile } from './rejected-file.js';
import { readRows, type ReadFile } from './rows/read-rows.js';
import { sendRows, type ImportPorts, type RowOutcome, type RowResult } from './send/send-rows.js';

/** What a bulk import did. */
export interface ImportSummary {
  readonly files: number;
  readonly commands: number;
  readonly accepted: number;
  /** Rows that an earlier import recorded. Nothing was recorded for them now. */
  readonly alreadyThere: number;
  readonly rejected: number;
  readonly rejectedByCode: Readonly<Record<string, number>>;
}

/** Something to be known about a file, beside its figures. */
export type ImportNotice =
  /** What is wrong with the file as a whole. */
  | { readonly kind: 'problem'; readonly file: CommandFile; readonly problem: string }
  /** Its rejected rows are in the file at `path`. */
  | { readonly kind: 'rejectedRows'; readonly file: CommandFile; readonly path: string };

export interface ImportOptions {
  /** Where files of rejected rows go when the folder of the file they come from cannot be written. */
  readonly fallbackFolder: string;
  /** A dry run writes no file of rejected rows either. */
  readonly keepRejected: boolean;
  /** Called after each row with what was done so far. The same object each time. */
  readonly onProgress?: (soFar: ImportSummary) => void;
  /** Called at most once a file for each kind of notice. */
  readonly tell: (notice: ImportNotice) => void;
  readonly signal?: AbortSignal;
}

interface Tally {
  files: number;
  commands: number;
  accepted: number;
  alreadyThere: number;
  rejected: number;
  readonly rejectedByCode: Record<string, number>;
}

/**
 * Sends every row of the files through the engine, in order, like any other command. A bad row never stops the others.
 * The command id of a row follows from its content, so the same file again, or again after a crash in the middle,
 * records nothing twice.
 * @throws  the error of the engine or of the file system when a row cannot be sent or a file cannot be read
 */
export async function bulkImport(
  ports: ImportPorts,
  files: readonly CommandFile[],
  options: ImportOptions,
): Promise<ImportSummary> {
  const rejectedByCode: Record<string, number> = {};
  const tally = { files: 0, commands: 0, accepted: 0, alreadyThere: 0, rejected: 0, rejectedByCode };
  for (const file of files) {
    if (options.signal?.aborted === true) break;
    // 1. Encoding, columns and records of the file.
    const opened = await openFile(file);
    // 2. Each record becomes a command of the workflow, or a row with a problem.
    const read = readRows(opened, ports.workflow);
    countProblem(read, options, tally);
    // 3. Each command goes through the engine and gets an outcome.
    const results = sendRows(read.rows, ports, options.signal);
    // 4. Outcomes are counted, and rejected rows are kept in a file.
    await keepResults(results, read, { options, tally });
    tally.files += 1;
  }
  return tally;
}

/** A file without columns counts as one rejected command: it may have no row that could be counted. */
function countProblem({ file, header, problem }: ReadFile, { tell }: ImportOptions, tally: Tally): void {
  if (problem === undefined) return;
  tell({ kind: 'problem', file, problem });
  if (header.columns.length === 0) count(tally, { code: 'COMMAND_INVALID', reason: problem });
}

async function keepResults(
  results: AsyncIterable<RowResult>,
  { file, header }: ReadFile,
  { options, tally }: { readonly options: ImportOptions; readonly tally: Tally },
): Promise<void> {
  const { fallbackFolder, keepRejected, onProgress, tell } = options;
  const rejected = keepRejected ? new RejectedFile(file.path, header, { fallbackFolder }) : undefined;
  try {
    for await (const { row, outcome } of results) {
      count(tally, outcome);
      if (typeof outcome === 'object') await rejected?.add({ line: row.line, cells: row.cells, ...outcome });
      onProgress?.(tally);
    }
  } catch (error) {
    await rejected?.discard();
    throw error;
  }
  const path = await rejected?.finish();
  if (path !== undefined) tell({ kind: 'rejectedRows', file, path });
}

function count(tally: Tally, outcome: RowOutcome): void {
  tally.commands += 1;
  if (typeof outcome === 'string') {
    tally[outcome] += 1;
    return;
  }
  tally.rejected += 1;
  tally.rejectedByCode[outcome.code] = (tally.rejectedByCode[outcome.code] ?? 0) + 1;
}
