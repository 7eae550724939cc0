import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Caseload, CaseloadFile } from '@safeconduct/workflow';
import { writeWhole } from '../import/results/whole-file.js';

const bufferedCharacters = 2 ** 19;

/**
 * Writes a caseload as CSV files for the bulk import and answers how many. The folder is made if need be;
 * files of the same names are replaced. Each appears whole or not at all. Holds one buffer of rows in memory.
 * @throws FileNotWrittenError  a file cannot be written, such as on a full disk
 * @param onProgress called from time to time with the number of rows written so far
 */
export async function writeCaseload(
  { files }: Caseload,
  folder: string,
  onProgress: (rows: number) => void = () => {},
): Promise<number> {
  await mkdir(folder, { recursive: true });
  let [written, rows] = [0, 0];
  for (const file of files) {
    await writeFile(folder, file, (more) => {
      rows += more;
      onProgress(rows);
    });
    written += 1;
  }
  return written;
}

async function writeFile(
  folder: string,
  { name, columns, rows }: CaseloadFile,
  onWritten: (rows: number) => void,
): Promise<void> {
  await writeWhole(join(folder, `${name}.csv`), async (file) => {
    let text = csvLine(columns);
    let buffered = 0;
    for (const row of rows) {
      text += csvLine(row);
      buffered += 1;
      if (text.length < bufferedCharacters) continue;
      await file.appendFile(text);
      onWritten(buffered);
      [text, buffered] = ['', 0];
    }
    await file.appendFile(text);
    onWritten(buffered);
  });
}

const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\n`;

/** A cell, in quotes where it needs them (RFC 4180, section 2). */
const csvCell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
