import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { ViewTables } from '../projections/view-tables.js';

// From here on it is quicker to walk the sorted list and look at each case than to sort what the word finds.
const fewMax = 20_000;

/** Every word that begins with this one lies before this text. */
const end = (word: string): string => `${word}\uffff`;

/** Of several words the one that the fewest cases are found by, if they are few; else none. */
export async function rarestWord(
  db: Kysely<ViewTables>,
  words: readonly string[],
): Promise<string | undefined> {
  let rarest: { readonly word: string; readonly count: number } | undefined;
  for (const word of words) {
    const { rows } = await sql<{ count: number | string }>`
      select count(*) as "count" from (
        select 1 from case_word where word >= ${word} and word < ${end(word)} limit ${(rarest?.count ?? fewMax) + 1}
      ) as found`.execute(db);
    const count = Number(rows[0]?.count ?? 0);
    if (count <= fewMax && count < (rarest?.count ?? Infinity)) rarest = { word, count };
  }
  return rarest?.word;
}

/** The case is found by a word: looked up case by case, or, for a word of few cases, as a list of them. */
export function hasWord(
  word: string,
  how: 'case by case' | 'one of few' = 'case by case',
): RawBuilder<unknown> {
  const begins = sql`word >= ${word} and word < ${end(word)}`;
  return how === 'one of few'
    ? sql`case_list.case_id in (select case_id from case_word where ${begins})`
    : sql`exists (select 1 from case_word where case_word.case_id = case_list.case_id and ${begins})`;
}
