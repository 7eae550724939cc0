import type { DuplicatesFound, SearchFound } from '@safeconduct/contracts';
import type { FoundPerson, PossibleDuplicate, RankedCase } from '@safeconduct/engine';
import { listedCaseAnswer, nameOf, type RowWords } from './case-answers.js';

export const rankedCaseAnswer = (
  { row, fit: { by, marks } }: RankedCase,
  words: RowWords,
): SearchFound['cases'][number] => ({
  ...listedCaseAnswer(row, words),
  by: [...by],
  marks: {
    reference: marksAnswer(marks.reference),
    latin: marksAnswer(marks.latin),
    arabic: marksAnswer(marks.arabic),
  },
});

export const foundPersonAnswer = ({ person, marks }: FoundPerson): SearchFound['people'][number] => ({
  id: person.id,
  name: nameOf(person),
  unit: person.unit,
  marks: { id: marksAnswer(marks.id), latin: marksAnswer(marks.latin), arabic: marksAnswer(marks.arabic) },
});

export const duplicateAnswer = (
  { row, score, matches }: PossibleDuplicate,
  words: RowWords,
): DuplicatesFound['items'][number] => ({ ...listedCaseAnswer(row, words), score, matches: [...matches] });

const marksAnswer = (marks: RankedCase['fit']['marks']['reference']) =>
  marks.map(([start, end]) => ({ start, end }));
