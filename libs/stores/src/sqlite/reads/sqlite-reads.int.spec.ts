import { afterAll, describe, expect, it } from '@jest/globals';
import { verifyReads } from '@safeconduct/engine';
import { readLogContract } from '@safeconduct/engine/testing';
import Database from 'better-sqlite3';
import { mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readsFile, readsFormat } from './reads-file.js';
import { openSqliteReads, type SqliteReadsOptions } from './sqlite-reads.js';

const root = mkdtempSync(join(tmpdir(), 'reads-'));
const freshFolder = () => mkdtempSync(join(root, 'f-'));
const entry = { at: '2025-03-01T08:00:00.000Z', text: '{}', terms: ['case:1'] };

afterAll(() => {
  rmSync(root, { recursive: true });
});

for (const commits of ['thread', 'here'] as const)
  readLogContract(`SQLite, committed by ${commits === 'here' ? 'the same' : 'another'} thread`, {
    open() {
      const options: SqliteReadsOptions = { folder: freshFolder(), commits };
      return Promise.resolve({
        reads: openSqliteReads(options),
        reopen: () => Promise.resolve(openSqliteReads(options)),
      });
    },
  });

describe('a log of reads in a file', () => {
  it('is not made before the first entry', async () => {
    const folder = freshFolder();
    const reads = openSqliteReads({ folder, commits: 'thread' });
    await reads.head();
    await reads.close();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('that could not be begun is empty, and is begun by the next entry', async () => {
    const folder = freshFolder();
    writeFileSync(readsFile(folder), '');
    const reads = openSqliteReads({ folder, commits: 'thread' });
    expect(await verifyReads(reads)).toEqual({ entries: 0, problems: [] });
    await reads.append(entry);
    expect(await verifyReads(reads)).toEqual({ entries: 1, problems: [] });
    await reads.close();
  });

  it('is one file at rest', async () => {
    const folder = freshFolder();
    const reads = openSqliteReads({ folder, commits: 'thread' });
    await reads.append(entry);
    await reads.entries({ terms: [], newestFirst: true, limit: 1 });
    await reads.close();
    expect(readdirSync(folder)).toEqual(['reads.db']);
  });

  it.each(['thread', 'here'] as const)(
    'that is removed or replaced while it is open takes no more entries (%s)',
    async (commits) => {
      const folder = freshFolder();
      const reads = openSqliteReads({ folder, commits });
      await reads.append(entry);
      renameSync(readsFile(folder), join(folder, 'away.db'));
      await expect(reads.append(entry)).rejects.toThrow('was removed or replaced');
      writeFileSync(readsFile(folder), '');
      await expect(reads.append(entry)).rejects.toThrow('was removed or replaced');
      await reads.close();
    },
  );

  it('of a later release, or that is something else, is refused and not changed', async () => {
    const folder = freshFolder();
    const first = openSqliteReads({ folder, commits: 'here' });
    await first.append(entry);
    await first.close();
    const db = new Database(readsFile(folder));
    db.pragma(`user_version = ${readsFormat + 1}`);
    db.close();
    const reads = openSqliteReads({ folder, commits: 'thread' });
    await expect(reads.append(entry)).rejects.toThrow('format');
    await expect(reads.head()).rejects.toMatchObject({ code: 'STORE_TOO_NEW' });
    await reads.close();
    writeFileSync(readsFile(folder), 'something else');
    const other = openSqliteReads({ folder, commits: 'here' });
    await expect(other.append(entry)).rejects.toMatchObject({ code: 'STORE_CORRUPT' });
    await other.close();
  });

  it('shows when an entry was changed beside the program', async () => {
    const folder = freshFolder();
    const reads = openSqliteReads({ folder, commits: 'here' });
    for (let count = 0; count < 3; count += 1) await reads.append(entry);
    await reads.close();
    const db = new Database(readsFile(folder));
    db.prepare('UPDATE read SET text = ? WHERE number = 2').run('{"actor":"nobody"}');
    db.close();
    const again = openSqliteReads({ folder, commits: 'here' });
    expect(await verifyReads(again)).toEqual({ entries: 3, problems: [expect.stringContaining('entry 2')] });
    await again.close();
  });
});
