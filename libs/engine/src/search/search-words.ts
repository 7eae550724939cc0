import { latinForms } from './latin-names.js';
import { isLatin, namePartsOf, type NamePart } from './name-parts.js';
import { counted, normalised } from './normal-form.js';
import type { SearchToken } from './search-token.js';

/** A word that somebody searches for. A case is found by it in its reference, or among its personal terms. */
export interface SearchedWord {
  /** The beginning of a word of a reference, in the clear. */
  readonly begins: string;
  /** The keyed hashes of what it may be among personal terms; a case has one of them. */
  readonly tokens: readonly string[];
}

/** A beginning of fewer letters finds too many; one of more letters is nearly the whole word. */
const [beginningMin, beginningMax] = [3, 10];
const wordsMax = 32;
/** More than any name has; so a text of any length costs a row of bounded length. */
const termsMax = 400;
/** Signs that stand inside one word: hyphens, slashes, dots. */
const inside = /[^\p{L}\p{N}]+/gu;
const hasDigit = /\p{N}/u;

/** The words of a reference in the clear: all of it, the number it ends in, and its parts where it has no number. */
export function wordsOfReference(reference: string): readonly string[] {
  const form = normalised(reference).replace(/\s/g, '');
  const number = /\d+$/.exec(form)?.[0];
  const parts = hasDigit.test(form) ? [] : form.split(inside);
  return firstOf([form.replace(inside, ''), number ?? '', ...parts]);
}

/**
 * The terms by which a name is found: its words without article, in every spelling that is read the same, and their
 * beginnings from three letters on.
 */
export const termsOfName = (name: string): readonly string[] => termsOfParts(namePartsOf(name), termsOfPart);

/** The terms of each part, or what is kept in place of them, each once. */
export const termsOfParts = (
  parts: readonly NamePart[],
  termsOf: (part: NamePart) => readonly string[],
): readonly string[] => [...new Set(parts.flatMap(termsOf))].slice(0, termsMax);

/** The terms of one part of a name. */
export function termsOfPart({ bases, behindServant }: NamePart): readonly string[] {
  const terms = new Set<string>();
  for (const word of bases) addBeginnings(terms, word);
  if (behindServant !== undefined) addBeginnings(terms, behindServant);
  return [...terms];
}

/** The term by which a document is found: its whole number, in any digits, without signs and spaces. */
export const termsOfDocument = (documentNo: string): readonly string[] =>
  firstOf([normalised(documentNo).replace(/\s/g, '').replace(inside, '')]);

/** The term by which a date of birth is found: its year. */
export const termsOfBirthDate = (date: string): readonly string[] => {
  const year = /^\d{4}/.exec(normalised(date))?.[0];
  return year === undefined ? [] : [year];
};

/** A searched word as one, whatever signs are inside. */
interface WholeWord {
  readonly written: string;
  /** `qaim20244` of `QAIM-2024-4`. */
  readonly whole: string;
  /** What it may be of a reference, with zeros before its last number: `qaim202404` to `qaim202400000004`. */
  readonly padded: readonly string[];
}

/** What somebody searches for: words with digits, and the parts of names. */
export interface SearchedParts {
  readonly numbers: readonly WholeWord[];
  readonly names: readonly NamePart[];
}

export function partsSearched(text: string): SearchedParts {
  const [numbers, names]: [string[], string[]] = [[], []];
  for (const word of text.split(/\s+/)) (hasDigit.test(normalised(word)) ? numbers : names).push(word);
  return {
    numbers: wholeWords(numbers),
    names: namePartsOf(names.join(' ')),
  };
}

/** Words as they are searched for in references: each once, as far as it counts. */
function wholeWords(words: readonly string[]): readonly WholeWord[] {
  const found = new Map<string, WholeWord>();
  for (const word of words) {
    const pieces = normalised(word)
      .split(inside)
      .filter((piece) => piece !== '');
    const whole = counted(pieces.join(''));
    const number = pieces.at(-1) ?? '';
    const before = pieces.slice(0, -1).join('');
    const padded = paddedNumbers(number).map((one) => counted(before + one));
    if (whole !== '') found.set(whole, { written: word, whole, padded });
  }
  return [...found.values()].slice(0, wordsMax);
}

