import type { CommandFile } from '../command-files.js';
import { lineColumn, rejectedColumns, type FileHeader, type FileRecord } from '../read/file-content.js';
import type { OpenedFile } from '../read/open-file.js';
import { csvRowReader } from './csv-row.js';
import {
  invalidRow,
  unknownCommand,
  type ImportRow,
  type ReadRow,
  type RowReader,
  type WorkflowCommands,
} from './import-row.js';
import { jsonRowReader } from './json-row.js';
import { columnsProblem, rowForm } from './row-form.js';

/** A bulk file as rows of a workflow's commands. */
export interface ReadFile {
  readonly file: CommandFile;
  /** The columns in which the cells of the rows stand. */
  readonly header: FileHeader;
  /** What is wrong with the file as a whole, to be reported once. Every row of the file is refused for it. */
  readonly problem: string | undefined;
  /** Can be read several times. Each time reads the file again, no faster than the rows are taken. */
  readonly rows: AsyncIterable<ImportRow>;
}

/**
 * Reads the records of an opened file as commands of a workflow. A record that is no command is a row with a
 * problem.
 */
export function readRows(opened: OpenedFile, workflow: WorkflowCommands): ReadFile {
  const { file, header } = opened;
  const { problem, read } = readerFor(opened, workflow);
  return { file, header, problem, rows: { [Symbol.asyncIterator]: () => rowsOf(opened, read) } };
}

async function* rowsOf({ file, records }: OpenedFile, read: RowReader): AsyncGenerator<ImportRow> {
  for await (const record of records) {
    const { line, cells } = record;
    yield { file: file.path, line, cells, ...readRecord(record, read) };
  }
}

function readRecord({ cells, problem }: FileRecord, read: RowReader): ReadRow {
  return problem === undefined ? read(cells) : invalidRow(problem);
}

interface FileReader {
  readonly problem: string | undefined;
  readonly read: RowReader;
}

function readerFor({ file, header, problem }: OpenedFile, workflow: WorkflowCommands): FileReader {
  if (problem !== undefined) return { problem, read: () => invalidRow(problem) };
  if (!holdsJson(file, header)) return csvReaderFor(file, header, workflow);
  const read = jsonRowReader(workflow, { columns: header.columns, command: file.command });
  return { problem: undefined, read: wholeRows(header, read) };
}

/**
 * A CSV file can also be the rejected rows of a JSON Lines file. No other one lacks a column that names the
 * case.
 */
function holdsJson({ format }: CommandFile, { columns }: FileHeader): boolean {
  const own: readonly string[] = [lineColumn, ...rejectedColumns];
  return format === 'jsonl' || (columns.length === own.length && own.every((name) => columns.includes(name)));
}

function csvReaderFor(file: CommandFile, header: FileHeader, workflow: WorkflowCommands): FileReader {
  const command = workflow.commands.get(file.command);
  if (command === undefined) {
    const unknown = unknownCommand(workflow);
    return { problem: unknown.problem.reason, read: () => unknown };
  }
  const form = rowForm(workflow, command);
  const reason = header.problem ?? columnsProblem(header.columns, form);
  if (reason === undefined) {
    return { problem: undefined, read: wholeRows(header, csvRowReader(form, header.columns)) };
  }
  // The list of columns is reported once for the file; the reason stands in every rejected row.
  const problem = `${reason} (known columns are ${form.columns.join(', ')})`;
  return { problem, read: () => invalidRow(reason) };
}

/** Refuses rows that have more or fewer cells than the file has columns. */
function wholeRows({ columns }: FileHeader, read: RowReader): RowReader {
  return (cells) => {
    if (cells.length === columns.length) return read(cells);
    return invalidRow(
      `the row has ${cells.length} cells, the first line names ${columns.length} columns; put a cell ` +
        'with a separator in quotes',
    );
  };
}
