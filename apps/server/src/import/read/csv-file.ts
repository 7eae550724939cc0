import { csvRecords, splitCells } from './csv-records.js';
import { decodeText } from './encoding.js';
import {
  noColumns,
  rejectedColumns,
  type FileContent,
  type FileHeader,
  type FileRecord,
} from './file-content.js';
import { formulaAllowed } from './spreadsheet-formula.js';
import { withoutLineEnd, type TextLine } from './text-lines.js';

const oldLineEnds = 'the lines end with CR alone; save the file with LF or CRLF as line ends';

/**
 * A CSV file. The first line that is not empty names the columns. A record of empty cells, as spreadsheets
 * leave them, is no record.
 */
export async function csvContent(lines: AsyncIterable<TextLine>): Promise<FileContent> {
  const header = await readHeader(lines);
  return { header, records: { [Symbol.asyncIterator]: () => recordsBelow(header, lines) } };
}

/** Reads the columns. The separator is `,` or `;`, whichever occurs more often in the first line. */
async function readHeader(lines: AsyncIterable<TextLine>): Promise<FileHeader> {
  const decoded = await firstText(lines);
  if ('problem' in decoded) return { ...noColumns, problem: decoded.problem };

  if (decoded.text.includes('\r')) return { ...noColumns, problem: oldLineEnds };
  const separator = decoded.text.split(';').length > decoded.text.split(',').length ? ';' : ',';
  const cells = splitCells(decoded.text, separator);
  if ('problem' in cells) return { columns: [], separator, problem: cells.problem };
  return { columns: cells.map((cell) => cell.trim()), separator };
}

/** The first line that is not empty, without its line end. */
async function firstText(
  lines: AsyncIterable<TextLine>,
): Promise<{ readonly text: string } | { readonly problem: string }> {
  for await (const { bytes } of lines) {
    if (bytes === undefined) return { problem: 'the first line is too long; it must name the columns' };
    const line = withoutLineEnd(bytes);
    if (line.length > 0) return decodeText(line);
  }
  return { problem: 'the file is empty; the first line must name the columns' };
}

async function* recordsBelow(
  { columns, separator }: FileHeader,
  lines: AsyncIterable<TextLine>,
): AsyncGenerator<FileRecord> {
  const wasWrittenHere = columns.includes(rejectedColumns[0]);
  let isHeader = true;
  for await (const record of csvRecords(lines, separator)) {
    if (!isHeader && !isEmpty(record)) yield wasWrittenHere ? withFormulas(record) : record;
    isHeader = false;
  }
}

function isEmpty({ cells, problem }: FileRecord): boolean {
  return problem === undefined && cells.every((cell) => cell.trim() === '');
}

/** A record of a file of rejected rows, with its cells as they were in the first file. */
function withFormulas(record: FileRecord): FileRecord {
  return { ...record, cells: record.cells.map(formulaAllowed) };
}