/** The words somebody searches for. */
export function wordsSearched(text: string, token: SearchToken): readonly SearchedWord[] {
  const { numbers, names } = partsSearched(text);
  return [
    ...numbers.map(({ whole, padded }) => ({ begins: whole, tokens: [token(whole), ...padded] })),
    ...names.map((part) => ({ begins: part.written, tokens: formsOf(part).map(token) })),
  ].slice(0, wordsMax);
}

/** The same where only references may be searched: what names and numbers of documents would find is left out. */
export const referencesSearched = (text: string): readonly SearchedWord[] =>
  wholeWords(normalised(text).split(/\s+/)).map(({ whole, padded }) => ({ begins: whole, tokens: padded }));

/** A word by which references alone are found. */
const wordOfReference = (begins: string): SearchedWord => ({ begins, tokens: paddedNumbers(begins) });

/**
 * The ways in which a text may be that of a reference, each a search of its own: the number that a reference ends in,
 * with what the reference begins with where that is said; and its beginning, without dashes and spaces. None where the
 * text has no digit.
 */
export function referenceReadings(text: string): readonly (readonly SearchedWord[])[] {
  const pieces = normalised(text)
    .split(inside)
    .filter((piece) => piece !== '');
  if (!pieces.some((piece) => hasDigit.test(piece))) return [];
  const whole = [wordOfReference(counted(pieces.join('')))];
  const number = pieces.at(-1) ?? '';
  if (!onlyDigits.test(number)) return [whole];
  const before = pieces.slice(0, -1).join('');
  // References are found by their beginning, and by their number wherever it stands.
  const beginning = before === '' || /^\d/.test(before) ? [] : [wordOfReference(counted(before))];
  return [[...beginning, exactNumber(number)], whole];
}

/** The number that references end in, and no longer one. */
const exactNumber = (number: string): SearchedWord => ({
  begins: bareNumber(number).padStart(paddedMax, '0'),
  tokens: [number, ...paddedNumbers(number)],
});

/** A number without the zeros before it. */
export const bareNumber = (number: string): string => number.replace(/^0+(?=.)/, '');

const onlyDigits = /^\d+$/;
/** No number in a reference is longer. */
const paddedMax = 8;

/** The numbers that references may end in where somebody writes `57`: 057, 0057, 00057. */
function paddedNumbers(word: string): readonly string[] {
  if (!onlyDigits.test(word)) return [];
  const bare = bareNumber(word);
  const padded: string[] = [];
  for (let length = bare.length; length <= paddedMax; length += 1) padded.push(bare.padStart(length, '0'));
  return padded.filter((one) => one !== word);
}

/** What a part of a name may be, whole or as a beginning. */
export function formsOf({ bases }: Pick<NamePart, 'bases'>): readonly string[] {
  const forms = bases.flatMap((base) => {
    if (!isLatin(base)) return [base];
    const { forms: spellings, names } = latinForms(base);
    return [...spellings, ...names];
  });
  return [...new Set(forms)];
}

function addBeginnings(terms: Set<string>, word: string): void {
  if (!isLatin(word)) {
    addEach(terms, word);
    return;
  }
  const { forms, names } = latinForms(word);
  for (const form of forms) addEach(terms, form);
  for (const name of names) terms.add(name);
}

function addEach(terms: Set<string>, word: string): void {
  terms.add(word);
  const letters = Array.from(word);
  const end = Math.min(beginningMax, letters.length - 1);
  for (let length = beginningMin; length <= end; length += 1) terms.add(letters.slice(0, length).join(''));
}

/** Each word once, as far as it counts. */
const firstOf = (words: readonly string[]): readonly string[] =>
  [...new Set(words.filter((word) => word !== '').map(counted))].slice(0, wordsMax);
