import type { CommandFile } from '../command-files.js';
import { csvContent } from './csv-file.js';
import { foreignEncoding } from './encoding.js';
import { noColumns, type FileContent, type FileRecord } from './file-content.js';
import { jsonLinesContent } from './json-lines.js';
import { fileBytes, textLines, type TextLine } from './text-lines.js';

/** A bulk file whose encoding and columns are known. */
export interface OpenedFile extends FileContent {
  readonly file: CommandFile;
  /** Why the file as a whole is not text. Then it has no records. */
  readonly problem?: string;
}

/**
 * Opens a bulk file. Nothing that the file holds makes this fail; problems are part of the answer.
 * @throws  the error of its bytes, such as that of the file system, when the file cannot be read
 */
export async function openFile(file: CommandFile): Promise<OpenedFile> {
  const { bytes = () => fileBytes(file.path) } = file;
  const problem = await foreignEncoding(bytes());
  if (problem !== undefined) return { file, problem, header: noColumns, records: noRecords };

  const lines: AsyncIterable<TextLine> = { [Symbol.asyncIterator]: () => textLines(bytes()) };
  const content = file.format === 'csv' ? await csvContent(lines) : jsonLinesContent(lines);
  return { file, ...content };
}

const noRecords: AsyncIterable<FileRecord> = { async *[Symbol.asyncIterator]() {} };
