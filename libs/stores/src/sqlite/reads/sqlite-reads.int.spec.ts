import { afterAll, describe, expect, it } from '@jest/globals';
import { keptText, verifyReads } from '@safeconduct/engine';
import { readLogContract } from '@safeconduct/engine/testing';
import Database from 'better-sqlite3';
import { mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readsFile, readsFormat } from './reads-file.js';
import { openSqliteReads, type SqliteReadsOptions } from './sqlite-reads.js';

const root = mkdtempSync(join(tmpdir(), 'reads-'));
const freshFolder = () => mkdtempSync(join(root, 'f-'));
const read = {
  ...{ actor: 'co-07', roles: ['caseOfficer'], unit: null, purposes: ['return'], operation: 'getCase' },
  ...{ way: 'http', address: null, requestId: null, searched: null, cases: ['1'] },
  ...{ classes: ['identity'], rows: 1, moment: null, breakGlass: null },
};
const entry = keptText(JSON.stringify(read), '2025-03-01T08:00:00.000Z');

afterAll(() => {
  rmSync(root, { recursive: true });
});

for (const flushing of ['soon', 'each'] as const)
  readLogContract(`SQLite, flushed ${flushing}`, {
    open() {
      const options: SqliteReadsOptions = { folder: freshFolder(), flushing };
      return Promise.resolve({
        reads: openSqliteReads(options),
        reopen: () => Promise.resolve(openSqliteReads(options)),
      });
    },
  });

describe('a log of reads in a file', () => {
  it('is not made before the first entry', async () => {
    const folder = freshFolder();
    const reads = openSqliteReads({ folder, flushing: 'soon' });
    await reads.head();
    await reads.close();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('that could not be begun is empty, and is begun by the next entry', async () => {
    const folder = freshFolder();
    writeFileSync(readsFile(folder), '');
    const reads = openSqliteReads({ folder, flushing: 'soon' });
    expect(await verifyReads(reads)).toEqual({ entries: 0, problems: [] });
    await reads.append(entry);
    expect(await verifyReads(reads)).toEqual({ entries: 1, problems: [] });
    await reads.close();
  });

  it('is moved into its file while it is open, by another thread', async () => {
    const folder = freshFolder();
    const reads = openSqliteReads({ folder, flushing: 'soon' });
    const long = { ...entry, text: JSON.stringify({ ...read, address: 'r'.repeat(4000) }) };
    for (let count = 0; count < 2000; count += 1) await reads.append(long);
    while (statSync(readsFile(folder)).size < 4 * 2 ** 20)
      await new Promise((resolve) => setTimeout(resolve, 20));
    await reads.append(entry);
    expect(await verifyReads(reads)).toEqual({ entries: 2001, problems: [] });
    await reads.close();
  });

  it('is one file at rest', async () => {
    const folder = freshFolder();
    const reads = openSqliteReads({ folder, flushing: 'soon' });
    await reads.append(entry);
    await reads.entries({ terms: [], newestFirst: true, limit: 1 });
    await reads.close();
    expect(readdirSync(folder)).toEqual(['reads.db']);
  });

  it.each(['soon', 'each'] as const)(
    'that is removed or replaced while it is open takes no more entries (%s)',
    async (flushing) => {
      const folder = freshFolder();
      const reads = openSqliteReads({ folder, flushing });
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
    const first = openSqliteReads({ folder, flushing: 'each' });
    await first.append(entry);
    await first.close();
    const db = new Database(readsFile(folder));
    db.pragma(`user_version = ${readsFormat + 1}`);
    db.close();
    const reads = openSqliteReads({ folder, flushing: 'soon' });
    await expect(reads.append(entry)).rejects.toThrow('format');
    await expect(reads.head()).rejects.toMatchObject({ code: 'STORE_TOO_NEW' });
    await reads.close();
    writeFileSync(readsFile(folder), 'something else');
    const other = openSqliteReads({ folder, flushing: 'each' });
    await expect(other.append(entry)).rejects.toMatchObject({ code: 'STORE_CORRUPT' });
    await other.close();
  });

  it('that an earlier release wrote is counted, and found by what was asked, once somebody asks for it', async () => {
    const folder = freshFolder();
    const options: SqliteReadsOptions = { folder, flushing: 'each' };
    const made = openSqliteReads(options);
    const texts = ['getCase', 'listCases', 'getCase'].map((operation) =>
      JSON.stringify({ ...read, operation }),
    );
    for (const text of texts) await made.append(keptText(text, entry.at));
    const asked = { terms: ['operation:getCase'], newestFirst: false, limit: 9 };
    const wanted = { kinds: await made.kinds({ terms: [] }), found: await made.entries(asked) };
    expect(wanted.found).toHaveLength(2);
    await made.close();
    const db = new Database(readsFile(folder));
    for (const table of ['kind', 'kind_of', 'kind_count']) db.exec(`DROP TABLE ${table}`);
    db.exec("INSERT INTO term (term) VALUES ('delete-all')");
    db.pragma('user_version = 1');
    db.close();
    const upgraded = openSqliteReads(options);
    expect(await verifyReads(upgraded)).toEqual({ entries: 3, problems: [] });
    expect(await upgraded.kinds({ terms: [] })).toEqual(wanted.kinds);
    expect(await upgraded.entries(asked)).toEqual(wanted.found);
    expect(await upgraded.kinds({ terms: ['case:1'] })).toEqual(wanted.kinds);
    await upgraded.close();
  });

  it('shows when an entry was changed beside the program', async () => {
    const folder = freshFolder();
    const reads = openSqliteReads({ folder, flushing: 'each' });
    for (let count = 0; count < 3; count += 1) await reads.append(entry);
    await reads.close();
    const db = new Database(readsFile(folder));
    db.prepare('UPDATE read SET text = ? WHERE number = 2').run('{"actor":"nobody"}');
    db.close();
    const again = openSqliteReads({ folder, flushing: 'each' });
    expect(await verifyReads(again)).toEqual({ entries: 3, problems: [expect.stringContaining('entry 2')] });
    await again.close();
  });
});
