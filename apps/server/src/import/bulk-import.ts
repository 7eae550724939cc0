import type { CommandFile } from './command-files.js';
import { openFile } from './read/open-file.js';
import { keepResults, type ResultOptions } from './results/keep-results.js';
import { emptyTally, type ImportSummary } from './results/tally.js';
import { readRows } from './rows/read-rows.js';
import { sendRows, type ImportPorts, type SendOptions } from './send/send-rows.js';

/** Where results go, and what stops the import. Rows that are under way when it is stopped are still counted. */
export interface ImportOptions extends ResultOptions, SendOptions {}

/**
 * Sends every row of the files through the engine, in order, like any other command. A bad row never stops
 * the others. The command id of a row follows from its content, so the same file again, or again after a
 * crash in the middle, records nothing twice.
 * @throws  the error of the engine or of the file system when a row cannot be sent or a file cannot be read
 */
export async function bulkImport(
  ports: ImportPorts,
  files: readonly CommandFile[],
  options: ImportOptions,
): Promise<ImportSummary> {
  const tally = emptyTally();
  for (const file of files) {
    if (options.signal?.aborted === true) break;
    // 1. The file gets its encoding, its columns and its records.
    const opened = await openFile(file);
    // 2. Each record becomes a row: a command of the workflow, or a problem.
    const read = readRows(opened, ports.workflow);
    // 3. Each command goes through the engine. Its result is an outcome.
    const results = sendRows(read.rows, ports, options);
    // 4. The outcomes are counted, and the rejected rows are kept in a file. Only this takes rows through
    // steps 1 to 3.
    await keepResults(results, read, { options, tally });
  }
  return tally;
}
