import { openBox, purposeKey, sealBox, type KeyedHashes } from '@safeconduct/engine';
import { hash } from 'node:crypto';

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

const purpose = 'seal secrets of accounts';

/** Seals a secret that must be read again, such as that of a one-time code, for one use. */
export const sealSecret = (keys: KeyedHashes, use: string, secret: string): string =>
  sealBox(purposeKey(keys, purpose), use, secret);

/** @throws when it was sealed for another use, under other keys, or changed */
export const openSecret = (keys: KeyedHashes, use: string, sealed: string): string =>
  openBox(purposeKey(keys, purpose), use, sealed);
