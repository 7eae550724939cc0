import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { template } from '../../../../../workflows/_template/index.js';
import { commandFiles } from '../command-files.js';
import { csvRecords } from '../read/csv-records.js';
import { openFile } from '../read/open-file.js';
import { fileBytes, textLines } from '../read/text-lines.js';
import { RejectedFile } from './rejected-file.js';
import { readRows } from '../rows/read-rows.js';

let root: string;
let folder: string;
let fallbackFolder: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'rejected-'));
  folder = join(root, 'caseload');
  fallbackFolder = join(root, 'data', 'rejected');
  await mkdir(folder);
});
afterEach(() => rm(root, { recursive: true }));

const header = { columns: ['requestNo', 'by', 'note'], separator: ',' } as const;
const row = (line: number, ...cells: readonly string[]) => ({
  line,
  cells,
  code: 'WRONG_STATE',
  reason: 'the case is closed; reopen it',
});
const rejectedFile = (given: { columns: readonly string[]; separator: ',' | ';' } = header) =>
  new RejectedFile(join(folder, '01-AddNote.csv'), given, { fallbackFolder });

describe('a file of rejected rows', () => {
  it('has the columns and cells of the rows, and line, code and reason', async () => {
    const file = rejectedFile();
    await file.add(row(3, 'R-1', 'clerk-1', 'a, "b"\nc'));
    await file.add(row(7, 'R-2', 'clerk-1'));
    await file.add(row(9, 'R-3', 'clerk-1', ' x ', 'one too many'));
    const path = (await file.finish())?.path;
    expect(path).toBe(join(folder, '01-AddNote.csv.rejected.csv'));
    expect(await readFile(path ?? '', 'utf8')).toBe(
      [
        '\ufeffrequestNo,by,note,rejectedLine,rejectedCode,rejectedReason',
        'R-1,clerk-1,"a, ""b""\nc",3,WRONG_STATE,"the case is closed; reopen it"',
        'R-2,clerk-1,,7,WRONG_STATE,"the case is closed; reopen it"',
        'R-3,clerk-1," x ",9,WRONG_STATE,"the case is closed; reopen it",one too many',
        '',
      ].join('\n'),
    );
  });

  it('keeps the separator, and adds the three columns only once to a file of rejected rows', async () => {
    const file = rejectedFile({ columns: ['requestNo', 'rejectedLine', 'note'], separator: ';' });
    await file.add(row(3, 'R-1', '2', 'a'));
    expect(await readFile((await file.finish())?.path ?? '', 'utf8')).toBe(
      '\ufeffrequestNo;note;rejectedLine;rejectedCode;rejectedReason\nR-1;a;3;WRONG_STATE;"the case is closed; reopen it"\n',
    );
  });

  it.each([1, 5000])('of a full disk leaves nothing, and says which file it is: %d rows', async (rows) => {
    await writeFile(join(folder, '01-AddNote.csv.rejected.csv'), 'of an earlier import');
    await symlink('/dev/full', join(folder, '01-AddNote.csv.rejected.csv.part'));
    const file = rejectedFile();
    for (let line = 2; line < rows + 2; line += 1) await file.add(row(line, 'R-1', 'clerk-1', 'a note'));
    const path = join(folder, '01-AddNote.csv.rejected.csv');
    expect(await file.finish()).toEqual({ path, failed: 'ENOSPC' });
    expect(await readdir(folder)).toEqual(['01-AddNote.csv.rejected.csv']);
    expect(await readFile(path, 'utf8')).toBe('of an earlier import');
  });

  it('is not written when nothing is rejected, and the one of an earlier import goes', async () => {
    await writeFile(join(folder, '01-AddNote.csv.rejected.csv'), 'of yesterday');
    expect(await rejectedFile().finish()).toBeUndefined();
    expect(await readdir(folder)).toEqual([]);
  });

  it('appears only when it is whole, in place of the one of an earlier import', async () => {
    const path = join(folder, '01-AddNote.csv.rejected.csv');
    await writeFile(path, 'of yesterday');
    const file = rejectedFile();
    for (let line = 2; line < 5000; line += 1) await file.add(row(line, 'R-1', 'clerk-1', 'a'));
    expect(await readFile(path, 'utf8')).toBe('of yesterday');
    await file.finish();
    expect((await readFile(path, 'utf8')).split('\n')).toHaveLength(5000);
    expect(await readdir(folder)).toEqual(['01-AddNote.csv.rejected.csv']);
  });

  it('leaves an earlier file unchanged when it is discarded', async () => {
    const path = join(folder, '01-AddNote.csv.rejected.csv');
    await writeFile(path, 'of yesterday');
    const file = rejectedFile();
    await file.add(row(2, 'R-1', 'clerk-1', 'a'));
    await file.discard();
    expect(await readdir(folder)).toEqual(['01-AddNote.csv.rejected.csv']);
    expect(await readFile(path, 'utf8')).toBe('of yesterday');
  });

  it('goes to the other folder when its own cannot be written', async () => {
    await chmod(root, 0o711);
    await chmod(folder, 0o555);
    await mkdir(join(root, 'data'));
    await chmod(join(root, 'data'), 0o777);
    await asOrdinaryUser(async () => {
      const file = rejectedFile();
      await file.add(row(2, 'R-1', 'clerk-1', 'a'));
      const path = join(fallbackFolder, 'caseload', '01-AddNote.csv.rejected.csv');
      expect(await file.finish()).toEqual({ path });
      expect(await commandFiles([path])).toMatchObject([{ path, command: 'AddNote' }]);
      expect(await rejectedFile().finish()).toBeUndefined();
      expect(await readdir(join(fallbackFolder, 'caseload'))).toEqual([]);
    });
    await chmod(folder, 0o700);
  });

  it('can be imported as it is, every cell unchanged, and no cell begins like a formula', async () => {
    const cell = fc
      .string({ unit: fc.constantFrom('=', '-', '@', "'", '"', ',', ';', '\n', ' ', 'a', 'م') })
      .map((text) => `${text}.`);
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1 }), async (notes) => {
        const rejected = rejectedFile();
        for (const note of notes) await rejected.add(row(2, 'R-1', '=clk', note));
        const path = (await rejected.finish())?.path ?? '';
        for await (const { cells } of csvRecords(textLines(fileBytes(path)), ',')) {
          for (const written of cells) expect(written).not.toMatch(/^[=+\-@]/);
        }
        const [file] = await commandFiles([path]);
        const found: (string | undefined)[] = [];
        if (file !== undefined) {
          const { rows } = readRows(await openFile(file), template);
          for await (const { cells } of rows) found.push(cells[2]);
        }
        expect(found).toEqual(notes);
      }),
      { numRuns: 30 },
    );
  });
});

/** The superuser can write everywhere, so the work is done as another user. */
async function asOrdinaryUser(work: () => Promise<void>): Promise<void> {
  const isSuperuser = process.geteuid?.() === 0;
  if (isSuperuser) process.seteuid?.(65_534);
  try {
    await work();
  } finally {
    if (isSuperuser) process.seteuid?.(0);
  }
}
