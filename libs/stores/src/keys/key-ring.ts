import type { KeyedHashes } from '@safeconduct/engine';
import { hmacSha256 } from './hmac.js';
import { derived } from './wrapping.js';

const hashKeyBytes = 32;
const fingerprintBytes = 16;

/** Keyed hashes under a key of 32 bytes, one key per purpose by HKDF-SHA-256 (RFC 5869). */
export function keyedHashesUnder(key: Buffer): KeyedHashes {
  const hashes = new Map<string, ReturnType<typeof hmacSha256>>();
  return {
    keyedHash(purpose, text, digits) {
      const known = hashes.get(purpose);
      const hash = known ?? hmacSha256(derived(key, `keyed hash: ${purpose}`, hashKeyBytes));
      if (known === undefined) hashes.set(purpose, hash);
      return hash(text, digits);
    },
  };
}

/** Identifies a root without revealing it; kept beside the log to detect the keys of another one. */
export const fingerprintOf = (root: Buffer): string =>
  derived(root, 'fingerprint', fingerprintBytes).toString('hex');
