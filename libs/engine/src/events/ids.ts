import { hash } from 'node:crypto';

/** A UUID made from texts (RFC 9562, version 8): the same texts always give the same one. */
export function derivedId(...parts: readonly string[]): string {
  return uuidOf(hash('sha256', JSON.stringify(parts), 'hex'));
}

/** The first 32 hexadecimal digits as a UUID of version 8, whose other bits are free. */
export function uuidOf(digits: string): string {
  const variant = ((Number.parseInt(digits.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
}
