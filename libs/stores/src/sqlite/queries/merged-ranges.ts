import type { CaseOrder } from '@safeconduct/engine';
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../queries/view-tables.js';
import { compareBy, type KeptCursor } from '../../queries/key-query.js';

/** Far below the number of parts that a statement may have. */
const rangesAtOnce = 100;
const growth = 4;

/** The first cases of one range of an index behind a cursor, in order. */
export type Range = (after: KeptCursor | undefined, limit: number) => RawBuilder<KeptCursor>;

export interface Merging {
  readonly ranges: readonly Range[];
  readonly after: KeptCursor | undefined;
  readonly order: CaseOrder;
  readonly limit: number;
}

/** A range that may have more cases, and behind which cursor. */
interface Open {
  readonly range: Range;
  readonly after: KeptCursor | undefined;
}

/**
 * The first cases of some ranges, merged; a case that stands in several is there once. Each range gives a few
 * cases at first, and only one whose cases all come before the end of the page is asked for more. So the time
 * depends neither on how many cases there are, nor on how they are spread.
 */
export async function mergedRanges(db: Db, merging: Merging): Promise<readonly KeptCursor[]> {
  const { ranges, after, order, limit } = merging;
  const compare = compareBy(order);
  let found: readonly KeptCursor[] = [];
  let open: readonly Open[] = ranges.map((range) => ({ range, after }));
  for (let take = firstTake(merging); open.length > 0; take = Math.min(limit, take * growth)) {
    const given = await takeFrom(db, open, take);
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
const firstTake = ({ ranges, limit }: Merging): number =>
  ranges.length === 1 ? limit : Math.min(limit, Math.ceil(limit / ranges.length) + growth);

const firstDifferent = (sorted: readonly KeptCursor[], limit: number): readonly KeptCursor[] =>
  sorted.filter(({ caseId }, index) => caseId !== sorted[index - 1]?.caseId).slice(0, limit);

/** Up to so many cases of each range. */
async function takeFrom(
  db: Db,
  open: readonly Open[],
  take: number,
): Promise<readonly (readonly KeptCursor[])[]> {
  const given = open.map((): KeptCursor[] => []);
  for (let from = 0; from < open.length; from += rangesAtOnce) {
    const parts = open
      .slice(from, from + rangesAtOnce)
      .map(
        ({ range, after }, index) =>
          sql`select ${from + index} as "range", * from (${range(after, take)}) as part`,
      );
    const union = sql.join(parts, sql` union all `);
    const { rows } = await sql<KeptCursor & { readonly range: number }>`${union}`.execute(db);
    for (const { range, key, caseId } of rows) given[range]?.push({ key, caseId });
  }
  return given;
}
