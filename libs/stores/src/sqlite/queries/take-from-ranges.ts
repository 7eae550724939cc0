import { sql, type RawBuilder } from 'kysely';
import type { KeptCursor } from '../../queries/key-query.js';
import type { TakeFromRanges } from '../../queries/merged-ranges.js';
import type { Db } from '../../queries/view-tables.js';

/** Far below the number of parts that a statement may have. */
const rangesAtOnce = 100;

/** The first cases of one range of an index behind a cursor, in order. */
export type Range = (after: KeptCursor | undefined, limit: number) => RawBuilder<KeptCursor>;

export const takeFromRanges =
  (db: Db): TakeFromRanges<Range> =>
  async (open, take) => {
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
  };
