import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { rejectedColumns, type FileHeader } from '../read/file-content.js';
import { formulaGuarded } from '../read/spreadsheet-formula.js';
import { plainPartFile, type OpenPartFile, type PartFile } from './part-file.js';
import { partOf, reasonIn } from './whole-file.js';

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
  readonly file: PartFile;
}

export interface RejectedFileOptions {
  readonly fallbackFolder: string;
  /** Left out: in the clear. */
  readonly openPartFile?: OpenPartFile | undefined;
}

/** What became of the rejected rows: they are in the file at `path`, or could not be kept there, and why. */
export type KeptRows = { readonly path: string; readonly failed?: string };

/**
 * The rejected rows of one bulk file: `<file>.rejected.csv` beside it, or in `fallbackFolder` when its folder
 * cannot be written. It has the columns and the separator of the file, and three columns more: line, code and
 * reason. Once its rows are corrected, it can be imported. It appears whole when `finish` is called, and
 * replaces that of an earlier import. When it cannot be written, such as on a full disk, nothing of it is left, and
 * `finish` says so: the rows that follow are sent all the same.
 */
export class RejectedFile {
  readonly #path: string;
  readonly #fallbackPath: string;
  readonly #header: FileHeader;
  readonly #openPartFile: OpenPartFile;
  #written: OpenPart | undefined;
  #buffer = '';
  #failed: KeptRows | undefined;

  constructor(path: string, header: FileHeader, options: RejectedFileOptions) {
    const { fallbackFolder, openPartFile = plainPartFile } = options;
    this.#path = `${path}.rejected.csv`;
    // Each folder has a file 01-…, so each has a folder of its own here. The name stays, because it names the
    // command.
    this.#fallbackPath = join(fallbackFolder, basename(dirname(path)), `${basename(path)}.rejected.csv`);
    this.#header = header;
    this.#openPartFile = openPartFile;
  }

  /** Adds a row. The first row makes the file, so an import that rejects nothing writes nothing. */
  async add(row: RejectedRow): Promise<void> {
    if (this.#failed === undefined) await this.#orFail(() => this.#append(row));
  }

  /**
   * Completes the file, if there is a row. Removes the file of an earlier import, unless the rows could not be kept.
   */
  async finish(): Promise<KeptRows | undefined> {
    if (this.#failed === undefined) await this.#orFail(() => this.#complete());
    if (this.#failed !== undefined) return this.#failed;
    const path = this.#written?.path;
    const others = [this.#path, this.#fallbackPath].filter((other) => other !== path);
    await Promise.all(others.map(removeIfThere));
    return path === undefined ? undefined : { path };
  }

  /** Removes what was written. For an import that failed: the file of an earlier import stays. */
  async discard(): Promise<void> {
    if (this.#written === undefined || this.#failed !== undefined) return;
    // It may be closed already, and closing may fail again for the reason that writing did.
    await this.#written.file.close().catch(() => {});
    await rm(partOf(this.#written.path), { force: true });
  }

  async #orFail(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      await this.discard();
      this.#failed = { path: this.#written?.path ?? this.#path, failed: reasonIn(error) };
    }
  }

  async #append(row: RejectedRow): Promise<void> {
    if (this.#written === undefined) await this.#begin();
    this.#buffer += this.#lineOf(row.cells, [String(row.line), row.code, row.reason]);
    if (this.#buffer.length > bufferedCharacters) await this.#flush();
  }

  async #begin(): Promise<void> {
    this.#written = (await this.#openUnlessForbidden()) ?? (await this.#openFallback());
    this.#buffer = byteOrderMark + this.#lineOf(this.#header.columns, rejectedColumns);
  }

  async #flush(): Promise<void> {
    await this.#written?.file.append(this.#buffer);
    this.#buffer = '';
  }

  async #complete(): Promise<void> {
    if (this.#written === undefined) return;
    const { file, path } = this.#written;
    await this.#flush();
    await file.complete();
    await rename(partOf(path), path);
  }

  async #openUnlessForbidden(): Promise<OpenPart | undefined> {
    try {
      return await this.#openAt(this.#path);
    } catch (error) {
      if (isForbidden(error)) return undefined;
      throw error;
    }
  }

  async #openFallback(): Promise<OpenPart> {
    await mkdir(dirname(this.#fallbackPath), { recursive: true });
    return this.#openAt(this.#fallbackPath);
  }

  async #openAt(path: string): Promise<OpenPart> {
    return { path, file: await this.#openPartFile(partOf(path)) };
  }

  /** Cells beyond the columns go behind the three added ones, so that nothing of the row is lost. */
  #lineOf(cells: readonly string[], added: readonly string[]): string {
    const { columns, separator } = this.#header;
    const own = columns.flatMap((column, index) => (isAdded(column) ? [] : [cells[index] ?? '']));
    const all = [...own, ...added, ...cells.slice(columns.length)];
    return `${all.map((cell) => csvCell(formulaGuarded(cell))).join(separator)}\n`;
  }
}

function isAdded(column: string): boolean {
  return (rejectedColumns as readonly string[]).includes(column);
}

/** A cell, in quotes where it needs them (RFC 4180, section 2). */
function csvCell(text: string): string {
  return /[",;\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

async function removeIfThere(path: string): Promise<void> {
  await rm(path, { force: true }).catch((error: unknown) => {
    if (!isForbidden(error)) throw error;
  });
}

function isForbidden(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '');
}
