import type { Reader } from '../queries/reader.js';

/** The reader of a test. */
export const testReader: Reader = { actor: { id: 'test', roles: [] }, purpose: 'test' };
