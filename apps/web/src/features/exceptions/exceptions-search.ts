export const kinds = [
  ...(['stuck', 'heard', 'erasure', 'views', 'deadline', 'job', 'proposal', 'emergency'] as const),
  'unassigned',
] as const;
export type Kind = (typeof kinds)[number];

/** What the address of the exceptions says. */
export interface ExceptionsSearch {
  /** Only these. Left out: the first ones of each kind. */
  readonly kind?: Kind;
}

/** Reads the address. What it cannot be is left out. */
export function exceptionsSearch(given: Readonly<Record<string, unknown>>): ExceptionsSearch {
  const kind = kinds.find((one) => one === given['kind']);
  return kind === undefined ? {} : { kind };
}
