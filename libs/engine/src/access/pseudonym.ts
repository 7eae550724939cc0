import type { KeyRing } from '../ports/key-ring.js';

const digitsShown = 12;

/**
 * What stands for the reference and the name of a case before readers who do not see who it is about. It is the same
 * in every answer for as long as the installation lives, and another one in every other installation; without the key it
 * leads back to nobody.
 */
export function pseudonymOf(keys: KeyRing, caseId: string): string {
  let ofKeys = known.get(keys);
  if (ofKeys === undefined) known.set(keys, (ofKeys = new Map<string, string>()));
  let pseudonym = ofKeys.get(caseId);
  if (pseudonym === undefined) {
    pseudonym = `P-${keys.keyedHash('pseudonym', caseId, 'hex').slice(0, digitsShown).toUpperCase()}`;
    if (ofKeys.size === knownMax) ofKeys.clear();
    ofKeys.set(caseId, pseudonym);
  }
  return pseudonym;
}

/** Those of the cases that were shown last, because hashing takes a tenth of the time of a list. */
const known = new WeakMap<KeyRing, Map<string, string>>();
/** At some 150 bytes each. */
const knownMax = 20_000;

const form = new RegExp(`^P-[0-9A-F]{${digitsShown}}$`);

/** Whether a text is one, by its form. */
export const isPseudonym = (text: string): boolean => form.test(text);
