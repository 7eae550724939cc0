import type { CaseOrder } from '@safeconduct/engine';
import { sql } from 'kysely';
import { caseIdIn } from '../../queries/codes.js';
import type { Db } from '../../queries/view-tables.js';
import type { Condition } from './key-query.js';
import type { Range } from './merged-ranges.js';

/** The last code point. It is no character, so no word has it, and in UTF-8 nothing is behind it. */
const lastCodePoint = '\u{10ffff}';

/** Every word that begins with this one lies before this text. */
const end = (word: string): string => word + lastCodePoint;

/** The words of cases that begin with a word. */
const begins = (word: string): Condition => sql`word >= ${word} and word < ${end(word)}`;

/** Of several words the one that the fewest cases are found by, if they are at most `most`; else none. */
export async function rarestWord(
  db: Db,
  words: readonly string[],
  most: number,
): Promise<string | undefined> {
  let rarest: { readonly word: string; readonly count: number } | undefined;
  for (const word of words) {
    const { rows } = await sql<{ count: number | string }>`
      select count(*) as "count" from (
        select 1 from case_word where ${begins(word)} limit ${(rarest?.count ?? most) + 1}
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
      select min(word) from case_word where ${begins(word)}
      union all
      select (select min(word) from case_word where word > leap.word and word < ${end(word)})
      from leap where leap.word is not null
    ) select word from leap limit ${most + 1}`.execute(db);
  const found = rows.flatMap((row) => row.word ?? []);
  return rows.length > most && found.length > most ? undefined : found;
}

/** The cases that a word of few cases finds. */
export const foundBy = (word: string): Condition =>
  sql`case_list.case_id in (select case_id from case_word where ${begins(word)})`;

/** The same by their ids. */
export async function casesFoundBy(db: Db, word: string): Promise<readonly string[]> {
  const query = sql<{ id: string }>`
    select ${caseIdIn('found.case_id')} as "id" from (
      select distinct case_id from case_word where ${begins(word)}) as found`;
  return (await query.execute(db)).rows.map(({ id }) => id);
}

/** Whether a single case is found by a word. Words hold letters and digits only, so none is a pattern. */
export const hasWord = (word: string): Condition => sql`case_list.words like ${`% ${word}%`}`;

/**
 * Whether a case found by one word is also found by one of these words. Uses an index, before the case is
 * read.
 */
export const alsoFoundBy = (words: readonly string[]): Condition => sql`exists (
  select 1 from case_word as other
  where other.word in (${sql.join(words)}) and other.reference = found.reference and other.case_id = found.case_id)`;

/** The cases that exactly this word finds and that fulfil the conditions, by reference. */
export function rangeOf(word: string, conditions: readonly Condition[], { descending }: CaseOrder): Range {
  const way = descending ? sql`desc` : sql`asc`;
  const beyond = descending ? sql`<` : sql`>`;
  return (after, limit) => {
    // The index is entered by the reference. Those that are equal in it are few, and sorted by their ids.
    const behind = after && [
      sql`found.reference ${beyond}= ${after.key}`,
      sql`(found.reference, case_list.id_order) ${beyond} (${after.key}, ${after.caseId})`,
    ];
    const all = [sql`found.word = ${word}`, ...(behind ?? []), ...conditions];
    // The order of a cross join is kept: the word leads, and each of its cases is looked at.
    return sql`
      select found.reference as "key", case_list.id_order as "caseId" from case_word as found cross join case_list
      where ${sql.join(all, sql` and `)} and case_list.case_id = found.case_id
      order by found.reference ${way}, case_list.id_order ${way} limit ${limit}`;
  };
}
