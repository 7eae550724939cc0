import { compareText, identityForm } from '@safeconduct/workflow';
import { compareRanks, nameFits, type Rank } from '../search/case-fit.js';
import type { Mark } from '../search/placed-pieces.js';
import { partsSearched } from '../search/search-words.js';
import type { Person } from './directory.js';

/** Somebody of the directory, and which letters of id and name were searched for. */
export interface FoundPerson {
  readonly person: Person;
  readonly marks: {
    readonly id: readonly Mark[];
    readonly latin: readonly Mark[];
    readonly arabic: readonly Mark[];
  };
}

/**
 * The people who have not left and whose id begins with a text, or whose name has all words of it, as cases are searched:
 * ids first, then the names that fit best, then by id. A spelling that is not known is that of the other script.
 */
export function peopleFound(people: readonly Person[], text: string, limit: number): readonly FoundPerson[] {
  const id = identityForm(text);
  const { numbers, names } = partsSearched(text);
  const foundBy = (person: Person): (FoundPerson & { readonly rank: Rank })[] => {
    if (id !== '' && person.id.startsWith(id))
      return [{ person, rank: [0, 0, 0], marks: { id: [[0, id.length]], latin: [], arabic: [] } }];
    if (numbers.length > 0 || names.length === 0) return [];
    const { nameLatin, nameArabic } = person;
    const subject = { latin: nameLatin ?? nameArabic ?? '', arabic: nameArabic ?? nameLatin ?? '' };
    const { found, rank, marks } = nameFits(names, subject);
    return found.includes(undefined) ? [] : [{ person, rank, marks: { id: [], ...marks } }];
  };
  return people
    .filter(({ hasLeft }) => !hasLeft)
    .flatMap(foundBy)
    .sort((one, other) => compareRanks(one.rank, other.rank) || compareText(one.person.id, other.person.id))
    .slice(0, limit)
    .map(({ person, marks }) => ({ person, marks }));
}
