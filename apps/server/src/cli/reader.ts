import type { Actor, Reader } from '@safeconduct/engine';

/** The operator of the machine, who keeps the directory of people until it has an administrator. */
export const commandLineActor: Actor = { id: 'operator', roles: ['operator'] };

/** The reader of the command line: a user of the machine that holds the data. */
export const commandLineReader: Reader = {
  actor: { id: 'command-line', roles: [] },
  purpose: 'command line',
};
