import type { KeyRing } from '../ports/key-ring.js';

const digitsShown = 12;

/**
 * What stands for the reference and the name of a case before readers who do not see who it is about. It is the same
 * in every answer for as long as the installation lives, and another one in every other installation; without the key it
 * leads back to nobody.
 */
export const pseudonymOf = (keys: KeyRing, caseId: string): string =>
  `P-${keys.keyedHash('pseudonym', caseId, 'hex').slice(0, digitsShown).toUpperCase()}`;
