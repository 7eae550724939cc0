import type { CommandFile } from './command-files.js';
import { columnsProblem, csvRows, readHeader, type CsvHeader } from './csv-rows.js';
import { foreignEncoding } from './encoding.js';
import { invalidRow, unknownCommand, type Commands, type ImportRow } from './import-row.js';
import { jsonRows } from './json-rows.js';
import { rowForm } from './row-form.js';

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
  const rowsBy = (form: Parameters<typeof csvRows>[2]) => ({
    [Symbol.asyncIterator]: () => csvRows(file.path, header, form),
  });
  const command = workflow.commands.get(file.command);
  if (command === undefined) {
    const problem = unknownCommand(workflow);
    return { file, header, problem: problem.reason, rows: rowsBy({ problem }) };
  }
  const form = rowForm(workflow, command);
  const reason = columnsProblem(header, form);
  if (reason === undefined) return { file, header, rows: rowsBy(form) };
  // The list of columns is told once; a reason stands in every rejected row.
  const problem = `${reason} (known columns are ${form.columns.join(', ')})`;
  return { file, header, problem, rows: rowsBy({ problem: invalidRow(reason) }) };
}

function openJsonLines(file: CommandFile, workflow: Commands): OpenedFile {
  return {
    file,
    header: { columns: ['row'], separator: ',' },
    rows: { [Symbol.asyncIterator]: () => jsonRows(file.path, workflow, file.command) },
  };
}

async function* noRows(): AsyncGenerator<ImportRow> {}
