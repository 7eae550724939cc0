import type { CaseOrder } from '@safeconduct/engine';
import { compareBy, type KeptCursor } from './key-query.js';

const growth = 4;

export interface Merging<Range> {
  /** Ranges of an index, as the adapter names them. */
  readonly ranges: readonly Range[];
  readonly after: KeptCursor | undefined;
  readonly order: CaseOrder;
  readonly limit: number;
}

/** A range that may have more cases, and behind which cursor. */
export interface OpenRange<Range> {
  readonly range: Range;
  readonly after: KeptCursor | undefined;
}

/** Up to so many cases of each range, in order. Either all ranges begin behind a cursor or none does. */
export type TakeFromRanges<Range> = (
  open: readonly OpenRange<Range>[],
  take: number,
) => Promise<readonly (readonly KeptCursor[])[]>;

/**
 * The first cases of some ranges, merged; a case that stands in several is there once. Each range gives a few
 * cases at first, and only one whose cases all come before the end of the page is asked for more. So the time
 * depends neither on how many cases there are, nor on how they are spread.
 */
export async function mergedRanges<Range>(
  merging: Merging<Range>,
  takeFrom: TakeFromRanges<Range>,
): Promise<readonly KeptCursor[]> {
  const { ranges, after, order, limit } = merging;
  const compare = compareBy(order);
  let found: readonly KeptCursor[] = [];
  let open: readonly OpenRange<Range>[] = ranges.map((range) => ({ range, after }));
  for (let take = firstTake(merging); open.length > 0; take = Math.min(limit, take * growth)) {
    const given = await takeFrom(open, take);
    found = firstDifferent([...found, ...given.flat()].sort(compare), limit);
    const end = found[limit - 1];
    open = open.flatMap(({ range }, index) => {
      const keys = given[index] ?? [];
      const last = keys.at(-1);
      const mayHaveMore = keys.length === take && last !== undefined;
      return mayHaveMore && (end === undefined || compare(last, end) < 0) ? [{ range, after: last }] : [];
    });
  }
  return found;
}

/** A few more than their share of a page; the whole page where there is one range. */
const firstTake = ({ ranges, limit }: Merging<unknown>): number =>
  ranges.length === 1 ? limit : Math.min(limit, Math.ceil(limit / ranges.length) + growth);

/** The first of some sorted cursors, each case once. */
export const firstDifferent = (sorted: readonly KeptCursor[], limit: number): readonly KeptCursor[] =>
  sorted.filter(({ caseId }, index) => caseId !== sorted[index - 1]?.caseId).slice(0, limit);
