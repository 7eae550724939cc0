import type { CommandFile } from '../command-files.js';
import { csvContent } from './csv-file.js';
import { foreignEncoding } from './encoding.js';
import { noColumns, type FileContent, type FileRecord } from './file-content.js';
import { jsonLinesContent } from './json-lines.js';
import { textLines, type TextLine } from './text-lines.js';

/** A bulk file whose encoding and columns are known. */
export interface OpenedFile extends FileContent {
  readonly file: CommandFile;
  /** Why the file as a whole is not text. Then it has no records. */
  readonly problem?: string;
}

/**
 * Opens a bulk file. Nothing that the file holds makes this fail; problems are part of the answer.
 * @throws  the error of the file system when the file cannot be read
 */
export async function openFile(file: CommandFile): Promise<OpenedFile> {
  const problem = await foreignEncoding(file.path);
  if (problem !== undefined) return { file, problem, header: noColumns, records: noRecords };

  const lines: AsyncIterable<TextLine> = { [Symbol.asyncIterator]: () => textLines(file.path) };
  const content = file.format === 'csv' ? await csvContent(lines) : jsonLinesContent(lines);
  return { file, ...content };
}

const noRecords: AsyncIterable<FileRecord> = { async *[Symbol.asyncIterator]() {} };
