/** Cases that one officer is to get. */
export interface Share {
  readonly officer: string;
  readonly caseIds: readonly string[];
}

/**
 * Gives cases out in turn, as cards are dealt, so that each officer gets as many as any other, or one less, and as many of the
 * first ones. An officer who gets none is left out.
 */
export const dealt = (caseIds: readonly string[], officers: readonly string[]): readonly Share[] =>
  officers
    .map((officer, place) => ({
      officer,
      caseIds: caseIds.filter((_, index) => index % officers.length === place),
    }))
    .filter((share) => share.caseIds.length > 0);

/** The same in parts, none of which has more cases than one request may have. */
export const inParts = (shares: readonly Share[], most: number): readonly Share[] =>
  shares.flatMap(({ officer, caseIds }) =>
    Array.from({ length: Math.ceil(caseIds.length / most) }, (_, part) => ({
      officer,
      caseIds: caseIds.slice(part * most, (part + 1) * most),
    })),
  );

const digitsOnly = /^\d{1,9}$/;

/** How many of some cases are meant: all where nothing was typed; undefined for what is no number of them. */
export function howMany(typed: unknown, all: number): number | undefined {
  if (typed === undefined) return all;
  const text = typeof typed === 'number' || typeof typed === 'string' ? String(typed) : '';
  const count = digitsOnly.test(text) ? Number(text) : 0;
  return count >= 1 && count <= all ? count : undefined;
}
