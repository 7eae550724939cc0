import { Name } from './basics.js';

/** Parts of a text: the first code unit and the one behind the last. */
export type Marks = readonly { readonly start: number; readonly end: number }[];

interface Props {
  readonly text: string;
  readonly marks: Marks;
}

/** A name or a reference, with the letters marked that were searched for. Its direction is its own. */
export function Marked({ text, marks }: Props) {
  const pieces = piecesOf(text, marks);
  return (
    <Name>
      {pieces.map(({ piece, isMarked, start }) =>
        isMarked ? <mark key={start}>{piece}</mark> : <span key={start}>{piece}</span>,
      )}
    </Name>
  );
}

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
