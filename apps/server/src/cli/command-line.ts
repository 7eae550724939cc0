import { addAccessCommands } from './access-commands.js';
import { addCaseCommands } from './case-commands.js';
import { addDataCommands } from './data-commands.js';
import { addErasureCommand } from './erasure-command.js';
import { addFigureCommands } from './figure-commands.js';
import { newProgram, type Program } from './program.js';
import { addProposalCommands } from './proposal-commands.js';
import { addReadCommands } from './read-commands.js';
import { addStepCommands } from './step-commands.js';
import { addWorkflowCommands } from './workflow-commands.js';

/** The whole command line. Each command is loaded when it is called, so that `--help` answers at once. */
export function commandLine(): Program {
  const line = newProgram();
  for (const add of [
    addStepCommands,
    addProposalCommands,
    addCaseCommands,
    addFigureCommands,
    addReadCommands,
    addErasureCommand,
    addAccessCommands,
    addWorkflowCommands,
    addDataCommands,
  ])
    add(line.program, line);
  return line;
}
