import type { KeyedHashes } from '../ports/key-ring.js';

/** The keyed hash of a personal term, as the views keep it. Without the key nobody finds the term by trying. */
export type SearchToken = (term: string) => string;

/** No word of a reference begins with it, so hashes are in no range of such words. */
const sign = '~';
/** Of base64url, 48 bits: with a million different terms, one search in 280 million meets the hash of another term. */
const digits = 8;

/**
 * Search tokens under the root of the keyed hashes, which stays when the master key is replaced. They are cut short,
 * because a case has some twenty of them; that saves three quarters of their rows.
 */
export const searchTokens =
  (keys: KeyedHashes): SearchToken =>
  (term) =>
    sign + keys.keyedHash('search term', term, 'base64url').slice(0, digits);
