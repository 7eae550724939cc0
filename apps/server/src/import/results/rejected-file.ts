import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { rejectedColumns, type FileHeader } from '../read/file-content.js';
import { formulaGuarded } from '../read/spreadsheet-formula.js';

/** A rejected row, with its cells as they stand in its file. */
export interface RejectedRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly code: string;
  readonly reason: string;
}

const byteOrderMark = '\ufeff'; // Without the byte order mark a spreadsheet assumes a legacy encoding.
const bufferedCharacters = 2 ** 16;

interface OpenPart {
  readonly path: string;
  readonly file: FileHandle;
}

/**
 * The rejected rows of one bulk file: `<file>.rejected.csv` beside it, or in `fallbackFolder` when its folder
 * cannot be written. It has the columns and the separator of the file, and three columns more: line, code and
 * reason. Once its rows are corrected, it can be imported. It appears whole when `finish` is called, and
 * replaces that of an earlier import.
 */
export class RejectedFile {
  readonly #path: string;
  readonly #fallbackPath: string;
  readonly #header: FileHeader;
  #written: OpenPart | undefined;
  #buffer = '';

  constructor(path: string, header: FileHeader, { fallbackFolder }: { readonly fallbackFolder: string }) {
    this.#path = `${path}.rejected.csv`;
    // Each folder has a file 01-…, so each has a folder of its own here. The name stays, because it names the
    // command.
    this.#fallbackPath = join(fallbackFolder, basename(dirname(path)), `${basename(path)}.rejected.csv`);
    this.#header = header;
  }

  /** Adds a row. The first row makes the file, so an import that rejects nothing writes nothing. */
  async add(row: RejectedRow): Promise<void> {
    if (this.#written === undefined) await this.#begin();
    this.#buffer += this.#lineOf(row.cells, [String(row.line), row.code, row.reason]);
    if (this.#buffer.length > bufferedCharacters) await this.#flush();
  }

  /**
   * Completes the file and returns its path, if there is a row. Removes the file of an earlier import in any
   * case.
   */
  async finish(): Promise<string | undefined> {
    const path = await this.#complete();
    const others = [this.#path, this.#fallbackPath].filter((other) => other !== path);
    await Promise.all(others.map(removeIfThere));
    return path;
  }

  /** Removes what was written. For an import that failed: the file of an earlier import stays. */
  async discard(): Promise<void> {
    if (this.#written === undefined) return;
    await this.#written.file.close();
    await rm(partOf(this.#written.path), { force: true });
  }

  async #begin(): Promise<void> {
    this.#written = (await openUnlessForbidden(this.#path)) ?? (await openIn(this.#fallbackPath));
    this.#buffer = byteOrderMark + this.#lineOf(this.#header.columns, rejectedColumns);
  }

  async #flush(): Promise<void> {
    await this.#written?.file.appendFile(this.#buffer);
    this.#buffer = '';
  }

  async #complete(): Promise<string | undefined> {
    if (this.#written === undefined) return undefined;
    const { file, path } = this.#written;
    await this.#flush();
    await file.sync();
    await file.close();
    await rename(partOf(path), path);
    return path;
  }

  /** Cells beyond the columns go behind the three added ones, so that nothing of the row is lost. */
  #lineOf(cells: readonly string[], added: readonly string[]): string {
    const { columns, separator } = this.#header;
    const own = columns.flatMap((column, index) => (isAdded(column) ? [] : [cells[index] ?? '']));
    const all = [...own, ...added, ...cells.slice(columns.length)];
    return `${all.map((cell) => csvCell(formulaGuarded(cell))).join(separator)}\n`;
  }
}

const partOf = (path: string): string => `${path}.part`;

function isAdded(column: string): boolean {
  return (rejectedColumns as readonly string[]).includes(column);
}

/** A cell, in quotes where it needs them (RFC 4180, section 2). */
function csvCell(text: string): string {
  return /[",;\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

async function openUnlessForbidden(path: string): Promise<OpenPart | undefined> {
  try {
    return { path, file: await open(partOf(path), 'w') };
  } catch (error) {
    if (isForbidden(error)) return undefined;
    throw error;
  }
}

async function openIn(path: string): Promise<OpenPart> {
  await mkdir(dirname(path), { recursive: true });
  return { path, file: await open(partOf(path), 'w') };
}

async function removeIfThere(path: string): Promise<void> {
  await rm(path, { force: true }).catch((error: unknown) => {
    if (!isForbidden(error)) throw error;
  });
}

function isForbidden(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '');
}
