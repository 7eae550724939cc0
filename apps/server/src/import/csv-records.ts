import { decodeText } from './encoding.js';
import { recordBytesMax, type TextLine } from './text-lines.js';

export type Separator = ',' | ';';

/** A record of a CSV file, at the line where it begins. */
export interface CsvRecord {
  readonly line: number;
  /** With a problem: the line as it stands, in one cell, or nothing when it is too long to be kept. */
  readonly cells: readonly string[];
  readonly problem?: string;
}

const quote = 0x22;
const tooLong = `the row is longer than ${recordBytesMax / 2 ** 20} MiB; shorten it, or close the quote that it opens`;
const notClosed = 'a quote is opened and never closed; close it, and write a quote inside a cell twice';
const afterQuote =
  'text follows a closing quote; put the whole cell in quotes, and write a quote inside a cell twice';
const bareQuote =
  'a quote stands inside a cell without quotes; put the cell in quotes, and write the quote twice';
const shownCharactersMax = 10_000;

/**
 * The records of a CSV file after RFC 4180; empty lines are none. A damaged record is told with its line, and reading
 * goes on with the next physical line, so that one stray quote costs one row. The cell counts are the caller's matter.
 *
 * Own code, because no library gives this: csv-parse 7 loses every row after an unclosed quote or an overlong record,
 * even with `skip_records_with_error`, and turns broken UTF-8 into replacement characters.
 */
export async function* csvRecords(
  lines: AsyncIterable<TextLine>,
  separator: Separator,
): AsyncGenerator<CsvRecord> {
  const source = new LinesWithReturn(lines);
  try {
    for (let first = await source.next(); first !== undefined; first = await source.next()) {
      if (isBlank(first)) continue;
      const { record, unused } = await recordFrom(first, source, separator);
      source.giveBack(unused);
      yield record;
    }
  } finally {
    await source.close();
  }
}

/** The cells of one record without its line end, or why there are none. */
export function splitCells(text: string, separator: Separator): readonly string[] | { problem: string } {
  if (!text.includes('"')) return text.split(separator);
  const cells: string[] = [];
  for (let at = 0; ; at += 1) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at, separator);
    if ('problem' in cell) return cell;
    cells.push(cell.value);
    at = cell.end;
    if (at === text.length) return cells;
    if (text[at] !== separator) return { problem: afterQuote };
  }
}

interface Cell {
  readonly value: string;
  /** Where the character after the cell stands. */
  readonly end: number;
}

function quotedCell(text: string, start: number): Cell | { problem: string } {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 2)) {
    if (text[end + 1] === '"') continue;
    return { value: text.slice(start + 1, end).replaceAll('""', '"'), end: end + 1 };
  }
  return { problem: notClosed };
}

function plainCell(text: string, start: number, separator: Separator): Cell | { problem: string } {
  const found = text.indexOf(separator, start);
  const end = found === -1 ? text.length : found;
  const value = text.slice(start, end);
  return value.includes('"') ? { problem: bareQuote } : { value, end };
}

/**
 * A record that spans lines is looked for only when the quotes of its first line are odd in number, and ends with the
 * next such line at the latest. If it is damaged, the lines after the first are given back; so no line is read more
 * than twice, whatever a file holds.
 */
async function recordFrom(
  first: TextLine,
  source: LinesWithReturn,
  separator: Separator,
): Promise<{ record: CsvRecord; unused: readonly TextLine[] }> {
  const line = first.number;
  if (first.bytes === undefined) return { record: { line, cells: [], problem: tooLong }, unused: [] };

  const further = countQuotes(first.bytes) % 2 === 0 ? [] : await linesToClosingQuote(first.bytes, source);
  const cells = cellsOf([first, ...further], separator);
  if (!('problem' in cells)) return { record: { line, cells }, unused: [] };
  return { record: { line, cells: [shown(first.bytes)], problem: cells.problem }, unused: further };
}

async function linesToClosingQuote(first: Buffer, source: LinesWithReturn): Promise<readonly TextLine[]> {
  const further: TextLine[] = [];
  for (let size = first.length; size <= recordBytesMax;) {
    const next = await source.next();
    if (next === undefined) break;
    further.push(next);
    if (next.bytes === undefined || countQuotes(next.bytes) % 2 === 1) break;
    size += next.bytes.length;
  }
  return further;
}

function cellsOf(lines: readonly TextLine[], separator: Separator): readonly string[] | { problem: string } {
  const pieces = lines.flatMap(({ bytes }) => (bytes === undefined ? [] : [bytes]));
  const bytes = pieces.length === 1 ? pieces[0] : Buffer.concat(pieces);
  if (bytes === undefined || bytes.length > recordBytesMax || pieces.length < lines.length) {
    return { problem: tooLong };
  }
  const decoded = decodeText(withoutLineEnd(bytes));
  return 'problem' in decoded ? decoded : splitCells(decoded.text, separator);
}

/** What can be shown of a line that cannot be read. */
function shown(bytes: Buffer): string {
  return withoutLineEnd(bytes).toString('utf8').slice(0, shownCharactersMax);
}

/** A line without its LF or CRLF. */
export function withoutLineEnd(bytes: Buffer): Buffer {
  const end = bytes.at(-1) === 0x0a ? bytes.length - 1 : bytes.length;
  return bytes.subarray(0, bytes[end - 1] === 0x0d ? end - 1 : end);
}

function isBlank({ bytes }: TextLine): boolean {
  return bytes !== undefined && withoutLineEnd(bytes).length === 0;
}

function countQuotes(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(quote); at !== -1; at = bytes.indexOf(quote, at + 1)) count += 1;
  return count;
}

/** Lines of which the last ones taken can be given back. */
class LinesWithReturn {
  readonly #lines: AsyncIterator<TextLine>;
  /** The next line is the last one here. */
  #returned: TextLine[] = [];

  constructor(lines: AsyncIterable<TextLine>) {
    this.#lines = lines[Symbol.asyncIterator]();
  }

  async next(): Promise<TextLine | undefined> {
    const returned = this.#returned.pop();
    if (returned !== undefined) return returned;
    const next = await this.#lines.next();
    return next.done === true ? undefined : next.value;
  }

  giveBack(lines: readonly TextLine[]): void {
    for (const line of lines.toReversed()) this.#returned.push(line);
  }

  async close(): Promise<void> {
    await this.#lines.return?.();
  }
}
