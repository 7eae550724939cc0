import { fitOf } from './name-fit.js';
import { namePartsOf, type NamePart } from './name-parts.js';

/**
 * How two names of a script may be those of one person: `same` in their letters, the same in another spelling
 * (`transliteration`), or `similar`, where the one has every word of the other, two at least.
 */
export type NameMatch = 'same' | 'transliteration' | 'similar';

/** A name of one word is similar to none: too many persons have it. */
const similarMin = 2;

export function nameMatch(given: string, known: string): NameMatch | undefined {
  const [one, other] = [namePartsOf(given), namePartsOf(known)];
  if (one.length === 0 || other.length === 0) return undefined;
  if (one.length === other.length) {
    const fits = one.map((part, at) => other[at] && fitOf(part, other[at]));
    if (fits.every((fit) => fit === 'same')) return 'same';
    if (fits.every((fit) => fit === 'same' || fit === 'spelt')) return 'transliteration';
  }
  const [fewer, more] = one.length <= other.length ? [one, other] : [other, one];
  return fewer.length >= similarMin && areAllAmong(fewer, more) ? 'similar' : undefined;
}

/** Whether each of some parts is another one of the others, whole. */
function areAllAmong(parts: readonly NamePart[], others: readonly NamePart[]): boolean {
  const left = [...others];
  return parts.every((part) => {
    const at = left.findIndex((other) => {
      const fit = fitOf(part, other);
      return fit === 'same' || fit === 'spelt';
    });
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}
