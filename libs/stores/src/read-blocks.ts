/** How many entries of a log of reads are counted together, beside the count of all. */
export const readBlockLength = 16_384;

/** Entries by their numbers, both included. */
export interface ReadNumbers {
  readonly first: number;
  readonly last: number;
}

/** What adds up to a range of entries: whole blocks, by their numbers, and what is left at its ends. */
export interface ReadRangeParts {
  readonly blocks: ReadNumbers | undefined;
  readonly rests: readonly ReadNumbers[];
}

/** The block that has an entry. */
export const readBlockOf = (number: number): number => Math.floor(number / readBlockLength);

/** The longest parts of which there are counts, and the rest, fewer entries than two blocks have. */
export function partsOfReads({ first, last }: ReadNumbers): ReadRangeParts {
  // The first entry has the number 1.
  const from = first <= 1 ? 0 : Math.ceil(first / readBlockLength);
  const before = readBlockOf(last + 1);
  if (from >= before) return { blocks: undefined, rests: given({ first, last }) };
  return {
    blocks: { first: from, last: before - 1 },
    rests: [
      ...given({ first, last: from * readBlockLength - 1 }),
      ...given({ first: before * readBlockLength, last }),
    ],
  };
}

const given = (range: ReadNumbers): readonly ReadNumbers[] => (range.first <= range.last ? [range] : []);
