import type { KeyRing } from '@safeconduct/engine';
import { hkdfSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hmacSha256 } from './hmac.js';
import { createMasterKey, masterKeyBytes, readMasterKey } from './master-key.js';

export interface FileKeyRing extends KeyRing {
  /** Identifies this master key without revealing it; kept beside the log to detect a wrong key. */
  fingerprint(): string;
}

const fingerprintBytes = 16;

/**
 * Keys derived from one master key of 32 bytes, by HKDF-SHA-256 (RFC 5869), one per purpose. The master key
 * is `<folder>/master.key`, made on first use; or a file given by name, which must exist.
 * @throws KeyFileError  the key is missing, of another length, or open to other users
 */
export function openFileKeyRing(
  folder: string,
  { file }: { readonly file?: string | undefined } = {},
): FileKeyRing {
  const ownFile = join(folder, 'master.key');
  if (file === undefined && !existsSync(ownFile)) createMasterKey(ownFile);
  return keyRingOf(readMasterKey(file ?? ownFile));
}

function keyRingOf(master: Buffer): FileKeyRing {
  const hashes = new Map<string, ReturnType<typeof hmacSha256>>();
  return {
    keyedHash(purpose, text, digits) {
      const known = hashes.get(purpose);
      const hash = known ?? hmacSha256(derive(master, `keyed hash: ${purpose}`, masterKeyBytes));
      if (known === undefined) hashes.set(purpose, hash);
      return hash(text, digits);
    },
    fingerprint: () => derive(master, 'fingerprint', fingerprintBytes).toString('hex'),
  };
}

const derive = (master: Buffer, use: string, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', master, '', `safeconduct ${use}`, bytes));
