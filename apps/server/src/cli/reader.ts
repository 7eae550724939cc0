import { systemReader } from '@safeconduct/engine';

/** The reader of the command line: a user of the machine that holds the data, and with them everything. */
export const commandLineReader = systemReader('command line');
