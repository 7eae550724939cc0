declare const opaque: unique symbol;

/**
 * A position in the log. Positions have an order and nothing else: a later event has a greater one, none is
 * given twice, and there may be gaps of any size between two events that follow each other. So code outside
 * an adapter does no arithmetic with them (checked); a projection that needs a dense number counts events. As
 * text they are decimal digits. Below 2^53.
 */
export type Position = bigint & { readonly [opaque]: 'position' };

/** Before the first event of every log. */
export const logStart = 0n as Position;

/** The position that an adapter stored as a number or that was written as text. */
export const positionOf = (digits: bigint | number | string): Position => BigInt(digits) as Position;

export const laterOf = (one: Position, other: Position): Position => (one > other ? one : other);

/** The earliest of some positions; the start of the log when there are none. */
export const earliestOf = (positions: readonly Position[]): Position =>
  positions.reduce((least, one) => (one < least ? one : least), positions[0] ?? logStart);
