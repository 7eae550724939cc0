import { CompiledQuery, type RawBuilder } from 'kysely';
import type { KeptCursor } from '../../queries/key-query.js';
import type { TakeFromRanges } from '../../queries/merged-ranges.js';
import type { Db } from '../../queries/view-tables.js';

/** Far below the number of parts that a statement may have. */
const rangesAtOnce = 100;

/** The first cases of the range of an index that has a name, behind a cursor, in order. */
export type Range = (name: string, after: KeptCursor | undefined, limit: number) => RawBuilder<KeptCursor>;

/** Stands for a text in the part that all ranges share, and is equal to no text. */
const slot = (of: string): string => Symbol(of) as unknown as string;
const slots = { name: slot('name'), key: slot('key'), caseId: slot('caseId') };

/**
 * Takes from ranges that have names: cells or words. They differ in nothing else, so one part is written and repeated: to
 * write a part takes longer than to walk its range.
 */
export const takeFromRanges =
  (db: Db, range: Range): TakeFromRanges<string> =>
  async (open, take) => {
    const given = open.map((): KeptCursor[] => []);
    const isBehind = open[0]?.after !== undefined;
    const part = range(slots.name, isBehind ? slots : undefined, take).compile(db);
    for (let from = 0; from < open.length; from += rangesAtOnce) {
      const some = open.slice(from, from + rangesAtOnce);
      const union = some.map((_, index) => `select ${index} as "range", * from (${part.sql}) as part`);
      const parameters = some.flatMap(({ range: name, after }) =>
        part.parameters.map((value) => filled(value, name, after)),
      );
      const query = CompiledQuery.raw(union.join(' union all '), parameters);
      const { rows } = await db.executeQuery<KeptCursor & { readonly range: number }>(query);
      for (const { range: index, key, caseId } of rows) given[from + index]?.push({ key, caseId });
    }
    return given;
  };

function filled(value: unknown, name: string, after: KeptCursor | undefined): unknown {
  if (value === slots.name) return name;
  return value === slots.key ? after?.key : value === slots.caseId ? after?.caseId : value;
}
