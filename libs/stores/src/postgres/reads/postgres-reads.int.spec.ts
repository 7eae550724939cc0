import { startPostgres, type TestPostgres } from '../../../testing/index.js';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { keptText } from '@safeconduct/engine';
import { readLogContract } from '@safeconduct/engine/testing';
import { openDatabase } from '../database.js';
import { openPostgresReads } from './postgres-reads.js';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
}, 120_000);
afterAll(() => postgres.stop());

function readsAt(url: string) {
  const database = openDatabase(url, { connections: 4, purpose: 'views' });
  const reads = openPostgresReads({ database, mode: 'write' });
  return {
    name: reads.name,
    append: reads.append.bind(reads),
    entries: reads.entries.bind(reads),
    kinds: reads.kinds.bind(reads),
    counts: reads.counts.bind(reads),
    head: reads.head.bind(reads),
    flush: reads.flush.bind(reads),
    async close() {
      await reads.close();
      await database.close();
    },
  };
}

readLogContract('PostgreSQL', {
  async open() {
    const url = await postgres.freshDatabase();
    return { reads: readsAt(url), reopen: () => Promise.resolve(readsAt(url)) };
  },
});

it('brings the entries of an earlier release to this one: they are counted, and found by what was asked', async () => {
  const url = await postgres.freshDatabase();
  const made = readsAt(url);
  const texts = ['getCase', 'listCases', 'getCase'].map((operation, index) =>
    JSON.stringify({
      ...{ actor: 'co-07', roles: ['caseOfficer'], unit: null, purposes: ['return', 'relocation'] },
      ...{ operation, way: 'http', address: null, requestId: null, searched: null, cases: ['1'] },
      ...{ classes: ['هوية "'], rows: 1, moment: null, breakGlass: index === 2 ? 'g-1' : null },
    }),
  );
  const entries = texts.map((text) => keptText(text, '2025-03-01T08:00:00.000Z'));
  for (const one of entries) await made.append(one);
  const asked = { terms: ['operation:getCase'], newestFirst: false, limit: 9 };
  const wanted = { kinds: await made.kinds({ terms: [] }), found: await made.entries(asked) };
  expect(wanted.found).toHaveLength(2);
  await made.close();
  const database = openDatabase(url, { connections: 1, purpose: 'views' });
  for (const text of [
    'ALTER TABLE safeconduct_reads.read DROP COLUMN kind',
    'DROP TABLE safeconduct_reads.kind, safeconduct_reads.kind_count',
    'UPDATE safeconduct_reads.read SET terms = terms[1:2] || terms[4:]',
    'DELETE FROM safeconduct_reads.migration WHERE version = 2',
  ])
    await database.query({ text });
  await database.close();
  const upgraded = readsAt(url);
  const kinds = await upgraded.kinds({ terms: [] });
  expect(new Set(kinds)).toEqual(new Set(wanted.kinds));
  expect(new Set(await upgraded.kinds({ terms: ['case:1'] }))).toEqual(new Set(wanted.kinds));
  expect(await upgraded.entries(asked)).toEqual(wanted.found);
  await upgraded.append(entries[0] as (typeof entries)[number]);
  expect(
    await upgraded.counts(['operation:getCase'], ['2025-03-01T08:00:00.000Z', '2025-03-02T08:00:00.000Z']),
  ).toEqual([3]);
  await upgraded.close();
});
