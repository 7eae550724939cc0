import { hash } from 'node:crypto';
import type { KeptReadEntry, ReadLogHead } from '../ports/read-log.js';

/** What the first entry is chained to. */
export const emptyReadLog: ReadLogHead = { number: 0, hash: '0'.repeat(64) };

/**
 * The hash of an entry, a storage format: SHA-256 of the hash before it, its number, its time and its text, as UTF-8 with a
 * line feed between them.
 */
export const readHash = (
  before: ReadLogHead['hash'],
  { number, at, text }: Omit<KeptReadEntry, 'hash'>,
): string => hash('sha256', `${before}\n${number}\n${at}\n${text}`, 'hex');
