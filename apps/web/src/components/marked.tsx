import { Name } from './basics.js';
import { piecesOf, type Marks } from './marked-pieces.js';

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
