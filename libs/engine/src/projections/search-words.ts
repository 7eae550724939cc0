import { asciiDigits } from '@safeconduct/workflow';

/** Marks above and below letters (Arabic vowel signs and hamzas, Latin accents), and what cannot be seen. */
const marks = /[\p{M}\p{Default_Ignorable_Code_Point}\u0640]/gu;
/** Signs that stand inside one word: hyphens, apostrophes, slashes, dots. */
const inside = /[^\p{L}\p{N}]/gu;
const alike: Readonly<Record<string, string>> = { ى: 'ي', ی: 'ي', ة: 'ه', ٱ: 'ا', ک: 'ك' };
const letters = /[ىیةٱک]/g;
const wordsMax = 32;
/** No name has a longer word, and an entry of a database's index holds no text of any length. */
const lettersMax = 60;

/**
 * A text as search compares it: lower case, without marks and tatweel, letters that writers use for each other made one
 * (أإآا, ى/ي, ة/ه), digits of every script as Latin ones. Compatibility forms are decomposed first (Unicode NFKD).
 */
export const normalised = (text: string): string =>
  asciiDigits(
    text
      .normalize('NFKD')
      .replace(marks, '')
      .toLowerCase()
      .replace(letters, (letter) => alike[letter] ?? letter),
  );

/** The words somebody searches for. A word with signs inside is one word: `QAIM-2024-00004`, `al-Faris`. */
export function wordsSearched(text: string): readonly string[] {
  const words = normalised(text)
    .split(/\s+/)
    .map((word) => word.replace(inside, ''));
  return firstOf(words);
}

/**
 * The words a text is found by: its words, and the parts of those that have signs inside, so that `al-Faris` is found
 * by `faris` as well.
 */
export function wordsOf(text: string): readonly string[] {
  const whole = normalised(text).split(/\s+/);
  const parts = whole.flatMap((word) => word.split(inside));
  const words = [...whole.map((word) => word.replace(inside, '')), ...parts];
  return firstOf(words);
}

/** A reference is found by itself and by the number it ends in: `QAIM-2024-00004`, `00004`. */
export function wordsOfReference(reference: string): readonly string[] {
  const whole = normalised(reference).replace(/\s/g, '').replace(inside, '');
  const number = /\d+$/.exec(normalised(reference))?.[0];
  const words = number === undefined || number === whole ? [whole] : [whole, number];
  return firstOf(words);
}

/** Each word once, as far as it counts. A longer word is found by its first letters. */
const firstOf = (words: readonly string[]): readonly string[] =>
  [...new Set(words.filter((word) => word !== '').map(begun))].slice(0, wordsMax);

const begun = (word: string): string =>
  word.length <= lettersMax ? word : Array.from(word).slice(0, lettersMax).join('');
