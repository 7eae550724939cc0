import { withoutApostrophes } from './name-parts.js';
import { normalised } from './normal-form.js';

/** A letter or digit as search compares it, and where it stands in the text: code units, the end not included. */
export interface PlacedLetter {
  readonly letter: string;
  readonly start: number;
  readonly end: number;
}

/** Which part of a text: code units, the end not included. */
export type Mark = readonly [start: number, end: number];

const counts = /[\p{L}\p{N}]/u;

/**
 * The letters and digits of a text in pieces, parted by spaces and signs as search parts them: piece number n is the one
 * that a part of a name names.
 */
export function placedPieces(text: string): readonly (readonly PlacedLetter[])[] {
  const pieces: PlacedLetter[][] = [];
  let piece: PlacedLetter[] = [];
  let start = 0;
  for (const character of text) {
    const end = start + character.length;
    const letters = normalised(character);
    // A vowel sign or an accent belongs to the letter before it.
    const before = letters === '' ? piece.pop() : undefined;
    if (before !== undefined) piece.push({ ...before, end });
    for (const letter of withoutApostrophes(letters)) {
      if (counts.test(letter)) piece.push({ letter, start, end });
      else if (piece.length > 0) {
        pieces.push(piece);
        piece = [];
      }
    }
    start = end;
  }
  return piece.length > 0 ? [...pieces, piece] : pieces;
}

/** What these letters are in the text, from the first to the last; none where there are no letters. */
export function markOf(letters: readonly PlacedLetter[]): readonly Mark[] {
  const [first, last] = [letters[0], letters.at(-1)];
  return first === undefined || last === undefined ? [] : [[first.start, last.end]];
}
