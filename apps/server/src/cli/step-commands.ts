import type { Command } from 'commander';
import { workflowOption } from './common-options.js';
import type { Call } from './program.js';

/** What advances cases: one step, or many. */
export function addStepCommands(program: Command, { commandLine, finish }: Call): void {
  program
    .command('advance')
    .argument('<case>', "reference or id; 'new' for the command that opens a case")
    .argument('<command>', 'such as ClearReturn')
    .requiredOption('--as <actor>', 'the actor, such as co-1')
    .option('--input <json>', 'the fields of the command, or - to read them from stdin', '{}')
    .option(
      '--confirmed-by <actor>',
      'the second person of a decision that was taken already; else it waits for one',
    )
    .option('--on-behalf-of <person>', "whose will the command records: 'subject' for the person")
    .option('--occurred-at <time>', 'when it happened, with its zone (default: now)')
    .option('--purpose <code>', 'the purpose, as a code')
    .option('--command-id <id>', 'a command sent twice under one id is recorded once')
    .option('--expected-revision <number>', 'refuse if the case has changed since')
    .option(...workflowOption('the one that has the case, or that the command opens'))
    .description('send one command')
    .action(async (reference: string, command: string, options: Record<string, string>) => {
      const { runAdvance } = await import('./commands/advance.js');
      await finish(runAdvance(commandLine(), { reference, command, ...options }));
    });

  program
    .command('import')
    .argument('<workflow>', 'the workflow the commands are for')
    .argument('<paths...>', 'files NN-<Command>.csv or .jsonl, or folders of them')
    .option('--dry-run', 'give the same answers without recording anything')
    .option('--as <actor>', 'who sends the import, which is recorded with every event (default: sys-import)')
    .description('send recorded commands in bulk')
    .action(async (workflow: string, paths: string[], options: { dryRun?: boolean; as?: string }) => {
      const { runImport } = await import('./commands/import.js');
      const { as } = options;
      await finish(runImport(commandLine(), { workflow, paths, dryRun: options.dryRun === true, as }));
    });
}
