import type { ReadKindCount } from '@safeconduct/engine';
import { partsOfReads, type ReadNumbers } from '../../read-blocks.js';
import type { Database, Row } from '../database.js';

interface KindRow extends Row {
  readonly kind: string;
  readonly entries: string;
}

type Reading = Pick<Database, 'query'>;

async function kindsIn(
  database: Reading,
  counted: string,
  values: readonly unknown[],
): Promise<readonly ReadKindCount[]> {
  const rows = await database.query<KindRow>({
    text: `SELECT kind.text AS kind, found.entries::text AS entries FROM (${counted}) AS found
      JOIN safeconduct_reads.kind ON kind.id = found.kind`,
    values: [...values],
  });
  return rows.map(({ kind, entries }) => ({ kind, entries: Number(entries) }));
}

/** How many entries of each kind there are. */
export const allKinds = (database: Reading): Promise<readonly ReadKindCount[]> =>
  kindsIn(database, 'SELECT id AS kind, entries FROM safeconduct_reads.kind', []);

/** How many of a range of entries have each kind. */
export async function kindsOfNumbers(
  database: Reading,
  range: ReadNumbers,
): Promise<readonly ReadKindCount[]> {
  const { blocks, rests } = partsOfReads(range);
  const selects = [
    ...(blocks === undefined ? [] : [{ ...blocks, from: 'kind_count', count: 'entries', by: 'block' }]),
    ...rests.map((rest) => ({ ...rest, from: 'read', count: '1', by: 'number' })),
  ];
  if (selects.length === 0) return [];
  const union = selects.map(
    ({ from, count, by }, at) =>
      `SELECT kind, ${count} AS entries FROM safeconduct_reads.${from}
      WHERE ${by} BETWEEN $${2 * at + 1}::bigint AND $${2 * at + 2}::bigint`,
  );
  const counted = `SELECT kind, sum(entries) AS entries FROM (${union.join(' UNION ALL ')}) AS part GROUP BY kind`;
  return kindsIn(
    database,
    counted,
    selects.flatMap(({ first, last }) => [first, last]),
  );
}

/** How many of the entries that have some terms have each kind. */
export const kindsOfMatches = (
  database: Reading,
  terms: readonly string[],
  { first, last }: ReadNumbers,
): Promise<readonly ReadKindCount[]> =>
  kindsIn(
    database,
    `SELECT kind, count(*) AS entries FROM safeconduct_reads.read
    WHERE terms @> $1::bigint[] AND number BETWEEN $2::bigint AND $3::bigint GROUP BY kind`,
    [terms, first, last],
  );

/** How many entries that have some terms there are from each number on and before the next one. */
export async function countsOfMatches(
  database: Reading,
  terms: readonly string[],
  firsts: readonly number[],
): Promise<readonly number[]> {
  const counts = firsts.slice(1).map(() => 0);
  const rows = await database.query<{ readonly bar: string; readonly entries: string } & Row>({
    text: `SELECT width_bucket(number, $2::bigint[])::text AS bar, count(*)::text AS entries FROM safeconduct_reads.read
      WHERE terms @> $1::bigint[] AND number >= $3::bigint AND number < $4::bigint GROUP BY 1`,
    values: [terms, firsts, firsts[0] ?? 0, firsts.at(-1) ?? 0],
  });
  for (const { bar, entries } of rows) counts[Number(bar) - 1] = Number(entries);
  return counts;
}
