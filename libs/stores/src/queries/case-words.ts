import { sql } from 'kysely';
import { caseIdIn } from './codes.js';
import type { Condition } from './key-query.js';
import type { Db } from './view-tables.js';

const caseWord = sql.table('case_word');

/** The last code point. It is no character, so no word has it, and in UTF-8 nothing is behind it. */
const lastCodePoint = '\u{10ffff}';

/** Every word that begins with this one lies before this text. */
const end = (word: string): string => word + lastCodePoint;

/** The words of cases that begin with a word. */
export const begins = (word: string): Condition => sql`word >= ${word} and word < ${end(word)}`;

/** Of several words the one that the fewest cases are found by, if they are at most `most`; else none. */
export async function rarestWord(
  db: Db,
  words: readonly string[],
  most: number,
): Promise<string | undefined> {
  let rarest: { readonly word: string; readonly count: number } | undefined;
  for (const word of words) {
    // In the order of the index, so that it is the index that is read, and only up to the limit.
    const { rows } = await sql<{ count: number | string }>`
      select count(*) as "count" from (
        select 1 from ${caseWord} where ${begins(word)} order by word limit ${(rarest?.count ?? most) + 1}
      ) as found`.execute(db);
    const count = Number(rows[0]?.count ?? 0);
    if (count <= most && count < (rarest?.count ?? Infinity)) rarest = { word, count };
  }
  return rarest?.word;
}

/** The words that cases have and that begin with this one; `undefined` when they are more than `most`. */
export async function completions(
  db: Db,
  word: string,
  most: number,
): Promise<readonly string[] | undefined> {
  // Each step of the recursion is one leap in the index, over all cases of the word before.
  const { rows } = await sql<{ word: string | null }>`
    with recursive leap (word) as (
      select min(word) from ${caseWord} where ${begins(word)}
      union all
      select (select min(word) from ${caseWord} where word > leap.word and word < ${end(word)})
      from leap where leap.word is not null
    ) select word from leap limit ${most + 1}`.execute(db);
  const found = rows.flatMap((row) => row.word ?? []);
  return rows.length > most && found.length > most ? undefined : found;
}

/** The ids of the cases that a word of few cases finds. */
export async function casesFoundBy(db: Db, word: string): Promise<readonly string[]> {
  const query = sql<{ id: string }>`
    select ${caseIdIn('found.case_id')} as "id" from (
      select distinct case_id from ${caseWord} where ${begins(word)}) as found`;
  return (await query.execute(db)).rows.map(({ id }) => id);
}

/** Whether a single case is found by a word. Words hold letters and digits only, so none is a pattern. */
export const hasWord = (word: string): Condition => sql`case_list.words like ${`% ${word}%`}`;

/** Whether the case of a row `found` of words is also found by one of these words. Uses an index. */
export const alsoFoundBy = (words: readonly string[]): Condition => sql`exists (
  select 1 from ${caseWord} as other
  where other.word in (${sql.join(words)}) and other.reference = found.reference and other.case_id = found.case_id)`;
