import { decodeText } from './encoding.js';
import type { FileRecord, Separator } from './file-content.js';
import { recordBytesMax, withoutLineEnd, type TextLine } from './text-lines.js';

const quote = 0x22;
const tooLong = `the row is longer than ${recordBytesMax / 2 ** 20} MiB; shorten it, or close the quote that it opens`;
const notClosed = 'a quote is opened and never closed; close it, and write a quote inside a cell twice';
const afterQuote =
  'text follows a closing quote; put the whole cell in quotes, and write a quote inside a cell twice';
const bareQuote =
  'a quote stands inside a cell without quotes; put the cell in quotes, and write the quote twice';
const shownCharactersMax = 10_000;

/**
 * The records of a CSV file after RFC 4180, the header included. Empty lines are no records. A damaged record
 * has a problem and its line, and reading continues with the next physical line, so one stray quote costs one
 * row. The number of cells is not checked.
 *
 * Own code, because no library does this: csv-parse 7 loses every row after an unclosed quote or an overlong
 * record, even with `skip_records_with_error`, and turns broken UTF-8 into replacement characters.
 */
export async function* csvRecords(
  lines: AsyncIterable<TextLine>,
  separator: Separator,
): AsyncGenerator<FileRecord> {
  const source = new LinesWithReturn(lines);
  try {
    for (let first = await source.next(); first !== undefined; first = await source.next()) {
      if (isBlank(first)) continue;
      const further = hasOpenQuote(first) ? await linesToClosingQuote(first, source) : [];
      const record = recordOf(first, further, separator);
      if (record.problem !== undefined) source.giveBack(further);
      yield record;
    }
  } finally {
    await source.close();
  }
}

/**
 * The lines after `first` of a record that may span lines, up to the next line with an odd number of quotes.
 * When the record turns out to be damaged, the caller gives them back. So no line is read more than twice,
 * whatever a file holds.
 */
async function linesToClosingQuote(first: TextLine, source: LinesWithReturn): Promise<readonly TextLine[]> {
  const further: TextLine[] = [];
  for (let size = first.bytes?.length ?? 0; size <= recordBytesMax;) {
    const next = await source.next();
    if (next === undefined) break;
    further.push(next);
    if (next.bytes === undefined || hasOpenQuote(next)) break;
    size += next.bytes.length;
  }
  return further;
}

function recordOf(first: TextLine, further: readonly TextLine[], separator: Separator): FileRecord {
  const line = first.number;
  if (first.bytes === undefined) return { line, cells: [], problem: tooLong };

  const bytes = further.length === 0 ? first.bytes : joined([first, ...further]);
  const cells = bytes === undefined ? { problem: tooLong } : cellsOf(bytes, separator);
  if (!('problem' in cells)) return { line, cells };
  return { line, cells: [shown(first.bytes)], problem: cells.problem };
}

/** The bytes of a record that spans lines, unless it is too long. */
function joined(lines: readonly TextLine[]): Buffer | undefined {
  const pieces = lines.flatMap(({ bytes }) => (bytes === undefined ? [] : [bytes]));
  const bytes = Buffer.concat(pieces);
  return pieces.length < lines.length || bytes.length > recordBytesMax ? undefined : bytes;
}

function cellsOf(record: Buffer, separator: Separator): readonly string[] | { problem: string } {
  const decoded = decodeText(withoutLineEnd(record));
  return 'problem' in decoded ? decoded : splitCells(decoded.text, separator);
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
  /** Index of the character after the cell. */
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

/** The readable part of a line that cannot be parsed. */
function shown(bytes: Buffer): string {
  return withoutLineEnd(bytes).toString('utf8').slice(0, shownCharactersMax);
}

function isBlank({ bytes }: TextLine): boolean {
  return bytes !== undefined && withoutLineEnd(bytes).length === 0;
}

/** Whether the line has an odd number of quotes. */
function hasOpenQuote({ bytes }: TextLine): boolean {
  let isOpen = false;
  if (bytes === undefined) return isOpen;
  for (let at = bytes.indexOf(quote); at !== -1; at = bytes.indexOf(quote, at + 1)) isOpen = !isOpen;
  return isOpen;
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
