import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { pooledRandomBytes } from './random-pool.js';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
const idBytes = 8;
const keyBytes = 32;

/** A master key that wraps other keys. The bytes themselves are used for nothing else. */
export interface MasterKey {
  /** Identifies it without revealing it. */
  readonly id: string;
  readonly bytes: Buffer;
  readonly wrappingKey: KeyObject;
}

export const masterKeyOf = (bytes: Buffer): MasterKey => ({
  bytes,
  id: derived(bytes, 'master key id', idBytes).toString('hex'),
  wrappingKey: createSecretKey(derived(bytes, 'wrapping of keys', keyBytes)),
});

/** A key for one use, by HKDF-SHA-256 (RFC 5869). */
export const derived = (key: Buffer, use: string, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', `safeconduct ${use}`, bytes));

/** Wraps a key by AES-256-GCM: nonce, ciphertext, tag. It unwraps for the same use only. */
export function wrap({ wrappingKey }: MasterKey, use: string, key: Buffer): Buffer {
  const nonce = pooledRandomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, wrappingKey, nonce).setAAD(Buffer.from(use, 'utf8'));
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
}

/** @throws Error  it was wrapped by another master key or for another use, or was changed */
export function unwrap({ wrappingKey }: MasterKey, use: string, wrapped: Buffer): Buffer {
  const tagAt = wrapped.length - tagBytes;
  if (tagAt < nonceBytes) throw new Error('a wrapped key is shorter than its nonce and its tag');
  const options = { authTagLength: tagBytes };
  const decipher = createDecipheriv(algorithm, wrappingKey, wrapped.subarray(0, nonceBytes), options);
  decipher.setAAD(Buffer.from(use, 'utf8')).setAuthTag(wrapped.subarray(tagAt));
  return Buffer.concat([decipher.update(wrapped.subarray(nonceBytes, tagAt)), decipher.final()]);
}

/** What a wrapped key is for. A row cannot be put in the place of another one. */
export const subjectUse = (subject: string, keyId: string): string => `subject key\n${subject}\n${keyId}`;
export const rootUse = (storeId: string): string => `root of keyed hashes\n${storeId}`;
