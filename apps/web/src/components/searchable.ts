import { westernDigits } from '../language/digits.js';

const marks = /[\p{M}\u0640]/gu;

/**
 * A text as it is compared with what somebody types: without accents, vowel signs and seats of hamza, in small letters and
 * western digits, and with one form of the letters that Arabic writes in two ways at the end of a word.
 */
export const searchable = (text: string): string =>
  westernDigits(text)
    .normalize('NFKD')
    .replace(marks, '')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .toLocaleLowerCase();
