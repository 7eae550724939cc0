import { describe, expect, it } from '@jest/globals';
import { partsOfReads, readBlockLength, readBlockOf, type ReadNumbers } from './read-blocks.js';

const numbersIn = ({ first, last }: ReadNumbers): number => Math.max(0, last - first + 1);

describe('the parts of a range of entries', () => {
  it.each([
    [1, readBlockLength - 1, 1],
    [1, readBlockLength, 1],
    [2, readBlockLength, 0],
    [1, 3 * readBlockLength - 1, 3],
    [readBlockLength, 2 * readBlockLength - 1, 1],
    [readBlockLength + 1, 3 * readBlockLength + 5, 1],
    [7, 7, 0],
    [8, 7, 0],
    [1, 0, 0],
  ])('from %i to %i are %#: all of its entries, each once', (first, last, wanted) => {
    const { blocks, rests } = partsOfReads({ first, last });
    const inBlocks =
      blocks === undefined
        ? []
        : [
            {
              first: Math.max(1, blocks.first * readBlockLength),
              last: (blocks.last + 1) * readBlockLength - 1,
            },
          ];
    expect(blocks === undefined ? 0 : numbersIn(blocks)).toBe(wanted);
    const ranges = [...inBlocks, ...rests].sort((one, other) => one.first - other.first);
    expect(ranges.reduce((sum, range) => sum + numbersIn(range), 0)).toBe(numbersIn({ first, last }));
    for (const [at, range] of ranges.entries())
      expect(range.first).toBe(at === 0 ? first : (ranges[at - 1]?.last ?? 0) + 1);
    for (const rest of rests) expect(numbersIn(rest)).toBeLessThanOrEqual(2 * readBlockLength);
    expect(readBlockOf(readBlockLength - 1)).toBe(0);
    expect(readBlockOf(readBlockLength)).toBe(1);
  });
});
