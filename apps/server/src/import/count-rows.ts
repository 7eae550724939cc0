import type { CommandFile } from './command-files.js';
import { countLines, fileBytes } from './read/text-lines.js';

/**
 * About how many rows the files have, for the total of a progress bar: their lines, without the first line of
 * a CSV file. Fast, and a little too high where a cell holds line breaks or lines are empty.
 */
export async function countRows(files: readonly CommandFile[]): Promise<number> {
  let rows = 0;
  for (const { path, format } of files) rows += rowsOf(await countLines(fileBytes(path)), format);
  return rows;
}

/** About how many rows a file of so many lines has. */
export const rowsOf = (lines: number, format: CommandFile['format']): number =>
  format === 'csv' ? Math.max(0, lines - 1) : lines;
