import type { Reader } from '@safeconduct/engine';

/** The reader of the command line: a user of the machine that holds the data. */
export const commandLineReader: Reader = {
  actor: { id: 'command-line', roles: [] },
  purpose: 'command line',
};
