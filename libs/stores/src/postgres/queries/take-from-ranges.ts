import { isByInstant, type CaseOrder } from '@safeconduct/engine';
import { sql, type RawBuilder } from 'kysely';
import { compareBy, type KeptCursor } from '../../queries/key-query.js';
import type { OpenRange, TakeFromRanges } from '../../queries/merged-ranges.js';
import type { Db } from '../../queries/view-tables.js';
import { numberArray, textArray } from '../views/array-parameters.js';

/**
 * The first cases of a range of an index, in order, as a part of a statement. `asked` is the row that names the range:
 * its `name`, and the `key` and `id` behind which the range begins if it `isBehind` a cursor.
 */
export type Range = (part: { readonly isBehind: boolean; readonly take: number }) => RawBuilder<KeptCursor>;

/** Takes from ranges that have names: cells or words. Each time is one statement. */
export const takeFromRanges =
  (db: Db, range: Range, order: CaseOrder): TakeFromRanges<string> =>
  async (open, take) => {
    const given = open.map((): KeptCursor[] => []);
    const cursors = open.flatMap(({ after }) => after ?? []);
    const isBehind = cursors.length > 0;
    const part = range({ isBehind, take });
    const { rows } = await sql<KeptCursor & { readonly place: number }>`
      select asked.place as "place", part.* from ${asked(open, cursors, order)}
      cross join lateral (${part}) as part`.execute(db);
    // Each range gives its cases in order, but nothing says in which order the rows of all of them come.
    for (const { place, key, caseId } of rows) given[place - 1]?.push({ key, caseId });
    const compare = compareBy(order);
    return given.map((keys) => keys.sort(compare));
  };

function asked(
  open: readonly OpenRange<string>[],
  cursors: readonly KeptCursor[],
  order: CaseOrder,
): RawBuilder<unknown> {
  const names = sql`${textArray(open.map(({ range }) => range))}::text[]`;
  if (cursors.length === 0) return sql`unnest(${names}) with ordinality as asked (name, place)`;
  const keys = cursors.map(({ key }) => key);
  const keyArray = isByInstant(order.by)
    ? sql`${numberArray(keys.map(Number))}::bigint[]`
    : sql`${textArray(keys.map(String))}::text[]`;
  const ids = sql`${textArray(cursors.map(({ caseId }) => caseId))}::text[]`;
  return sql`unnest(${names}, ${keyArray}, ${ids}) with ordinality as asked (name, key, id, place)`;
}
