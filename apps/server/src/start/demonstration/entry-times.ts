import { epochMsOf, instantOf, type Instant } from '@safeconduct/workflow';
import type { ImportRow } from '../../import/rows/import-row.js';

const minuteMs = 60_000;
const leastMs = 3 * minuteMs;
const mostMs = 5 * 60 * minuteMs;
const batchMs = 30 * minuteMs;

/**
 * When a step of the demonstration was entered: minutes to hours after it was taken, most within the hour. It follows
 * from the time of the step alone, so the same caseload gets the same times.
 */
export function entryOf(occurredAt: Instant): Instant {
  const ms = epochMsOf(occurredAt);
  const drawn = (Math.imul(Math.floor(ms / 1000), 0x9e3779b1) >>> 0) / 2 ** 32;
  return instantOf(ms + leastMs + Math.floor(drawn ** 3 * (mostMs - leastMs)));
}

/** Rows that are entered within the same half hour, in that order. */
export interface EntryBatch {
  /** The end of the half hour. */
  readonly until: Instant;
  readonly rows: readonly ImportRow[];
}

/**
 * The rows of a caseload in the order in which they are entered. Rows of one case keep their order. A row without a
 * readable time goes along with the row before it of its case.
 */
export function inBatches(rows: Iterable<ImportRow>): readonly EntryBatch[] {
  const batches = new Map<number, { readonly ms: number; readonly row: ImportRow }[]>();
  const lastOfCase = new Map<string, number>();
  for (const row of rows) {
    const key = row.problem === undefined ? row.naturalKey : '';
    const ms = Math.max((lastOfCase.get(key) ?? 0) + 1, entryMsOf(row));
    lastOfCase.set(key, ms);
    const half = Math.floor(ms / batchMs);
    const batch = batches.get(half);
    if (batch === undefined) batches.set(half, [{ ms, row }]);
    else batch.push({ ms, row });
  }
  return [...batches]
    .sort(([one], [other]) => one - other)
    .map(([half, timed]) => ({
      until: instantOf((half + 1) * batchMs),
      rows: timed.sort((one, other) => one.ms - other.ms).map(({ row }) => row),
    }));
}

function entryMsOf(row: ImportRow): number {
  const ms = Date.parse(row.problem === undefined ? (row.occurredAt ?? '') : '');
  return Number.isNaN(ms) ? 0 : epochMsOf(entryOf(instantOf(ms)));
}
