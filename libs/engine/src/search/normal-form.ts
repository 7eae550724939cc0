import { asciiDigits } from '@safeconduct/workflow';

/** Marks above and below letters (Arabic vowel signs and hamzas, Latin accents), tatweel, and what cannot be seen. */
const marks = /[\p{M}\p{Default_Ignorable_Code_Point}\u0640]/gu;
/** Letters that writers and keyboards use for each other, and Latin letters that Unicode does not decompose. */
const alike: Readonly<Record<string, string>> = {
  ...{ ى: 'ي', ی: 'ي', ې: 'ي', ێ: 'ي', ٱ: 'ا', ک: 'ك', گ: 'ك', ۆ: 'و', ء: '' },
  ...{ ة: 'ه', ۃ: 'ه', ھ: 'ه', ہ: 'ه', ە: 'ه' },
  ...{ ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' },
};
const letters = new RegExp(`[${Object.keys(alike).join('')}]`, 'gu');

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

/** No name has a longer word, and an entry of a database's index holds no text of any length. */
const lettersMax = 60;

/** A word as far as it counts. A longer one is found by its first letters. */
export const counted = (word: string): string =>
  word.length <= lettersMax ? word : Array.from(word).slice(0, lettersMax).join('');
