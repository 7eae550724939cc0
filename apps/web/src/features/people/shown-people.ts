import type { Person } from '../../api/queries.js';
import { searchable } from '../../components/searchable.js';
import type { PeopleSearch } from './people-search.js';

interface Asked {
  readonly search: PeopleSearch;
  readonly text: string;
}

/** Those whom the filters leave and whose id or names have every word of the text, in whatever script it was typed. */
export function shownPeople(people: readonly Person[], { search, text }: Asked): readonly Person[] {
  const words = searchable(text).split(/\s+/);
  return people.filter(
    (person) =>
      (search.left === true || !person.hasLeft) &&
      (search.role === undefined || person.roles.includes(search.role)) &&
      (search.unit === undefined || person.unit === search.unit) &&
      words.every((word) => searchedText(person).includes(word)),
  );
}

const searchedText = ({ id, nameLatin, nameArabic }: Person): string =>
  searchable(`${id} ${nameLatin ?? ''} ${nameArabic ?? ''}`);

/** How many people there are of each value, such as of each role; nobody is counted twice. */
export function counted(
  people: readonly Person[],
  valuesOf: (person: Person) => readonly string[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of people.flatMap((person) => [...new Set(valuesOf(person))]))
    counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The last day of the absence in which a day lies; undefined when they are there. */
export const absentUntil = ({ absences }: Person, day: string): string | undefined =>
  absences.find(({ from, until }) => from <= day && day <= until)?.until;

/** The names of a person, that of the language shown first; without one that they do not have. */
export function namesOf(
  { nameLatin, nameArabic }: Pick<Person, 'nameLatin' | 'nameArabic'>,
  language: 'en' | 'ar',
): readonly string[] {
  const inOrder = language === 'ar' ? [nameArabic, nameLatin] : [nameLatin, nameArabic];
  return inOrder.filter((name) => name !== null);
}

/** By the name that is shown, as the language orders them; those without a name last, by id. */
export function byName(people: readonly Person[], language: 'en' | 'ar'): readonly Person[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const keyed = people.map((person) => ({ person, name: namesOf(person, language)[0] }));
  return keyed
    .toSorted(
      (one, other) =>
        Number(one.name === undefined) - Number(other.name === undefined) ||
        compare(one.name ?? '', other.name ?? '') ||
        compare(one.person.id, other.person.id),
    )
    .map(({ person }) => person);
}
