import { systemReader, type Actor } from '@safeconduct/engine';

/** The operator of the machine, who keeps the directory of people until it has an administrator. */
export const commandLineActor: Actor = { id: 'operator', roles: ['operator'] };

/** The reader of the command line: a user of the machine that holds the data, and with them everything. */
export const commandLineReader = systemReader('command line');
