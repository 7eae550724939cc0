import { begunOf } from './name-fit.js';
import { normalised } from './normal-form.js';
import { markOf, placedPieces, type Mark, type PlacedLetter } from './placed-pieces.js';
import { bareNumber } from './search-words.js';

/** How a text fits a reference: it is all of it, its number (with what stands before, where that is said), or its beginning. */
export type ReferenceFit = 'whole' | 'number' | 'begun';

export interface FittingReference {
  readonly fit: ReferenceFit;
  readonly marks: readonly Mark[];
}

const signs = /[^\p{L}\p{N}]+/gu;

/** Spaces, dashes, capitals and the script of digits make no difference, nor do zeros before the number. */
export function referenceFit(text: string, reference: string): FittingReference | undefined {
  const asked = normalised(text).replace(signs, '');
  const pieces = placedPieces(reference);
  const letters = pieces.flat();
  const whole = textOf(letters);
  if (asked === '') return undefined;
  if (asked === whole) return { fit: 'whole', marks: markOf(letters) };
  const number = /\d+$/.exec(textOf(pieces.at(-1) ?? []))?.[0] ?? '';
  const before = whole.slice(0, whole.length - number.length);
  if (number !== '' && isNumberOf(text, { before, number }))
    return { fit: 'number', marks: markOf(letters.slice(-Array.from(number).length)) };
  return whole.startsWith(asked) ? { fit: 'begun', marks: markOf(begunOf(letters, asked)) } : undefined;
}

/** `57`, `2024-57` and `QAIM 2024 57` are the number of QAIM-2024-00057: what stands before it ends before the number. */
function isNumberOf(
  text: string,
  { before, number }: { readonly before: string; readonly number: string },
): boolean {
  const pieces = normalised(text)
    .split(signs)
    .filter((piece) => piece !== '');
  const asked = pieces.pop() ?? '';
  return /^\d+$/.test(asked) && bareNumber(asked) === bareNumber(number) && before.endsWith(pieces.join(''));
}

/** Which letters of a reference one searched word is: of a reference without a number, also those of a later word. */
export function marksOfWord(word: string, reference: string): readonly Mark[] {
  const fitting = referenceFit(word, reference);
  const pieces = placedPieces(reference);
  if (fitting !== undefined || /\p{N}/u.test(normalised(reference))) return fitting?.marks ?? [];
  const piece = pieces.find((letters) => textOf(letters).startsWith(word));
  return piece === undefined ? [] : markOf(begunOf(piece, word));
}

const textOf = (letters: readonly PlacedLetter[]): string => letters.map(({ letter }) => letter).join('');
