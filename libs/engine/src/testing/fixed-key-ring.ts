import { createHmac } from 'node:crypto';
import type { KeyRing } from '../ports/key-ring.js';
import { derivedSubjectKeys } from './derived-subject-keys.js';

/**
 * The same keys in every run, so that derived ids can be written down. Rings of different names share no key.
 */
export function fixedKeyRing(name = 'test'): KeyRing {
  return {
    subjects: derivedSubjectKeys(name),
    keyedHash(purpose, text, digits) {
      const key = createHmac('sha256', name).update(purpose, 'utf8').digest();
      return createHmac('sha256', key).update(text, 'utf8').digest(digits);
    },
  };
}
