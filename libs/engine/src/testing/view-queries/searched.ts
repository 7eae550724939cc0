import type { RowOf, ViewStore } from '../../ports/view-store.js';
import { caseWords } from '../../projections/case-search.js';
import { caseList } from '../../projections/cases.js';
import { searchTokens } from '../../search/search-token.js';
import { wordsSearched, type SearchedWord } from '../../search/search-words.js';
import { fixedKeyRing } from '../fixed-key-ring.js';

/** What somebody searches for who has the keys of the made log. */
export const searched = (text: string): readonly SearchedWord[] =>
  wordsSearched(text, searchTokens(fixedKeyRing()));

/** A row of the list, with all words by which its case is found. */
export type CaseRow = Omit<RowOf<typeof caseList>, 'words'> & { readonly words: readonly string[] };

/** All rows of the list, each with its words. */
export async function caseRowsOf(views: ViewStore): Promise<readonly CaseRow[]> {
  const rows = (await views.scan(caseList, { limit: rowsMax })) as readonly RowOf<typeof caseList>[];
  const words = (await views.scan(caseWords, { limit: rowsMax })) as readonly RowOf<typeof caseWords>[];
  const byCase = Map.groupBy(words, (row) => row.case_id);
  return rows.map((row) => ({ ...row, words: (byCase.get(row.case_id) ?? []).map(({ word }) => word) }));
}

const rowsMax = 100_000;

/** Whether a case is found by a word, by looking at all its words. */
export const isFoundBy = ({ words }: CaseRow, { begins, tokens }: SearchedWord): boolean =>
  words.some((word) => word.startsWith(begins) || tokens.includes(word));
