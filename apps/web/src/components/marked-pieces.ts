/** Parts of a text: the first code unit and the one behind the last. */
export type Marks = readonly { readonly start: number; readonly end: number }[];

interface Piece {
  readonly piece: string;
  readonly isMarked: boolean;
  readonly start: number;
}

/** A text cut at its marks. Marks may come in any order and overlap. */
export function piecesOf(text: string, marks: Marks): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const take = (end: number, isMarked: boolean): void => {
    if (end > at) pieces.push({ piece: text.slice(at, end), isMarked, start: at });
    at = Math.max(at, end);
  };
  for (const { start, end } of marks.toSorted((one, other) => one.start - other.start)) {
    take(start, false);
    take(end, true);
  }
  take(text.length, false);
  return pieces;
}
