import { logStart, type Position } from '@safeconduct/engine';

const size = 1000;

/**
 * Some places at which an event of the log begins, spread over what was read. The server can read from such
 * places only; from any other number it answers with an error.
 */
export class Boundaries {
  /** In order. */
  #places: Position[] = [];
  #noted = 0;
  /** Of so many places one is kept; twice as many each time there are too many. */
  #stride = 1;

  note(place: Position): void {
    this.#noted += 1;
    if (this.#noted % this.#stride !== 0) return;
    const index = this.#countUpTo(place);
    if (this.#places[index - 1] === place) return;
    this.#places.splice(index, 0, place);
    if (this.#places.length <= size) return;
    this.#places = this.#places.filter((_, at) => at % 2 === 1);
    this.#stride *= 2;
  }

  /** The last known one up to a position. */
  upTo(position: Position): Position {
    return this.#places[this.#countUpTo(position) - 1] ?? logStart;
  }

  #countUpTo(position: Position): number {
    let [low, high] = [0, this.#places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#places[middle] as Position) <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
