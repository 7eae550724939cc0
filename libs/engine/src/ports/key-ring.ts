import type { SubjectKeys } from './subject-keys.js';

export interface KeyedHashes {
  /**
   * HMAC-SHA-256 (RFC 2104) of a text under a key of its own per purpose. The same text gives the same 32
   * bytes for as long as the installation lives, also after its master key was replaced; without the key the text
   * cannot be found by trying.
   * @returns them in lower-case hexadecimal digits, or in those of base64url without padding
   */
  keyedHash(purpose: string, text: string, digits: 'hex' | 'base64url'): string;
}

/** Keys of this installation. They never leave it. */
export interface KeyRing extends KeyedHashes {
  /** The keys that seal personal data. */
  readonly subjects: SubjectKeys;
}
