import { systemReader, type Reader } from '../queries/reader.js';

/** The reader of a test that is not about permissions: it sees everything. */
export const testReader: Reader = systemReader('test');
