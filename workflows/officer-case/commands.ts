import { acrossCommands } from './commands/across.js';
import { afterCommands } from './commands/after.js';
import { assuranceCommands } from './commands/assurance.js';
import { custodyCommands } from './commands/custody.js';
import { entryCommands } from './commands/entry.js';
import { relocationCommands } from './commands/relocation.js';
import { returnCommands } from './commands/return.js';

/** Every intent, in the order of the procedure. The letters in the sections are those of the transition table. */
export const commands = {
  ...entryCommands,
  ...custodyCommands,
  ...returnCommands,
  ...assuranceCommands,
  ...relocationCommands,
  ...afterCommands,
  ...acrossCommands,
};
