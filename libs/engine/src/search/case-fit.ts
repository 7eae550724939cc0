import {
  betterFit,
  comparedName,
  fitIn,
  fitOf,
  type ComparedName,
  type FittingPart,
  type PartFit,
} from './name-fit.js';
import type { NamePart } from './name-parts.js';
import type { Mark } from './placed-pieces.js';
import { marksOfWord, referenceFit } from './reference-fit.js';
import { partsSearched } from './search-words.js';

/** By what a case was found: its reference, a name, or a year of birth or the number of a document. */
export type FoundBy = 'reference' | 'name' | 'number';

/** What is searched in: what a list shows of a case. */
export interface SearchedCase {
  readonly reference: string;
  readonly subject: { readonly latin: string; readonly arabic: string } | null;
}

export type Rank = readonly [of: number, isLater: 0 | 1, spelt: number];

/** How a case was found, and which letters of what is shown were searched for. */
export interface CaseFit {
  /**
   * Lower is better: which of the classes (`caseClasses`); then whether the first word is a later one of the name than the
   * first; then how many words are spelt in another way.
   */
  readonly rank: Rank;
  readonly by: readonly FoundBy[];
  readonly marks: {
    readonly reference: readonly Mark[];
    readonly latin: readonly Mark[];
    readonly arabic: readonly Mark[];
  };
}

/** The classes of what is found, the best first. */
export const caseClasses = [
  'reference',
  'number of the reference',
  'beginning of the reference',
  'whole name',
  'all words',
  'beginnings of words',
  'year or document',
] as const;
type CaseClass = (typeof caseClasses)[number];

const rankOf = (of: CaseClass, isLater = false, spelt = 0): Rank => [
  caseClasses.indexOf(of),
  isLater ? 1 : 0,
  spelt,
];

/**
 * How cases that a search found fit it. The hashes by which years of birth and documents are found say no more than that
 * they are, so a word that is found nowhere else counts as one of these.
 */
export function caseFits(text: string): (found: SearchedCase) => CaseFit {
  const { numbers, names } = partsSearched(text);
  return ({ reference, subject }) => {
    const whole = referenceFit(text, reference);
    if (whole !== undefined) {
      const rank = rankOf(classOfReference[whole.fit]);
      return { rank, by: ['reference'], marks: { reference: whole.marks, latin: [], arabic: [] } };
    }
    const named = nameFits(names, subject);
    const others = [...numbers, ...names.filter((_, at) => named.found[at] === undefined)];
    const inReference = others.map(({ written }) => marksOfWord(written, reference));
    const by: FoundBy[] = named.found.some((fit) => fit !== undefined) ? ['name'] : [];
    if (inReference.some((marks) => marks.length > 0)) by.push('reference');
    if (inReference.some((marks) => marks.length === 0)) by.push('number');
    return { rank: rankBy(by, named), by, marks: { ...named.marks, reference: inReference.flat() } };
  };
}

const classOfReference = {
  whole: 'reference',
  number: 'number of the reference',
  begun: 'beginning of the reference',
} as const;

function rankBy(by: readonly FoundBy[], named: NameFits): Rank {
  if (by.includes('name')) return named.rank;
  return rankOf(by.includes('number') ? 'year or document' : 'beginning of the reference');
}

/** How searched parts fit a name in two scripts. */
export interface NameFits {
  /** How each fits in the script in which it fits better; `undefined` in neither. */
  readonly found: readonly (FittingPart | undefined)[];
  readonly rank: Rank;
  readonly marks: Pick<CaseFit['marks'], 'latin' | 'arabic'>;
}

export function nameFits(searched: readonly NamePart[], subject: SearchedCase['subject']): NameFits {
  const names = [subject?.latin ?? '', subject?.arabic ?? ''].map(comparedName);
  const [latin = [], arabic = []] = names.map((name) => searched.map((part) => fitIn(part, name)));
  const found = searched.map((_, index) => betterFit(latin[index], arabic[index]));
  const ranks = [...names.flatMap((name) => wholeNameRank(searched, name)), partsRank(found)];
  const [rank = partsRank(found)] = ranks.sort(compareRanks);
  return { found, rank, marks: { latin: marksOf(latin), arabic: marksOf(arabic) } };
}

/** Where these are all parts of a name, each whole, in its order. */
function wholeNameRank(searched: readonly NamePart[], { parts }: ComparedName): readonly Rank[] {
  if (searched.length === 0 || searched.length !== parts.length) return [];
  const fits = parts.map((part, index) => searched[index] && fitOf(searched[index], part));
  const isWhole = fits.every((fit) => fit !== undefined && fit !== 'begun');
  return isWhole ? [rankOf('whole name', false, countOf(fits, 'spelt'))] : [];
}

function partsRank(found: readonly (FittingPart | undefined)[]): Rank {
  const fits = found.map((one) => one?.fit);
  const isWhole = fits.every((fit) => fit !== undefined && fit !== 'begun');
  const isLater = found[0] !== undefined && found[0].at > 0;
  return rankOf(isWhole ? 'all words' : 'beginnings of words', isLater, countOf(fits, 'spelt'));
}

const countOf = (fits: readonly (PartFit | undefined)[], fit: PartFit): number =>
  fits.filter((one) => one === fit).length;

const marksOf = (fits: readonly (FittingPart | undefined)[]): readonly Mark[] =>
  fits.flatMap((fit) => fit?.marks ?? []).sort(([one], [other]) => one - other);

/** Compares ranks: the better one is less. */
export const compareRanks = (one: Rank, other: Rank): number =>
  one.map((value, at) => value - (other[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
