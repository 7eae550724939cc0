import { describe, expect, it } from '@jest/globals';
import { epochMsOf, instantOf } from '@safeconduct/workflow';
import type { ImportRow } from '../../import/rows/import-row.js';
import { entryOf, inBatches } from './entry-times.js';

const minute = 60_000;
const from = epochMsOf('2024-12-07T00:00:00.000Z');
const place = { file: '01-Register.csv', line: 2, cells: [] };
const row = (naturalKey: string, occurredAt: string): ImportRow => ({
  ...place,
  ...{ command: 'Register', by: 'co-01', data: {}, naturalKey, occurredAt },
});
const keys = (rows: readonly ImportRow[]) =>
  rows.map((one) => (one.problem ? one.problem.code : one.naturalKey));

describe('the entry of a step', () => {
  it('follows it by minutes to hours, by less than an hour for most', () => {
    const delays = Array.from({ length: 5000 }, (_, index) => {
      const at = from + index * 61_000;
      return epochMsOf(entryOf(instantOf(at))) - at;
    });
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(3 * minute);
    expect(Math.max(...delays)).toBeLessThanOrEqual(300 * minute);
    expect(delays.filter((delay) => delay < 60 * minute).length).toBeGreaterThan(2500);
    expect(delays.filter((delay) => delay > 120 * minute).length).toBeGreaterThan(500);
  });
});

describe('rows in the order of entry', () => {
  const rows = Array.from({ length: 400 }, (_, index) =>
    row(`Q-${index % 20}`, instantOf(from + index * 47_000)),
  );
  const batches = inBatches(rows);

  it('are all there, each batch within half an hour and after the one before', () => {
    expect(batches.flatMap((batch) => batch.rows)).toHaveLength(rows.length);
    const ends = batches.map(({ until }) => until);
    expect(ends).toEqual([...new Set(ends)].sort());
    for (const { until, rows: entered } of batches) {
      for (const one of entered) expect((one.problem ? '' : (one.occurredAt ?? '')) < until).toBe(true);
    }
  });

  it('keep the order of each case', () => {
    const sent = batches.flatMap((batch) => batch.rows);
    for (let number = 0; number < 20; number += 1) {
      const ofCase = (all: readonly ImportRow[]) =>
        all.filter((one) => one.problem === undefined && one.naturalKey === `Q-${number}`);
      expect(ofCase(sent)).toEqual(ofCase(rows));
    }
  });

  it('take along a row without a readable time', () => {
    const problem = { code: 'COMMAND_INVALID', reason: 'the row has one cell too few' } as const;
    const all = inBatches([row('Q-1', instantOf(from)), row('Q-1', 'soon'), { ...place, problem }]);
    expect(keys(all.flatMap((batch) => batch.rows)).sort()).toEqual(['COMMAND_INVALID', 'Q-1', 'Q-1']);
  });
});
