import type { CommandFile } from './command-files.js';
import { columnsProblem, csvRows, readHeader, type CsvHeader } from './csv-rows.js';
import { foreignEncoding } from './encoding.js';
import {
  invalidRow,
  rejectedColumns,
  unknownCommand,
  type Commands,
  type ImportRow,
  type RowProblem,
} from './import-row.js';
import { jsonRow, jsonRows, lineColumn } from './json-rows.js';
import { rowForm } from './row-form.js';
import { rowReader, type RowReader } from './row-to-command.js';

/** A bulk file whose first line has been read. */
export interface OpenedFile {
  readonly file: CommandFile;
  /** The columns that `cells` of a row stand in; a file of JSON Lines has one, the line itself. */
  readonly header: CsvHeader;
  /**
   * What is wrong with the file as a whole, to be said once, as its line 1. Its rows, if it has any that can be told
   * apart, are all refused for it.
   */
  readonly problem?: string;
  /** May be read several times; each time the file is read anew, as fast as the rows are taken, and no faster. */
  readonly rows: AsyncIterable<ImportRow>;
}

/** Opens a bulk file of a workflow's commands. Nothing in the file makes this fail; only a disk that cannot be read does. */
export async function openCommandFile(file: CommandFile, workflow: Commands): Promise<OpenedFile> {
  const problem = await foreignEncoding(file.path);
  if (problem !== undefined)
    return { file, header: { columns: [], separator: ',' }, problem, rows: noRows() };
  return file.format === 'csv' ? openCsv(file, workflow) : openJsonLines(file, workflow);
}

async function openCsv(file: CommandFile, workflow: Commands): Promise<OpenedFile> {
  const header = await readHeader(file.path);
  const rowsBy = (read: RowReader | { readonly problem: RowProblem }) => ({
    [Symbol.asyncIterator]: () => csvRows(file.path, header, read),
  });
  if (holdsJsonLines(header)) {
    const at = header.columns.indexOf(lineColumn);
    const readLine: RowReader = (cells) => jsonRow(Buffer.from(cells[at] ?? ''), workflow, file.command);
    return { file, header, rows: rowsBy(readLine) };
  }
  const command = workflow.commands.get(file.command);
  if (command === undefined) {
    const problem = unknownCommand(workflow);
    return { file, header, problem: problem.reason, rows: rowsBy({ problem }) };
  }
  const form = rowForm(workflow, command);
  const reason = columnsProblem(header, form);
  if (reason === undefined) return { file, header, rows: rowsBy(rowReader(form, header.columns)) };
  // The list of columns is told once; a reason stands in every rejected row.
  const problem = `${reason} (known columns are ${form.columns.join(', ')})`;
  return { file, header, problem, rows: rowsBy({ problem: invalidRow(reason) }) };
}

function openJsonLines(file: CommandFile, workflow: Commands): OpenedFile {
  return {
    file,
    header: { columns: [lineColumn], separator: ',' },
    rows: { [Symbol.asyncIterator]: () => jsonRows(file.path, workflow, file.command) },
  };
}

/** A file of rejected rows that came from JSON Lines: no other is without a column that names the case. */
function holdsJsonLines({ columns }: CsvHeader): boolean {
  const own: readonly string[] = [lineColumn, ...rejectedColumns];
  return columns.length === own.length && own.every((column) => columns.includes(column));
}

async function* noRows(): AsyncGenerator<ImportRow> {}
