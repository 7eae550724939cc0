import { hash } from 'node:crypto';

const digits = 16;

/**
 * A term of the log of reads as an index keeps it: the first 64 bits of its SHA-256, in hexadecimal digits. So each takes
 * little room, and no two that ever meet are the same.
 */
export const indexedTerm = (term: string): string => hash('sha256', term, 'hex').slice(0, digits);
