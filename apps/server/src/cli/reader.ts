import { systemReader, type Reader } from '@safeconduct/engine';

/** The reader of the command line: a user of the machine that holds the data, and with them everything. */
export const commandLineReader: Reader = { ...systemReader('command line'), from: { way: 'cli' } };
