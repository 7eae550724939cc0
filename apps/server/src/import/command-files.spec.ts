import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { commandFiles } from './command-files.js';
import { countRows } from './count-rows.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
});
afterEach(() => rm(folder, { recursive: true }));

const at = (name: string) => join(folder, name);
const write = async (...names: readonly string[]) => {
  for (const name of names) await writeFile(at(name), 'a,b\n1,2\n');
};
const found = async (...paths: readonly string[]) =>
  (await commandFiles(paths)).map(({ path, command, format }) => `${basename(path)} ${command} ${format}`);
const usage = (message: string) => expect.objectContaining({ message, name: 'UsageError', exitCode: 2 });

describe('the bulk files of a folder', () => {
  it('are those named NN-<Command>.csv or .jsonl, by number, then by name', async () => {
    await write(
      '10-GrantRequest.csv',
      '9-AddNote.CSV',
      '02-OpenRequest.jsonl',
      '02-AddNote.csv',
      '100-AddNote.csv',
    );
    await write(
      'README.md',
      'AddNote.csv',
      '01-AddNote.csv.rejected.csv',
      '01-AddNote.xlsx',
      '01-Add Note.csv',
      '.02-AddNote.csv',
    );
    expect(await found(folder)).toEqual([
      '02-AddNote.csv AddNote csv',
      '02-OpenRequest.jsonl OpenRequest jsonl',
      '9-AddNote.CSV AddNote csv',
      '10-GrantRequest.csv GrantRequest csv',
      '100-AddNote.csv AddNote csv',
    ]);
  });

  it('must be one at least', async () => {
    await write('AddNote.csv');
    await expect(commandFiles([folder])).rejects.toEqual(
      usage(`${folder} has no file named NN-<Command>.csv or NN-<Command>.jsonl`),
    );
  });
});

describe('bulk files that are named outright', () => {
  it('come in the order given, with or without a number, folders among them', async () => {
    await mkdir(at('inner'));
    await write('AddNote.csv', '01-OpenRequest.jsonl', 'inner/05-AddNote.csv');
    expect(await found(at('AddNote.csv'), at('inner'), at('01-OpenRequest.jsonl'))).toEqual([
      'AddNote.csv AddNote csv',
      '05-AddNote.csv AddNote csv',
      '01-OpenRequest.jsonl OpenRequest jsonl',
    ]);
  });

  it('may be the rejected rows of an earlier import', async () => {
    const names = ['01-AddNote.csv.rejected.csv', '01-AddNote.jsonl.rejected.csv.rejected.csv'];
    await write(...names);
    expect(await found(...names.map(at))).toEqual(names.map((name) => `${name} AddNote csv`));
  });

  it('must be named after their command', async () => {
    await write('notes of today.csv', '01-AddNote.rejected.csv');
    for (const name of ['notes of today.csv', '01-AddNote.rejected.csv']) {
      await expect(commandFiles([at(name)])).rejects.toEqual(
        usage(
          `${at(name)} must be named after its command: <Command>.csv or <Command>.jsonl, such as 01-RegisterEntry.csv`,
        ),
      );
    }
  });

  it('must exist and be files or folders', async () => {
    await expect(commandFiles([at('01-AddNote.csv')])).rejects.toEqual(
      usage(`${at('01-AddNote.csv')} does not exist`),
    );
    await expect(commandFiles(['/dev/null'])).rejects.toEqual(
      usage('/dev/null is neither a file nor a folder'),
    );
  });

  it('must be readable', async () => {
    await write('01-AddNote.csv');
    await chmod(at('01-AddNote.csv'), 0);
    await asOrdinaryUser(() =>
      expect(commandFiles([at('01-AddNote.csv')])).rejects.toEqual(
        usage(`${at('01-AddNote.csv')} cannot be read; check its permissions`),
      ),
    );
  });
});

describe('the number of rows', () => {
  it('is that of the lines, without the first of a CSV file', async () => {
    await writeFile(at('01-OpenRequest.csv'), 'a,b\r\n1,2\r\n3,4');
    await writeFile(at('02-AddNote.csv'), '');
    await writeFile(at('03-AddNote.jsonl'), '{}\n{}\n');
    expect(await countRows(await commandFiles([folder]))).toBe(4);
  });
});

/** The superuser can read every file, so the work runs as an ordinary user. */
async function asOrdinaryUser(work: () => Promise<void>): Promise<void> {
  const isSuperuser = process.geteuid?.() === 0;
  if (isSuperuser) process.seteuid?.(65_534);
  try {
    await work();
  } finally {
    if (isSuperuser) process.seteuid?.(0);
  }
}
