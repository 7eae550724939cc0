import { isDatabaseFile, rowsOfDatabaseFile, type StoredContent } from '@safeconduct/stores';
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PlaceScan, type Finding } from './scan-bytes.js';
import type { SearchForm } from './search-forms.js';

/** What was looked for where. */
export interface ScanReport {
  readonly looked: readonly { readonly place: string; readonly bytes: number }[];
  /** What could not be looked into, and why. */
  readonly notLooked: readonly { readonly place: string; readonly why: string }[];
  readonly found: readonly Finding[];
}

export interface ScannedPlaces {
  readonly folders: readonly string[];
  /** The contents of stores that are no files of this machine. */
  readonly contents: () => AsyncIterable<StoredContent>;
}

const pieceBytes = 4 * 1024 * 1024;
/** The first bytes of what has to be unpacked before anything can be found in it. */
const packed: readonly (readonly [string, Buffer])[] = [
  ['gzip', Buffer.from([0x1f, 0x8b])],
  ['zip', Buffer.from('PK\u0003\u0004', 'latin1')],
  ['zstd', Buffer.from([0x28, 0xb5, 0x2f, 0xfd])],
  ['xz', Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a])],
];

/** Looks into every file below some folders, as bytes and, where it is a database, row by row, and into other stores. */
export async function scanPlaces(
  { folders, contents }: ScannedPlaces,
  forms: readonly SearchForm[],
): Promise<ScanReport> {
  const report = new Report();
  const seen = new Set<string>();
  for (const folder of folders) await scanBelow(folder, forms, { report, seen });
  const scans = new Map<string, PlaceScan>();
  for await (const { place, at, content, problem } of contents()) {
    if (problem !== undefined) {
      report.notLooked.push({ place, why: problem });
      continue;
    }
    const scan = scans.get(place) ?? new PlaceScan(place, forms);
    scans.set(place, scan);
    scan.addWhole(content, at);
    report.count(place, content.length);
  }
  for (const scan of scans.values()) report.found.push(...scan.findings);
  return report;
}

class Report implements ScanReport {
  readonly notLooked: { place: string; why: string }[] = [];
  readonly found: Finding[] = [];
  readonly #bytes = new Map<string, number>();

  get looked(): ScanReport['looked'] {
    return Array.from(this.#bytes, ([place, bytes]) => ({ place, bytes }));
  }

  count(place: string, bytes: number): void {
    this.#bytes.set(place, (this.#bytes.get(place) ?? 0) + bytes);
  }
}

interface Scanning {
  readonly report: Report;
  /** Files that were looked into already: folders may lie in each other. */
  readonly seen: Set<string>;
}

async function scanBelow(path: string, forms: readonly SearchForm[], scanning: Scanning): Promise<void> {
  const { report, seen } = scanning;
  if (seen.has(path)) return;
  seen.add(path);
  try {
    const found = await lstat(path);
    if (found.isDirectory()) {
      for (const name of await readdir(path)) await scanBelow(join(path, name), forms, scanning);
    } else if (found.isSymbolicLink())
      report.notLooked.push({ place: path, why: 'a link, which is not followed' });
    else if (found.isFile()) await scanFile(path, forms, report);
    else report.notLooked.push({ place: path, why: 'not a file' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    report.notLooked.push({ place: path, why: code ?? message });
  }
}

async function scanFile(path: string, forms: readonly SearchForm[], report: Report): Promise<void> {
  const scan = new PlaceScan(path, forms);
  const file = await open(path, 'r');
  report.count(path, 0);
  let begin: Buffer = Buffer.alloc(0);
  try {
    const piece = Buffer.alloc(pieceBytes);
    for (;;) {
      const { bytesRead } = await file.read(piece, 0, pieceBytes);
      if (bytesRead === 0) break;
      const read = piece.subarray(0, bytesRead);
      if (begin.length === 0) begin = Buffer.from(read.subarray(0, 16));
      scan.add(read);
      report.count(path, bytesRead);
    }
  } finally {
    await file.close();
  }
  const format = packed.find(([, magic]) => begin.subarray(0, magic.length).equals(magic))?.[0];
  if (format !== undefined)
    report.notLooked.push({ place: path, why: `packed (${format}): unpack it and look there` });
  // A value that a database has split over two of its pages stands together in its row.
  if (isDatabaseFile(begin)) scanRows(path, scan, report);
  report.found.push(...scan.findings);
}

function scanRows(path: string, scan: PlaceScan, report: Report): void {
  try {
    for (const { at, content } of rowsOfDatabaseFile(path)) scan.addWhole(content, at);
  } catch (error) {
    const why = `its rows cannot be read (${(error as Error).message}); its bytes were looked at`;
    report.notLooked.push({ place: path, why });
  }
}
