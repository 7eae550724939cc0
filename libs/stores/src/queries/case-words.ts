import type { SearchedWord } from '@safeconduct/engine';
import { sql } from 'kysely';
import { caseIdIn } from './codes.js';
import type { Condition } from './key-query.js';
import type { Db } from './view-tables.js';

const caseWord = sql.table('case_word');

/** The last code point. It is no character, so no word has it, and in UTF-8 nothing is behind it. */
const lastCodePoint = '\u{10ffff}';

/** Every word that begins with this one lies before this text. */
const end = (word: string): string => word + lastCodePoint;

/** The words of references that begin with a word. */
const begins = (word: string): Condition => sql`word >= ${word} and word < ${end(word)}`;

/** The hashes that a word may have; none is a condition that nothing fulfils. */
const isToken = ({ tokens }: SearchedWord): Condition =>
  tokens.length === 0 ? sql`1 = 0` : sql`word in (${sql.join(tokens)})`;

/** The numbers of the cases that a word finds, some of them twice. Each part reads one range of the index. */
export const codesFoundBy = (word: SearchedWord): Condition => sql`
  select case_id as code from ${caseWord} where ${begins(word.begins)}
  union all select case_id from ${caseWord} where ${isToken(word)}`;

/** Of several words the one that the fewest cases are found by, if they are at most `most`; else none. */
export async function rarestWord(
  db: Db,
  words: readonly SearchedWord[],
  most: number,
): Promise<SearchedWord | undefined> {
  let rarest: { readonly word: SearchedWord; readonly count: number } | undefined;
  for (const word of words) {
    const limit = (rarest?.count ?? most) + 1;
    // In the order of the index, so that it is the index that is read, and only up to the limit.
    const { rows } = await sql<{ count: number | string }>`
      select count(*) as "count" from (
        select 1 from (select word from ${caseWord} where ${begins(word.begins)} order by word limit ${limit}) as begun
        union all
        select 1 from (select word from ${caseWord} where ${isToken(word)} order by word limit ${limit}) as hashed
      ) as found`.execute(db);
    const count = Number(rows[0]?.count ?? 0);
    if (count <= most && count < (rarest?.count ?? Infinity)) rarest = { word, count };
  }
  return rarest?.word;
}

/** The words that cases have and that a word means; `undefined` when those of references are more than `most`. */
export async function completions(
  db: Db,
  { begins: word, tokens }: SearchedWord,
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
  return rows.length > most && found.length > most ? undefined : [...found, ...tokens];
}

/** The ids of the cases that a word of few cases finds. */
export async function casesFoundBy(db: Db, word: SearchedWord): Promise<readonly string[]> {
  const query = sql<{ id: string }>`
    select ${caseIdIn('found.case_id')} as "id" from (
      select distinct code as case_id from (${codesFoundBy(word)}) as words) as found`;
  return (await query.execute(db)).rows.map(({ id }) => id);
}

/**
 * Whether a single case is found by a word. Words of references hold letters and digits only, so none is a pattern. The
 * limit keeps PostgreSQL from collecting all cases of the hashes to look up one.
 */
export function hasWord({ begins: word, tokens }: SearchedWord): Condition {
  const inReference = sql`case_list.words like ${`% ${word}%`}`;
  if (tokens.length === 0) return inReference;
  return sql`(${inReference} or exists (${rowOf(tokens, 'case_list')} limit 1 offset 0))`;
}

/** Whether the case of a row `found` of words is also found by one of these words. Uses an index. */
export const alsoFoundBy = (words: readonly string[]): Condition => sql`exists (${rowOf(words, 'found')})`;

const rowOf = (words: readonly string[], table: 'case_list' | 'found'): Condition => sql`
  select 1 from ${caseWord} as other
  where other.word in (${sql.join(words)})
    and other.reference = ${sql.ref(`${table}.reference`)} and other.case_id = ${sql.ref(`${table}.case_id`)}`;
