import type { CaseOrder } from '@safeconduct/engine';
import { sql, type RawBuilder } from 'kysely';
import { compareBy, type KeptCursor } from '../../queries/key-query.js';
import type { Db } from '../../queries/view-tables.js';
import { numberArray, textArray } from '../views/array-parameters.js';

const growth = 4;

/**
 * The first cases of a range of an index, in order, as a part of a statement. `asked` is the row that names the range:
 * its `name`, and the `key` and `id` behind which the range begins if it `isBehind` a cursor.
 */
export type Range = (part: { readonly isBehind: boolean; readonly take: number }) => RawBuilder<KeptCursor>;

export interface Merging {
  /** The names of the ranges: cells or words. */
  readonly ranges: readonly string[];
  readonly range: Range;
  readonly after: KeptCursor | undefined;
  readonly order: CaseOrder;
  readonly limit: number;
}

/** A range that may have more cases, and behind which cursor. */
interface Open {
  readonly name: string;
  readonly after: KeptCursor | undefined;
}

/**
 * The first cases of some ranges, merged; a case that stands in several is there once. Each range gives a few
 * cases at first, and only one whose cases all come before the end of the page is asked for more. So the time
 * depends neither on how many cases there are, nor on how they are spread. Each round is one statement.
 */
export async function mergedRanges(db: Db, merging: Merging): Promise<readonly KeptCursor[]> {
  const { ranges, after, order, limit } = merging;
  const compare = compareBy(order);
  let found: readonly KeptCursor[] = [];
  let open: readonly Open[] = ranges.map((name) => ({ name, after }));
  for (let take = firstTake(merging); open.length > 0; take = Math.min(limit, take * growth)) {
    const given = await takeFrom(db, open, { ...merging, take });
    found = firstDifferent([...found, ...given.flat()].sort(compare), limit);
    const end = found[limit - 1];
    open = open.flatMap(({ name }, index) => {
      const keys = given[index] ?? [];
      const last = keys.at(-1);
      const mayHaveMore = keys.length === take && last !== undefined;
      return mayHaveMore && (end === undefined || compare(last, end) < 0) ? [{ name, after: last }] : [];
    });
  }
  return found;
}

/** A few more than their share of a page; the whole page where there is one range. */
const firstTake = ({ ranges, limit }: Merging): number =>
  ranges.length === 1 ? limit : Math.min(limit, Math.ceil(limit / ranges.length) + growth);

const firstDifferent = (sorted: readonly KeptCursor[], limit: number): readonly KeptCursor[] =>
  sorted.filter(({ caseId }, index) => caseId !== sorted[index - 1]?.caseId).slice(0, limit);

/** Up to so many cases of each range. Either all ranges begin behind a cursor or none does. */
async function takeFrom(
  db: Db,
  open: readonly Open[],
  { range, order, take }: Merging & { readonly take: number },
): Promise<readonly (readonly KeptCursor[])[]> {
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
}

function asked(
  open: readonly Open[],
  cursors: readonly KeptCursor[],
  { by }: CaseOrder,
): RawBuilder<unknown> {
  const names = sql`${textArray(open.map(({ name }) => name))}::text[]`;
  if (cursors.length === 0) return sql`unnest(${names}) with ordinality as asked (name, place)`;
  const keys = cursors.map(({ key }) => key);
  const keyArray =
    by === 'reference' ? sql`${textArray(keys)}::text[]` : sql`${numberArray(keys.map(Number))}::bigint[]`;
  const ids = sql`${textArray(cursors.map(({ caseId }) => caseId))}::text[]`;
  return sql`unnest(${names}, ${keyArray}, ${ids}) with ordinality as asked (name, key, id, place)`;
}
