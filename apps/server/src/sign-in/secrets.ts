import type { KeyedHashes } from '@safeconduct/engine';
import { createCipheriv, createDecipheriv, hash, randomBytes } from 'node:crypto';

/** What is kept of a secret of 128 random bits or more, by which it is found and from which it is not learned. */
export const secretHash = (secret: string): string => hash('sha256', secret, 'hex');

/** Digits and letters of which none looks like another one (Crockford's Base32). */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groupLength = 5;

/** Text of random Base32 digits in groups, which a person can type: `7KQ2M-…`. */
export const typedCode = (bytes: Buffer): string =>
  [...bytes]
    .map((byte) => digits.charAt(byte % digits.length))
    .join('')
    .replace(new RegExp(`(.{${groupLength}})(?=.)`, 'g'), '$1-');

/** The same code however it is typed. */
export const typedForm = (text: string): string =>
  text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
const purpose = 'seal secrets of accounts';

/** Seals a secret that must be read again, such as that of a one-time code, for one use. */
export function sealSecret(keys: KeyedHashes, use: string, secret: string): string {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, keyOf(keys), nonce).setAAD(Buffer.from(use));
  const sealed = Buffer.concat([sealing.update(secret, 'utf8'), sealing.final()]);
  return Buffer.concat([nonce, sealed, sealing.getAuthTag()]).toString('base64url');
}

/** @throws when it was sealed for another use, under other keys, or changed */
export function openSecret(keys: KeyedHashes, use: string, text: string): string {
  const bytes = Buffer.from(text, 'base64url');
  const opening = createDecipheriv(cipher, keyOf(keys), bytes.subarray(0, nonceBytes))
    .setAAD(Buffer.from(use))
    .setAuthTag(bytes.subarray(-tagBytes));
  return opening.update(bytes.subarray(nonceBytes, -tagBytes), undefined, 'utf8') + opening.final('utf8');
}

const keyOf = (keys: KeyedHashes): Buffer => Buffer.from(keys.keyedHash(purpose, 'key 1', 'hex'), 'hex');
