/** Keys of this installation. They never leave it. */
export interface KeyRing {
  /**
   * HMAC-SHA-256 (RFC 2104) of a text under a key of its own per purpose. The same text gives the same 32
   * bytes for as long as the installation lives; without the key the text cannot be found by trying.
   * @returns them in lower-case hexadecimal digits, or in those of base64url without padding
   */
  keyedHash(purpose: string, text: string, digits: 'hex' | 'base64url'): string;
}
