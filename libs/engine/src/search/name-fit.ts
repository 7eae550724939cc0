import { namePartsOf, type NamePart, type PlacedPart } from './name-parts.js';
import { markOf, placedPieces, type Mark, type PlacedLetter } from './placed-pieces.js';
import { formsOf, termsOfPart } from './search-words.js';

/**
 * How a searched part of a name fits one of a name: `same` in its letters, `spelt` in another way, or only `begun`: the
 * beginning of it, or the name behind `Abd`.
 */
export type PartFit = 'same' | 'spelt' | 'begun';

/** A name, split once for all that it is compared with. */
export interface ComparedName {
  readonly text: string;
  readonly parts: readonly PlacedPart[];
}

/** A searched part that fits, and which letters of the name it is. */
export interface FittingPart {
  readonly fit: PartFit;
  /** Which part of the name. */
  readonly at: number;
  readonly marks: readonly Mark[];
}

export const comparedName = (text: string): ComparedName => ({ text, parts: namePartsOf(text) });

/** The best fit of a searched part among the parts of a name. */
export function fitIn(searched: NamePart, { text, parts }: ComparedName): FittingPart | undefined {
  let best: { readonly fit: PartFit; readonly at: number } | undefined;
  for (const [at, part] of parts.entries()) {
    const fit = fitOf(searched, part);
    if (fit !== undefined && (best === undefined || fitOrder[fit] < fitOrder[best.fit])) best = { fit, at };
  }
  const part = best && parts[best.at];
  return best && part && { ...best, marks: marksOf(searched, part, { text, isBegun: best.fit === 'begun' }) };
}

/** How one part fits another. */
export function fitOf(searched: NamePart, part: NamePart): PartFit | undefined {
  if (searched.bases.some((base) => part.bases.includes(base))) return 'same';
  const forms = knownForms(searched);
  const whole = formsOf(part);
  if (forms.some((form) => whole.includes(form))) return 'spelt';
  const mayBegin = part.behindServant !== undefined || whole.some((one) => isBegunBy(one, forms));
  if (!mayBegin) return undefined;
  const terms = termsOfPart(part);
  return forms.some((form) => terms.includes(form)) ? 'begun' : undefined;
}

const isBegunBy = (whole: string, forms: readonly string[]): boolean =>
  forms.some((form) => whole.startsWith(form));

/** The forms of a searched part, which is compared with hundreds of names. */
function knownForms(searched: NamePart): readonly string[] {
  let forms = known.get(searched);
  if (forms === undefined) known.set(searched, (forms = formsOf(searched)));
  return forms;
}
const known = new WeakMap<NamePart, readonly string[]>();

/** The better of two fits; the first where they are equal. */
export function betterFit(
  one: FittingPart | undefined,
  other: FittingPart | undefined,
): FittingPart | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return fitOrder[one.fit] <= fitOrder[other.fit] ? one : other;
}

const fitOrder: Readonly<Record<PartFit, number>> = { same: 0, spelt: 1, begun: 2 };

interface Marked {
  readonly text: string;
  readonly isBegun: boolean;
}

/** The letters that were searched for, where the name begins with them as they were written; else the whole part. */
function marksOf(
  { written }: NamePart,
  { first, last }: PlacedPart,
  { text, isBegun }: Marked,
): readonly Mark[] {
  const letters = placedPieces(text)
    .slice(first, last + 1)
    .flat();
  return markOf(isBegun ? begunOf(letters, written) : letters);
}

/** The first letters of a part that are those of a word; all of them where it begins in another way. */
export function begunOf(letters: readonly PlacedLetter[], word: string): readonly PlacedLetter[] {
  const given = Array.from(word);
  return given.every((letter, index) => letters[index]?.letter === letter)
    ? letters.slice(0, given.length)
    : letters;
}
