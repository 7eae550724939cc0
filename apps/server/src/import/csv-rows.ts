import { csvRecords, splitCells, withoutLineEnd, type CsvRecord, type Separator } from './csv-records.js';
import { decodeText } from './encoding.js';
import {
  invalidRow,
  rejectedColumns,
  type ImportRow,
  type RowCommand,
  type RowProblem,
} from './import-row.js';
import type { RowForm } from './row-form.js';
import type { RowReader } from './row-to-command.js';
import { formulaAllowed } from './spreadsheet-formula.js';
import { textLines } from './text-lines.js';

/** The first line of a CSV file. */
export interface CsvHeader {
  readonly columns: readonly string[];
  readonly separator: Separator;
  readonly problem?: string;
}

const oldLineEnds = 'the lines end with CR alone; save the file with LF or CRLF as line ends';

interface Refused {
  readonly problem: RowProblem;
}

/** Reads the columns of a file. The separator is the one of `,` and `;` that stands in the first line more often. */
export async function readHeader(path: string): Promise<CsvHeader> {
  const decoded = await firstText(path);
  if ('problem' in decoded) return { columns: [], separator: ',', problem: decoded.problem };

  if (decoded.text.includes('\r')) return { columns: [], separator: ',', problem: oldLineEnds };
  const separator = decoded.text.split(';').length > decoded.text.split(',').length ? ';' : ',';
  const cells = splitCells(decoded.text, separator);
  if ('problem' in cells) return { columns: [], separator, problem: cells.problem };
  return { columns: cells.map((cell) => cell.trim()), separator };
}

/** What is wrong with the columns of a file, or `undefined`. Then every row is refused for it. */
export function columnsProblem({ columns, problem }: CsvHeader, form: RowForm): string | undefined {
  if (problem !== undefined) return problem;
  const ignored: readonly string[] = rejectedColumns;
  // Without one known name the line is a row of data, and must not be repeated in a message.
  if (!columns.some((column) => form.columns.includes(column))) {
    return 'the first line must name the columns, separated by , or ;';
  }
  const unknown = columns.filter((column) => !form.columns.includes(column) && !ignored.includes(column));
  const twice = columns.filter((column, index) => columns.indexOf(column) < index);
  const missing = form.required.filter((column) => !columns.includes(column));
  const found = [
    ...unknown.map((column) => (column === '' ? 'a column has no name' : `unknown column ${column}`)),
    ...twice.map((column) => `column ${column} stands there twice`),
    ...missing.map((column) => `column ${column} is missing`),
  ];
  return found.length === 0 ? undefined : found.join('; ');
}

/**
 * The rows of a CSV file. With a problem in place of the reader every row is refused for it. A row of empty cells only,
 * as spreadsheets leave them, is none.
 */
export async function* csvRows(
  path: string,
  { columns, separator }: CsvHeader,
  read: RowReader | Refused,
): AsyncGenerator<ImportRow> {
  const restored = columns.includes(rejectedColumns[0]) ? formulaAllowed : (cell: string) => cell;
  let isHeader = true;
  for await (const record of csvRecords(textLines(path), separator)) {
    const isRow =
      !isHeader && (record.problem !== undefined || record.cells.some((cell) => cell.trim() !== ''));
    isHeader = false;
    if (!isRow) continue;
    const cells = record.cells.map(restored);
    yield { file: path, line: record.line, cells, ...readRow({ ...record, cells }, columns, read) };
  }
}

function readRow(
  { cells, problem }: CsvRecord,
  columns: readonly string[],
  read: RowReader | Refused,
): RowCommand | Refused {
  if (problem !== undefined) return { problem: invalidRow(problem) };
  if ('problem' in read) return read;
  if (cells.length !== columns.length) {
    const reason = `the row has ${cells.length} cells, the first line names ${columns.length} columns; put a cell with a separator in quotes`;
    return { problem: invalidRow(reason) };
  }
  return read(cells);
}

async function firstText(path: string): Promise<{ readonly text: string } | { readonly problem: string }> {
  for await (const { bytes } of textLines(path)) {
    if (bytes === undefined) return { problem: 'the first line is too long; it must name the columns' };
    const line = withoutLineEnd(bytes);
    if (line.length > 0) return decodeText(line);
  }
  return { problem: 'the file is empty; the first line must name the columns' };
}
