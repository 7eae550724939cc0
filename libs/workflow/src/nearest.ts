/** A name may be wrong in a third of its letters and still be meant. */
const wrongLettersPart = 3;

/** The known name that was probably meant by a mistyped one, or `undefined` when none is near. Letter case counts least. */
export function nearestOf(name: string, known: Iterable<string>): string | undefined {
  let nearest: string | undefined;
  let least = Math.max(1, Math.floor(name.length / wrongLettersPart)) + 1;
  for (const one of known) {
    if (Math.abs(one.length - name.length) >= least) continue;
    const wrong = editsBetween(name.toLowerCase(), one.toLowerCase());
    if (wrong < least) [nearest, least] = [one, wrong];
  }
  return nearest;
}

/** The question with which a message ends that names what was probably meant; nothing where nothing is near. */
export const didYouMean = (nearest: string | undefined): string =>
  nearest === undefined ? '' : `; did you mean ${nearest}?`;

/** How many letters are inserted, left out, changed, or swapped with their neighbour (optimal string alignment distance). */
function editsBetween(from: string, to: string): number {
  let [beforeLast, last]: [readonly number[], readonly number[]] = [[], [...Array(to.length + 1).keys()]];
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      const swapped =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current.push(
        Math.min(
          at(last, column) + 1,
          at(current, column - 1) + 1,
          at(last, column - 1) + (same ? 0 : 1),
          swapped ? at(beforeLast, column - 2) + 1 : Infinity,
        ),
      );
    }
    [beforeLast, last] = [last, current];
  }
  return at(last, to.length);
}

const at = (row: readonly number[], column: number): number => row[column] ?? Infinity;
