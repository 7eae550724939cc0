import { decodeText } from './encoding.js';
import { lineColumn, type FileContent, type FileRecord } from './file-content.js';
import { recordBytesMax, withoutLineEnd, type TextLine } from './text-lines.js';

const tooLong = `the line is longer than ${recordBytesMax / 2 ** 20} MiB; shorten it`;

/**
 * A JSON Lines file. Each line is a record of one cell, which is not parsed yet. Empty lines are no records.
 */
export function jsonLinesContent(lines: AsyncIterable<TextLine>): FileContent {
  return {
    header: { columns: [lineColumn], separator: ',' },
    records: { [Symbol.asyncIterator]: () => recordsOf(lines) },
  };
}

async function* recordsOf(lines: AsyncIterable<TextLine>): AsyncGenerator<FileRecord> {
  for await (const { number, bytes } of lines) {
    if (bytes === undefined) {
      yield { line: number, cells: [], problem: tooLong };
      continue;
    }
    const line = withoutLineEnd(bytes);
    if (line.length > 0) yield recordOf(line, number);
  }
}

function recordOf(bytes: Buffer, line: number): FileRecord {
  const decoded = decodeText(bytes);
  if ('problem' in decoded) return { line, cells: [bytes.toString('utf8')], problem: decoded.problem };
  return { line, cells: [decoded.text] };
}
