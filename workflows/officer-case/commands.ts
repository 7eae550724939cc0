import { assignmentCommands } from './assignment/commands.js';
import { assuranceCommands } from './assurance/commands.js';
import { childCommands } from './children/commands.js';
import { custodyCommands } from './custody/commands.js';
import { entryCommands } from './entry/commands.js';
import { appealCommands } from './appeals/commands.js';
import { correctionCommands } from './corrections/commands.js';
import { erasureCommands } from './erasure/commands.js';
import { fateCommands } from './fates/commands.js';
import { holdCommands } from './holds/commands.js';
import { monitoringCommands } from './monitoring/commands.js';
import { noteCommands } from './notes/commands.js';
import { relocationCommands } from './relocation/commands.js';
import { renunciationCommands } from './renunciation/commands.js';
import { returnCommands } from './return/commands.js';

/**
 * Every intent, in the order of the procedure. The letters of the sections are those of the transition table.
 */
export const commands = {
  ...entryCommands,
  ...childCommands,
  ...custodyCommands,
  ...renunciationCommands,
  ...returnCommands,
  ...assuranceCommands,
  ...relocationCommands,
  ...monitoringCommands,
  ...fateCommands,
  ...holdCommands,
  ...correctionCommands,
  ...appealCommands,
  ...assignmentCommands,
  ...noteCommands,
  ...erasureCommands,
};
