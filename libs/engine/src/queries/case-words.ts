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

/** The cases that a word of few cases finds. */
export const foundBy = (word: string): RawBuilder<unknown> =>
  sql`case_list.case_id in (select case_id from case_word where word >= ${word} and word < ${end(word)})`;

/** A case that is at hand is found by a word. Words hold letters and digits only, so none is a pattern. */
export const hasWord = (word: string): RawBuilder<unknown> => sql`case_list.words like ${`% ${word}%`}`;
