import type { Reader } from '@safeconduct/engine';

/** Whoever types a command on the machine that holds the data. */
export const commandLineReader: Reader = {
  actor: { id: 'command-line', roles: [] },
  purpose: 'command line',
};
